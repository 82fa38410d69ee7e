import { parseMinute } from '../../../../platform/base/civil-date.ts'
import type { GapPattern } from '../gaps.ts'

export const shiftExample = '两班 8:00-20:00、20:00-8:00；午休 11:30-12:30；办公 9:00-11:00'

// Around a change of shift people are free this long where the text says nothing else.
const HANDOVER_BEFORE = 0
const HANDOVER_AFTER = 20
const SPAN = /(\d{1,2}[:：]\d{2})\s*[-–—~～至到]\s*(\d{1,2}[:：]\d{2})/g
const WEEK: Readonly<Record<string, readonly number[]>> = {
  周一至周五: [1, 2, 3, 4, 5],
  周一至周六: [1, 2, 3, 4, 5, 6],
  周一至周日: [1, 2, 3, 4, 5, 6, 7],
  每天: [1, 2, 3, 4, 5, 6, 7],
  双休: [1, 2, 3, 4, 5],
  单休: [1, 2, 3, 4, 5, 6],
}
const USUAL_WEEK = [1, 2, 3, 4, 5]

type PieceKind = 'break' | 'office' | 'handover' | 'shift'

const kindOf = (piece: string): PieceKind | undefined => {
  if (/午休|休息|午餐|就餐|吃饭|用餐|晚餐|夜餐/.test(piece)) return 'break'
  if (/交接/.test(piece)) return 'handover'
  if (/办公|行政|接待/.test(piece)) return 'office'
  if (/班|上班|工作/.test(piece)) return 'shift'
  return undefined
}

/**
 * Reads shifts and breaks as ledgers write them into weekly gaps. A change of shift gives a handover gap of 20 minutes
 * after it; a span over midnight is cut at midnight.
 * @returns undefined where a time or its meaning cannot be read; an empty list for an empty text.
 */
export const readShiftText = (text: string): GapPattern[] | undefined => {
  const clean = text.normalize('NFKC').trim()
  if (clean === '' || clean === '无' || clean === '-') return []
  const weekName = Object.keys(WEEK).find((name) => clean.includes(name))
  const weekdays = weekName ? WEEK[weekName]! : USUAL_WEEK
  const gaps: GapPattern[] = []
  const changes = new Set<number>()
  let last: PieceKind | undefined
  let spans = 0
  for (const piece of clean.split(/[;；,，、。\n/]/)) {
    const kind = kindOf(piece) ?? last
    for (const [, fromText, toText] of piece.matchAll(SPAN)) {
      const from = parseMinute(fromText!)
      const to = parseMinute(toText!)
      if (from === undefined || to === undefined || !kind || from === to) return undefined
      spans++
      if (kind === 'shift') {
        changes.add(from % 1440)
        changes.add(to % 1440)
        continue
      }
      const parts = from < to ? [[from, to] as const] : [[from, 1440] as const, [0, to] as const]
      for (const [start, end] of parts)
        if (start < end) gaps.push({ kind, weekdays, from: start, to: end, shiftName: null })
    }
    last = kind
  }
  if (spans === 0) return undefined
  // One shift alone has nobody to hand over to.
  if (changes.size > 1 && /[两二三四2-4]\s*班|倒班|轮班/.test(clean) && !gaps.some((gap) => gap.kind === 'handover'))
    for (const at of [...changes].toSorted((a, b) => a - b))
      if (at + HANDOVER_AFTER <= 1440)
        gaps.push({
          kind: 'handover',
          weekdays,
          from: at - HANDOVER_BEFORE,
          to: at + HANDOVER_AFTER,
          shiftName: '交接班',
        })
  return gaps
}
