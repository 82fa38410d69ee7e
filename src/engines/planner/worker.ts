import { parentPort, workerData } from 'node:worker_threads'
import { boundPlan } from './bound/bound-plan.ts'
import type { Problem, Visit } from './model.ts'
import { partsOf } from './parts.ts'
import { completePlan, requestsIn, TRIAL_SHARE } from './plan.ts'
import { searchParts, shareParts, type FoundPart } from './search-parts.ts'

/** What the thread is given; `stop[0]` becomes 1 when the work should end. */
export interface WorkerTask {
  readonly problem: Problem
  readonly seconds?: number
  readonly iterations?: number
  readonly seed: number
  readonly stop: Int32Array
  /** Rounds of trials, under `iterations`. */
  readonly trials?: number
  /** One thread's share of a search, or the end of one, or a bound of the score. */
  readonly work:
    | { readonly kind: 'share'; readonly at: number; readonly of: number }
    | { readonly kind: 'complete'; readonly visits: readonly Visit[] }
    | { readonly kind: 'bound'; readonly visits: readonly Visit[] }
}

/** What a thread found in one of the problem's parts, by the part's number. */
export interface NumberedPart extends FoundPart {
  readonly part: number
}

const { problem, seconds, iterations, seed, trials, stop, work } = workerData as WorkerTask
const shouldStop = (): boolean => Atomics.load(stop, 0) === 1
const clock = (): number => performance.now()
// The bound runs beside the trials, on one core perhaps: it has its seconds of the processor.
const ownTime = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
const post = (message: object): void => parentPort!.postMessage(message)
const usualSeconds = seconds ?? 2

switch (work.kind) {
  case 'share': {
    const parts = partsOf(problem)
    const sizes = parts.map((it) => it.requests.length)
    const share = shareParts(sizes, work.of, seed)[work.at]!
    const own = share.parts.map((it) => parts[it]!)
    const searched = share.parts.join(' ')
    const tell = (progress: object): void => post({ progress, searched })
    const options = { seconds: usualSeconds, iterations, seed: share.seed, clock, onProgress: tell, shouldStop }
    const found = searchParts(own, requestsIn(parts), options)
    post({ found: found.map((it, at): NumberedPart => ({ ...it, part: share.parts[at]! })) })
    break
  }
  case 'complete': {
    const completion = { fresh: true, seconds: usualSeconds * TRIAL_SHARE, iterations, trials, clock, shouldStop }
    post({ completed: completePlan(problem, partsOf(problem), work.visits, completion) })
    break
  }
  case 'bound':
    post({ bound: boundPlan(problem, { seconds, visits: work.visits, clock: ownTime, shouldStop }).bound })
}
