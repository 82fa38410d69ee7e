import { recogniseAlike } from './alike/alike-problem.ts'
import { searchAlike } from './alike/search-alike.ts'
import { compile, type Compiled } from './compile.ts'
import { construct } from './construct.ts'
import type { Problem, Visit } from './model.ts'
import { settle } from './moves/swap.ts'
import { createTicker, takeTurns, type Clock } from './pace.ts'
import { PlanState } from './plan-state.ts'
import { createRandom } from './random.ts'
import { improve, type Limits } from './search.ts'

export interface Progress {
  /** After the search, suggested changes are tried. */
  readonly phase: 'search' | 'trials'
  /** Share of the phase that is done: 0 to 1. */
  readonly done: number
  readonly iterations: number
  /** Best score so far. */
  readonly score: number
}

export interface SearchOptions {
  /** Seconds for all parts given, where `iterations` is not. */
  readonly seconds: number
  /** Steps for all parts of the problem, of which each gets its share by its requests. */
  readonly iterations?: number
  readonly seed: number
  readonly start?: readonly Visit[]
  /** Parts laid out beforehand, with the same `start`; others are laid out here. */
  readonly compiled?: ReadonlyMap<Problem, Compiled>
  readonly clock: Clock
  readonly onProgress: (progress: Progress) => void
  readonly shouldStop: () => boolean
}

export interface FoundPart {
  readonly visits: readonly Visit[]
  readonly steps: number
  /** Without the constant cost of published visits. */
  readonly score: number
}

export const startIn = (part: Problem, start: readonly Visit[] | undefined): readonly Visit[] | undefined => {
  const own = start && new Set(part.requests.map((it) => it.id))
  return own && start.filter((it) => own.has(it.request))
}

/** Searches one part. */
export const searchPart = (
  part: Problem,
  start: readonly Visit[] | undefined,
  seed: number,
  limits: Limits,
): FoundPart => searchCompiled(compile(part, start), start, seed, limits)

/** Searches what was laid out with the same `start`. */
export const searchCompiled = (
  compiled: Compiled,
  start: readonly Visit[] | undefined,
  seed: number,
  limits: Limits,
): FoundPart => {
  const state = new PlanState(compiled)
  const alike = start === undefined ? recogniseAlike(compiled) : undefined
  let steps: number
  if (alike) steps = searchAlike(state, alike, seed, limits)
  else {
    construct(state, start)
    steps = improve(state, createRandom(seed), limits, start !== undefined)
  }
  settle(state)
  return { visits: state.visits(), steps, score: state.score }
}

/**
 * Searches parts one after the other.
 * @param allRequests requests of all parts of the problem, of which these may be some.
 */
export const searchParts = (parts: readonly Problem[], allRequests: number, options: SearchOptions): FoundPart[] => {
  const { seconds, iterations, seed, start, compiled, clock, onProgress, shouldStop } = options
  const isDue = createTicker(clock)
  const found: FoundPart[] = []
  let searched = 0
  let score = 0
  for (const { part, before, share, milliseconds } of takeTurns(parts, seconds * 1000, clock)) {
    const begun = clock()
    const steps = Math.ceil(((iterations ?? 0) * part.requests.length) / Math.max(1, allRequests))
    const standing = startIn(part, start)
    const one = searchCompiled(compiled?.get(part) ?? compile(part, standing), standing, seed, {
      progress: (iteration) => {
        if (shouldStop()) return 1
        if (iterations !== undefined) return iteration / steps
        return milliseconds > 0 ? (clock() - begun) / milliseconds : 1
      },
      report: (iteration, ofPart, progress) => {
        if (!isDue()) return
        onProgress({
          phase: 'search',
          done: Math.min(1, before + progress * share),
          iterations: searched + iteration,
          score: score + ofPart,
        })
      },
    })
    found.push(one)
    searched += one.steps
    score += one.score
  }
  return found
}

/** Which parts a thread searches, and with which seed. */
export interface Share {
  readonly parts: readonly number[]
  readonly seed: number
}

/**
 * Shares parts out to threads: each part to one thread, the largest first to the one with least to do. Threads beyond
 * the parts search one of them again from another seed.
 */
export const shareParts = (sizes: readonly number[], threads: number, seed: number): Share[] => {
  const parts: number[][] = Array.from({ length: threads }, () => [])
  const load = new Float64Array(threads)
  const bySize = sizes.map((_, at) => at).toSorted((a, b) => sizes[b]! - sizes[a]! || a - b)
  for (const part of bySize) {
    let least = 0
    for (let at = 1; at < threads; at++) if (load[at]! < load[least]!) least = at
    parts[least]!.push(part)
    // A part without requests is work too: a thread that has one is not free.
    load[least]! += sizes[part]! + 1e-6
  }
  return parts.map((own, at) =>
    own.length > 0 || bySize.length === 0
      ? { parts: own, seed }
      : { parts: [bySize[at % bySize.length]!], seed: seed + Math.floor(at / bySize.length) },
  )
}
