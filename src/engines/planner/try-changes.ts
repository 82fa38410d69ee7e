import { applyChange, type Change } from './apply-change.ts'
import { allowVisits, compile, type Compiled } from './compile.ts'
import { untried, type Told } from './explain.ts'
import type { Problem, Unserved, Visit } from './model.ts'
import { takeTurns, type Clock } from './pace.ts'
import { searchCompiled, searchPart, startIn } from './search-parts.ts'
import type { Limits } from './search.ts'

// Steps of a trial that plans anew, by requests of the part, and of one that begins with the plan that stands.
const ANEW_STEPS = 50
// Steps by seed: the few of the first tell nearly always what thousands do; the last make sure.
const MENDS = [300, 2_500]
// A change holds after so many trials anew that gave the request a visit, and one that did not takes so many back; at
// FAILED it is given up.
const ENOUGH = 12
const FAILED = -2 * ENOUGH
// Enterprises and teams changed at once in a trial anew: more trials for the time, and more that contend.
const TOGETHER = 64

export interface TrialLimits {
  /** Milliseconds for all trials, if time limits them. */
  readonly milliseconds?: number
  /** Rounds for each part. */
  readonly mostRounds: number
  readonly clock: Clock
  readonly shouldStop: () => boolean
  /** Told now and then: the share of the milliseconds that are over, or of the requests. */
  readonly report: (done: number) => void
}

/**
 * Tries suggested changes by planning again: each alone from the plan that stands, then many at once from nothing, one
 * for an enterprise and a team; together they contend for the teams' time, which makes a trial stricter than the change
 * alone. The smallest change that holds in both is certain. Where none does, the smallest that the plan that stands lets
 * in is told, and where there is none, nothing. What the time did not reach is told as it came, not certain.
 */
export const tryChanges = (
  parts: readonly Problem[],
  visits: readonly Visit[],
  told: readonly Told[],
  limits: TrialLimits,
): Unserved[] => {
  const { milliseconds = Infinity, clock } = limits
  const started = clock()
  const verdicts = new Map<string, Unserved>()
  for (const { part, before, ...turn } of takeTurns(parts, milliseconds, clock)) {
    const ofTime = (): number => (milliseconds > 0 ? (clock() - started) / milliseconds : 1)
    const report = (): void => limits.report(Math.min(1, milliseconds < Infinity ? ofTime() : before))
    const enterpriseOf = new Map(part.requests.map((it) => [it.id, it.enterprise]))
    const ladders = told.flatMap((it) => {
      const enterprise = enterpriseOf.get(it.request)
      return enterprise === undefined || it.changes.length + it.wider.length === 0 ? [] : [new Ladder(it, enterprise)]
    })
    tryPart(part, visits, ladders, { ...limits, report, deadline: clock() + turn.milliseconds })
    for (const it of ladders) verdicts.set(it.told.request, it.verdict())
  }
  return told.map((it) => verdicts.get(it.request) ?? untried(it))
}

const tryPart = (
  part: Problem,
  visits: readonly Visit[],
  ladders: readonly Ladder[],
  limits: Omit<TrialLimits, 'report'> & { readonly deadline: number; readonly report: () => void },
): void => {
  const { clock, shouldStop, report, deadline, mostRounds } = limits
  const mend = mender(part, visits)
  const steps = ANEW_STEPS * part.requests.length
  // Milliseconds the longest trial anew took.
  let longest = 0
  const isOver = (): boolean => shouldStop() || clock() + longest > deadline
  const climbAll = (): void => {
    for (const it of ladders) {
      if (isOver()) return
      it.climb(mend)
      report()
    }
  }
  if (mostRounds === 0) return
  climbAll()
  for (let round = 0; round < mostRounds && !isOver(); round++) {
    // Of those that no trial confirmed yet, who was tried least comes first.
    const ready = ladders.filter((it) => it.isReady).sort((a, b) => b.held - a.held || a.rounds - b.rounds)
    const batch = new Map<string, Change>()
    const tried = ready.filter((it) => {
      const owner = ownerOf(it.change, it.enterprise)
      const same = batch.get(owner)
      if (same) return alters(same) === alters(it.change)
      if (batch.size === TOGETHER) return false
      batch.set(owner, it.change)
      return true
    })
    if (tried.length === 0) return
    const begun = clock()
    const changed = [...batch.values()].reduce(applyChange, part)
    const anew = searchPart(changed, undefined, 101 + round, limitsOf(steps, shouldStop))
    if (shouldStop()) return
    const served = new Set(anew.visits.map((it) => it.request))
    for (const it of tried) it.count(served.has(it.told.request))
    longest = Math.max(longest, clock() - begun)
    climbAll()
  }
}

const limitsOf = (steps: number, shouldStop = () => false): Limits => ({
  progress: (step) => (shouldStop() ? 1 : step / steps),
  report: () => {},
})

/**
 * @returns the change with the places found, or undefined where the request has none, or another lost its visit and the
 * change does not fit as it is.
 */
type Mend = (change: Change, fits: boolean) => Change | undefined

/** Plans again with one change alone from the plan that stands, as if it were published: moving others has its cost. */
const mender = (part: Problem, visits: readonly Visit[]): Mend => {
  const published = startIn(part, visits)!
  const problem = { ...part, published }
  const before = new Map(published.map((it) => [it.request, it]))
  const stands = (it: Visit): boolean => {
    const was = before.get(it.request)
    return was !== undefined && it.team === was.team && it.day === was.day && it.start === was.start
  }
  const compiled = compile(problem, published)
  const changed = (change: Change): Compiled =>
    change.kind === 'budget-visits'
      ? allowVisits(compiled, change.visit.request, change.visits)
      : compile(applyChange(problem, change), published)
  return (change, fits) => {
    const one = changed(change)
    let placed: Change | undefined
    for (const [at, steps] of MENDS.entries()) {
      const again = searchCompiled(one, published, at + 1, limitsOf(steps)).visits
      const found = new Map(again.map((it) => [it.request, it]))
      const visit = found.get(change.visit.request)
      if (!visit) return undefined
      if (fits) continue
      if (published.some((it) => !found.has(it.request))) return undefined
      const moved = again.filter((it) => it !== visit && !stands(it))
      placed ??= { ...change, visit, moved: moved.length > 0 ? moved : undefined }
    }
    return placed ?? change
  }
}

/** The changes that could place one request, the smallest first, and how far its trials went. */
class Ladder {
  readonly told: Told
  readonly enterprise: string
  held = 0
  rounds = 0
  private readonly changes: readonly Change[]
  private at = 0
  /** The change that stands at `at`, with its places, once the plan that stands let it in. */
  private placed: Change | undefined
  /** The first that the plan that stands let in. */
  private smallest: Change | undefined
  private holds = false

  constructor(told: Told, enterprise: string) {
    this.told = told
    this.enterprise = enterprise
    this.changes = [...told.changes, ...told.wider]
  }

  /** Whether the change under trial waits for trials anew: the plan that stands lets it in. */
  get isReady(): boolean {
    return this.placed !== undefined && !this.holds
  }

  /** The change under trial. */
  get change(): Change {
    return this.placed ?? this.changes[this.at]!
  }

  /** Goes on to a change that the plan that stands lets in. */
  climb(mend: Mend): void {
    while (this.isOpen && !this.placed) {
      if (this.at === this.told.changes.length) this.skipHopeless(mend)
      if (!this.isOpen) return
      this.placed = mend(this.change, !this.isWider)
      this.smallest ??= this.placed
      if (!this.placed) this.giveUp()
    }
  }

  /** Takes note of a trial anew. */
  count(served: boolean): void {
    this.rounds++
    this.held += served ? 1 : -ENOUGH
    if (this.held === ENOUGH) this.holds = true
    else if (this.held <= FAILED) this.giveUp()
  }

  verdict(): Unserved {
    const { changes: _changes, wider: _wider, ...told } = this.told
    if (this.holds) return { ...told, wouldFit: { ...this.placed!, certain: true } }
    // Not tried at all: what fits with all others standing.
    const fits = this.smallest ?? (this.isOpen && !this.isWider ? this.change : undefined)
    return fits ? { ...told, wouldFit: { ...fits, certain: false } } : told
  }

  private get isOpen(): boolean {
    return !this.holds && this.at < this.changes.length
  }

  private get isWider(): boolean {
    return this.at >= this.told.changes.length
  }

  /** Where the budget raised most of all does not let the request in, whoever gives way, one raised less does not either. */
  private skipHopeless(mend: Mend): void {
    const { wider } = this.told
    const other = wider.findIndex((it) => it.kind !== 'budget-visits')
    const raised = other < 0 ? wider.length : other
    if (raised > 1 && !mend(wider[raised - 1]!, true)) this.at += raised
  }

  private giveUp(): void {
    this.placed = undefined
    this.held = 0
    this.at++
  }
}

/** What one change alters, so that two of one owner are never tried at once. */
const ownerOf = (change: Change, enterprise: string): string =>
  change.kind === 'shift' || change.kind === 'team-limit' ? `team ${change.team}` : `enterprise ${enterprise}`

const alters = ({ visit: _visit, moved: _moved, ...change }: Change): string => JSON.stringify(change)
