import { parentPort, workerData } from 'node:worker_threads'
import { boundParts, type Bound } from './bound/bound-plan.ts'
import type { Compiled } from './compile.ts'
import type { Problem, Unserved, Visit } from './model.ts'
import { tellParts, TRIAL_SHARE, type Telling } from './plan.ts'
import { searchParts, type FoundPart, type Progress } from './search-parts.ts'

/** What the thread is given: its parts of the problem; `stop[0]` becomes 1 when the work should end. */
export interface WorkerTask {
  readonly parts: readonly Problem[]
  readonly seconds?: number
  readonly iterations?: number
  readonly stop: Int32Array
  readonly work:
    | {
        readonly kind: 'search'
        readonly seed: number
        readonly start?: readonly Visit[]
        /** Requests of all parts of the problem. */
        readonly allRequests: number
        /** Parts laid out beforehand, by their place among `parts`, where several threads search them. */
        readonly compiled: readonly (Compiled | undefined)[]
      }
    | {
        readonly kind: 'tell'
        readonly visits: readonly Visit[]
        /** Rounds of trials, under `iterations`. */
        readonly trials?: number
        readonly lot: Telling['lot']
      }
    | { readonly kind: 'bound'; readonly visits: readonly Visit[] }
}

export type WorkerMessage =
  | { readonly progress: Progress }
  | { readonly tried: number }
  | { readonly found: readonly FoundPart[] }
  | { readonly told: readonly Unserved[] }
  | { readonly bound: Bound }

const { parts, seconds, iterations, stop, work } = workerData as WorkerTask
const shouldStop = (): boolean => Atomics.load(stop, 0) === 1
const clock = (): number => performance.now()
// The bound runs beside the trials, on one core perhaps: it has its seconds of the processor.
const ownTime = (): number => {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1000
}
const post = (message: WorkerMessage): void => parentPort!.postMessage(message)
const usualSeconds = seconds ?? 2

switch (work.kind) {
  case 'search': {
    const { seed, start, allRequests } = work
    const compiled = new Map(work.compiled.flatMap((it, at) => (it ? [[parts[at]!, it] as const] : [])))
    const onProgress = (progress: Progress): void => post({ progress })
    const options = { seconds: usualSeconds, iterations, seed, start, compiled, clock, onProgress, shouldStop }
    post({ found: searchParts(parts, allRequests, options) })
    break
  }
  case 'tell': {
    const { visits, trials, lot } = work
    const onProgress = (done: number): void => post({ tried: done })
    const limits = { seconds: usualSeconds * TRIAL_SHARE, iterations, trials, lot, clock, shouldStop, onProgress }
    post({ told: tellParts(parts, visits, { fresh: true, ...limits }) })
    break
  }
  case 'bound':
    post({ bound: boundParts(parts, { seconds, visits: work.visits, clock: ownTime, shouldStop }) })
}
