import { applyChange, type Change } from './apply-change.ts'
import { untried, type Told } from './explain.ts'
import type { Problem, Unserved, Visit } from './model.ts'
import { searchPart, startIn } from './search-parts.ts'

// Steps of a trial that plans anew, by requests of the part, and of one that begins with the plan that stands.
const ANEW_STEPS = 100
const MEND_STEPS = 1_000
// A change holds where so many trials in a row gave the request a visit.
const ENOUGH = 3
// Enterprises and teams changed at once: more trials for the time, and more that contend.
const TOGETHER = 16
// Quick trials before each that plans anew.
const QUICK = 3

export interface TrialLimits {
  /** Milliseconds for all trials, if time limits them. */
  readonly milliseconds?: number
  /** Rounds for each part. */
  readonly mostRounds: number
  /** Milliseconds of any steady clock. */
  readonly clock: () => number
  readonly shouldStop: () => boolean
}

/** A request whose changes are tried, the smallest first. */
interface Open {
  readonly told: Told
  readonly changes: readonly Change[]
  readonly enterprise: string
  at: number
  held: number
  /** Rounds it was tried in: of those that no trial confirmed yet, who was tried least comes first. */
  rounds: number
}

/** What one change alters, so that two of one owner are never tried at once. */
const ownerOf = (change: Change, enterprise: string): string =>
  change.kind === 'shift' || change.kind === 'team-limit' ? `team ${change.team}` : `enterprise ${enterprise}`

const alters = ({ visit: _visit, moved: _moved, ...change }: Change): string => JSON.stringify(change)

/**
 * Tries suggested changes by planning again: many at once, one for an enterprise and a team, both from the plan that
 * stands and from nothing. Together they contend for the teams' time, which makes a trial stricter than the change
 * alone. What placed its request in every trial is certain; what failed gives way to the next larger change, and where
 * none is left nothing is suggested. What was not tried to the end is not certain.
 */
export const tryChanges = (
  parts: readonly Problem[],
  visits: readonly Visit[],
  told: readonly Told[],
  limits: TrialLimits,
): Unserved[] => {
  const { clock, shouldStop } = limits
  const deadline = clock() + (limits.milliseconds ?? Infinity)
  const verdicts = new Map<string, Unserved>()
  const giveUp = (it: Open): void => {
    it.held = 0
    if (++it.at === it.changes.length) verdicts.set(it.told.request, plain(it.told))
  }
  // Milliseconds a step takes, from the trials before.
  let pace = 0
  for (const part of parts) {
    const enterpriseOf = new Map(part.requests.map((it) => [it.id, it.enterprise]))
    let open: Open[] = told.flatMap((it) => {
      const enterprise = enterpriseOf.get(it.request)
      return enterprise === undefined || it.changes.length + it.wider.length === 0
        ? []
        : [{ told: it, changes: [...it.changes, ...it.wider], enterprise, at: 0, held: 0, rounds: 0 }]
    })
    const steps = ANEW_STEPS * part.requests.length
    const trial = (changed: Problem, start: readonly Visit[] | undefined, count: number, seed: number): Set<string> => {
      const limit = { progress: (step: number) => (shouldStop() ? 1 : step / count), report: () => {} }
      return new Set(searchPart(changed, start, seed, limit).visits.map((it) => it.request))
    }
    // As if the plan were published: moving others costs what it would then.
    const standing = { ...part, published: startIn(part, visits)! }
    for (let round = 0; open.length > 0 && round < limits.mostRounds; round++) {
      const begun = clock()
      if (shouldStop() || begun + pace * steps > deadline) break
      // From the plan that stands first, which takes little time and leaves few that fail to the long trial.
      open.sort((a, b) => Number(isWider(a)) - Number(isWider(b)) || b.held - a.held || a.rounds - b.rounds)
      let batch = pick(open)
      for (let quick = 0; quick < QUICK; quick++) {
        const seed = round * QUICK + quick
        const mended = trial([...batch.values()].reduce(applyChange, standing), standing.published, MEND_STEPS, seed)
        const failed = open.filter((it) => isTried(batch, it) && !mended.has(it.told.request))
        if (shouldStop() || failed.length === 0) break
        failed.forEach(giveUp)
        open = open.filter((it) => !verdicts.has(it.told.request))
        batch = pick(open)
      }
      const anew = trial([...batch.values()].reduce(applyChange, part), undefined, steps, 101 + round)
      if (shouldStop()) break
      pace = (clock() - begun) / Math.max(1, steps)
      for (const it of open) {
        if (!isTried(batch, it)) continue
        it.rounds++
        if (!anew.has(it.told.request)) giveUp(it)
        else if (++it.held === ENOUGH) {
          const change = it.changes[it.at]!
          const sure = isWider(it) ? placeAlone(part, visits, change) : change
          if (sure) verdicts.set(it.told.request, { ...plain(it.told), wouldFit: { ...sure, certain: true } })
          else giveUp(it)
        }
      }
      open = open.filter((it) => !verdicts.has(it.told.request))
    }
    for (const { told: it, at } of open) verdicts.set(it.request, untried({ ...it, changes: it.changes.slice(at) }))
  }
  return told.map((it) => verdicts.get(it.request) ?? untried(it))
}

const plain = ({ changes: _changes, wider: _wider, ...it }: Told): Unserved => it

/**
 * Plans again from the plan that stands with one change alone. @returns the change with the places found, or undefined
 * where the request found none or another lost its visit.
 */
const placeAlone = (part: Problem, visits: readonly Visit[], change: Change): Change | undefined => {
  const published = startIn(part, visits)!
  const changed = applyChange({ ...part, published }, change)
  const limit = { progress: (step: number) => step / MEND_STEPS, report: () => {} }
  const found = new Map(searchPart(changed, published, 1, limit).visits.map((it) => [it.request, it]))
  const visit = found.get(change.visit.request)
  if (!visit || published.some((it) => !found.has(it.request))) return undefined
  const before = new Map(published.map((it) => [it.request, it]))
  const stands = (it: Visit, was: Visit | undefined): boolean =>
    was !== undefined && it.team === was.team && it.day === was.day && it.start === was.start
  const moved = [...found.values()].filter((it) => it !== visit && !stands(it, before.get(it.request)))
  return { ...change, visit, ...(moved.length > 0 ? { moved } : {}) }
}

const isWider = ({ at, told }: Open): boolean => at >= told.changes.length

/** True where the change that a request stands at is the one tried for its owner. */
const isTried = (batch: ReadonlyMap<string, Change>, { changes, at, enterprise }: Open): boolean => {
  const tried = batch.get(ownerOf(changes[at]!, enterprise))
  return tried !== undefined && alters(tried) === alters(changes[at]!)
}

/** One change for each enterprise and team, for whoever stands first. */
const pick = (open: readonly Open[]): Map<string, Change> => {
  const batch = new Map<string, Change>()
  for (const { changes, enterprise, at } of open) {
    const change = changes[at]!
    const owner = ownerOf(change, enterprise)
    if (!batch.has(owner) && batch.size < TOGETHER) batch.set(owner, change)
  }
  return batch
}
