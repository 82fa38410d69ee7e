import { soundAnswers } from '../domain/questions.ts'
import type { Answers, At } from '../domain/question.ts'

const NAME = 'qingqi-owed'

export interface Saved {
  readonly answers: Answers
  /** Civil date. */
  readonly on: string
}

/** What this device holds; undefined where nothing was kept, or the browser keeps nothing. */
export const readSaved = (at: At): Saved | undefined => {
  try {
    const held = JSON.parse(localStorage.getItem(NAME) ?? 'null') as { answers?: unknown; on?: unknown } | null
    if (!held || typeof held.answers !== 'object' || held.answers === null) return undefined
    return { answers: soundAnswers(held.answers as Record<string, unknown>, at), on: String(held.on) }
  } catch {
    return undefined
  }
}

/** Keeps the answers on this device; false where the browser does not allow it. */
export const save = (answers: Answers, { today }: At): boolean => {
  try {
    localStorage.setItem(NAME, JSON.stringify({ answers, on: today }))
    return true
  } catch {
    return false
  }
}

export const forget = (): void => {
  try {
    localStorage.removeItem(NAME)
  } catch {
    // What keeps nothing has nothing to forget.
  }
}
