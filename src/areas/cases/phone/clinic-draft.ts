import type { Clinic } from '../contract.ts'

type Counts = Pick<Clinic, 'questions' | 'pamphlets'>

/** One topic with how many asked and were answered, or one title with how many copies were given out. */
export interface Line {
  readonly part: keyof Counts
  readonly name: string
  /** Of a question: asked, answered. Of a pamphlet: copies. */
  readonly counts: readonly number[]
}

export const linesOf = (it: Counts): readonly Line[] => [
  ...it.questions.map((one): Line => ({ part: 'questions', name: one.topic, counts: [one.asked, one.answered] })),
  ...it.pamphlets.map((one): Line => ({ part: 'pamphlets', name: one.title, counts: [one.copies] })),
]

export const bodyOf = (lines: readonly Line[]): Counts => ({
  questions: lines
    .filter((it) => it.part === 'questions')
    .map(({ name, counts }) => ({ topic: name, asked: counts[0]!, answered: counts[1]! })),
  pamphlets: lines
    .filter((it) => it.part === 'pamphlets')
    .map(({ name, counts }) => ({ title: name, copies: counts[0]! })),
})

/** A line with one count set. Nobody is answered who has not asked: fewer askers lower the answers, more answers raise the askers. */
export const counted = (line: Line, at: number, value: number): Line => ({
  ...line,
  counts: line.counts.map((it, place) => (place === at ? value : at === 0 ? Math.min(it, value) : Math.max(it, value))),
})

export const textOf = (line: Line | undefined): string =>
  line === undefined
    ? '没有'
    : line.part === 'questions'
      ? `问 ${line.counts[0]} 答 ${line.counts[1]}`
      : `${line.counts[0]} 份`

const keyOf = (it: Line): string => `${it.part} ${it.name}`

/** Lines of both sides by key, mine first. */
const pairsOf = (mine: readonly Line[], theirs: readonly Line[]) =>
  [...new Set([...mine, ...theirs].map(keyOf))].map((key) => {
    const find = (lines: readonly Line[]): Line | undefined => lines.find((it) => keyOf(it) === key)
    return { key, mine: find(mine), theirs: find(theirs) }
  })

/** The lines in which two records of one clinic differ. */
export const differencesOf = (mine: readonly Line[], theirs: readonly Line[]) =>
  pairsOf(mine, theirs).filter((it) => textOf(it.mine) !== textOf(it.theirs))

/** Mine, with the lines of `taken` as the other side has them, or without them where it has none. */
export const merged = (mine: readonly Line[], theirs: readonly Line[], taken: readonly string[]): readonly Line[] =>
  pairsOf(mine, theirs).flatMap((it) => (taken.includes(it.key) ? it.theirs : it.mine) ?? [])
