import type { Entitlements } from '../../../engines/entitlements/index.ts'

/** One line whose figure would be another. */
export interface Effect {
  readonly code: string
  /** Yuan after limitation and exclusions; null where the line gives none. */
  readonly before: number | null
  readonly after: number | null
}

const figures = (it: Entitlements): Map<string, number | null> =>
  new Map(it.lines.map((line) => [line.code, line.balance ?? line.claimable ?? line.amount ?? null]))

/** Lines that differ between two computations of the same facts, in the order of the later one. */
export const effectsOf = (before: Entitlements, after: Entitlements): Effect[] => {
  const [old, now] = [figures(before), figures(after)]
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((code) => {
    const [was, is] = [old.get(code) ?? null, now.get(code) ?? null]
    return was === is ? [] : [{ code, before: was, after: is }]
  })
}
