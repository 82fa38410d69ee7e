import type { AnyParameter, Version } from './model.ts'

/**
 * Parameters with a place's own versions laid over them. An own version from the same day as a held one takes its place;
 * all others stand beside it, so that facts before its first day are untouched. A parameter not held is added.
 */
export const withOwn = (held: readonly AnyParameter[], own: readonly AnyParameter[]): readonly AnyParameter[] => {
  const result = new Map<string, AnyParameter>(held.map((it) => [`${it.concept}@${it.region}`, it]))
  for (const it of own) {
    const at = `${it.concept}@${it.region}`
    const under = result.get(at)
    if (!under) {
      result.set(at, it)
      continue
    }
    const days = new Set(it.versions.map((version) => version.from))
    const kept = (under.versions as readonly Version<unknown>[]).filter((version) => !days.has(version.from))
    const versions = [...kept, ...(it.versions as readonly Version<unknown>[])].toSorted((a, b) =>
      a.from < b.from ? -1 : 1,
    )
    result.set(at, { ...under, versions } as AnyParameter)
  }
  return [...result.values()]
}
