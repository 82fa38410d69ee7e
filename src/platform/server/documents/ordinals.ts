import { chineseNumber, type Level } from './document.ts'

/** 7.3.3: 一、 then （一） then 1. then （1）. */
const ordinal = (level: Level, count: number): string => {
  if (level === 1) return `${chineseNumber(count)}、`
  if (level === 2) return `（${chineseNumber(count)}）`
  return level === 3 ? `${count}.` : `（${count}）`
}

/** Ordinals in the order in which items come; those of a level begin anew under each heading of a higher one. */
export const counter = (): ((level: Level) => string) => {
  const counts = [0, 0, 0, 0]
  return (level) => {
    counts[level - 1] = counts[level - 1]! + 1
    counts.fill(0, level)
    return ordinal(level, counts[level - 1]!)
  }
}
