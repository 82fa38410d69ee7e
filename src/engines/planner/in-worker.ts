import { Worker } from 'node:worker_threads'
import { groupBy } from '../../platform/base/group-by.ts'
import { wholeBound } from './bound/bound-plan.ts'
import { compile, type Compiled } from './compile.ts'
import type { Problem, Solution, Visit } from './model.ts'
import { requestsIn } from './pace.ts'
import { partsOf } from './parts.ts'
import { completePlan, type Progress } from './plan.ts'
import { shareParts, startIn, type FoundPart, type Share } from './search-parts.ts'
import { shareCompiled, shareTravel } from './shared-memory.ts'
import type { WorkerMessage, WorkerTask } from './worker.ts'

export interface RunningPlan<Found> {
  readonly result: Promise<Found>
  /** Ends the work soon; the result is the best so far. */
  cancel(): void
}

export interface InWorkerOptions {
  readonly seconds?: number
  readonly iterations?: number
  readonly seed?: number
  /** Rounds of trials of what is suggested, under `iterations`. */
  readonly trials?: number
  /** Visits to start from, each kept at first where it fits; left out: none. */
  readonly start?: readonly Visit[]
  /**
   * Threads that share the parts of the problem between them; more threads than parts search the same part from other
   * seeds, and the best is taken. One thread gives what `plan` gives.
   */
  readonly threads?: number
  /** Bounds the score as well, for so long, beside the trials of what is suggested; 0 or left out: no bound. */
  readonly boundSeconds?: number
}

type Told = Extract<WorkerMessage, { progress: Progress } | { tried: number }>
type Answer = Exclude<WorkerMessage, Told>

/** Runs one task in a thread of its own. @returns its answer */
const runThread = (task: WorkerTask, onTold: (told: Told) => void = () => {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task })
    worker.on('message', (message: WorkerMessage) =>
      'progress' in message || 'tried' in message ? onTold(message) : resolve(message),
    )
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the planner's thread ended with ${code}`)))
  })

const stopCell = (): Int32Array => new Int32Array(new SharedArrayBuffer(4))

/** The best that was found in each part. */
const bestOfParts = (shares: readonly Share[], found: readonly (readonly FoundPart[])[]): FoundPart[] => {
  const ofPart = groupBy(
    shares.flatMap(({ parts }, share) => parts.map((part, at) => ({ part, found: found[share]![at]! }))),
    (it) => it.part,
  )
  return [...ofPart.values()].map((list) =>
    list.map((it) => it.found).reduce((best, it) => (it.score > best.score ? it : best)),
  )
}

/** Parts that several threads search, laid out once in memory they share. */
const compileShared = (
  parts: readonly Problem[],
  start: readonly Visit[] | undefined,
  shares: readonly Share[],
): Map<number, Compiled> => {
  const threads = new Map<number, number>()
  for (const part of shares.flatMap((it) => it.parts)) threads.set(part, (threads.get(part) ?? 0) + 1)
  const several = [...threads].filter(([, count]) => count > 1)
  return new Map(several.map(([part]) => [part, shareCompiled(compile(parts[part]!, startIn(parts[part]!, start)))]))
}

/** The progress of all threads as one: those that search the same parts find the same score, not twice the score. */
const joinProgress = (shares: readonly Share[], latest: readonly (Progress | undefined)[], fixed: number): Progress => {
  const known = shares.flatMap((it, at) => (latest[at] ? [{ searched: nameOf(it), ...latest[at] }] : []))
  const scores = [...groupBy(known, (it) => it.searched).values()].map((same) =>
    Math.max(...same.map((it) => it.score)),
  )
  return {
    phase: 'search',
    done: Math.min(...known.map((it) => it.done)),
    iterations: known.reduce((sum, it) => sum + it.iterations, 0),
    score: scores.reduce((sum, it) => sum + it, fixed),
  }
}

/** The same for all that search the same parts. */
const nameOf = (share: Share): string => share.parts.join(' ')

const planInThreads = async (
  problem: Problem,
  options: Required<Pick<InWorkerOptions, 'seed' | 'threads'>> & InWorkerOptions,
  stop: Int32Array,
  onProgress: (progress: Progress) => void,
): Promise<Solution> => {
  const { seconds, iterations, seed, threads, trials, start, boundSeconds = 0 } = options
  const started = performance.now()
  const fixed = -problem.weights.change * (problem.published?.length ?? 0)
  const parts = partsOf(problem).map(shareTravel)
  const allRequests = requestsIn(parts)
  const shares = shareParts(
    parts.map((it) => it.requests.length),
    threads,
    seed,
  )
  const taskOf = (share: Share) => ({ parts: share.parts.map((it) => parts[it]!), seconds, iterations, stop })
  const compiledOf = compileShared(parts, start, shares)
  const latest: Progress[] = []
  const searches = await Promise.all(
    shares.map((share, at) => {
      const compiled = share.parts.map((it) => compiledOf.get(it))
      const task: WorkerTask = {
        ...taskOf(share),
        work: { kind: 'search', seed: share.seed, start, allRequests, compiled },
      }
      return runThread(task, (told) => {
        if (!('progress' in told)) return
        latest[at] = told.progress
        onProgress(joinProgress(shares, latest, fixed))
      })
    }),
  )
  const found = searches.map((it) => ('found' in it ? it.found : []))
  const best = bestOfParts(shares, found)
  const visits = best.flatMap((it) => it.visits)
  const iterationsMade = found.flat().reduce((sum, it) => sum + it.steps, 0)
  const score = best.reduce((sum, it) => sum + it.score, fixed)
  const tried: number[] = shares.map(() => 0)
  const onTried = (share: Share, done: number): void => {
    tried[shares.indexOf(share)] = done
    onProgress({ phase: 'trials', done: Math.min(...tried), iterations: iterationsMade, score })
  }

  const groups = [...groupBy(shares, nameOf).values()]
  // Those that searched the same parts share what is left out between them.
  const telling = groups.flatMap((same) =>
    same.map((share, at) =>
      runThread({ ...taskOf(share), work: { kind: 'tell', visits, trials, lot: { at, of: same.length } } }, (told) => {
        if ('tried' in told) onTried(share, told.tried)
      }),
    ),
  )
  const bounding = (boundSeconds > 0 ? groups : []).map(([share]) =>
    runThread({ ...taskOf(share!), seconds: boundSeconds, work: { kind: 'bound', visits } }),
  )
  const [told, bounds] = await Promise.all([Promise.all(telling), Promise.all(bounding)])
  const unserved = told.flatMap((it) => ('told' in it ? it.told : []))
  const bound = bounds.flatMap((it) => ('bound' in it ? [it.bound] : []))
  return {
    ...completePlan(problem, visits, unserved),
    seconds: Math.round(performance.now() - started) / 1000,
    seed,
    iterations: iterationsMade,
    ...(bound.length > 0 ? { bound: wholeBound(problem, bound).bound } : {}),
  }
}

/** Plans in worker threads of Node, so that the caller's thread stays free. */
export const planInWorker = (
  problem: Problem,
  options: InWorkerOptions = {},
  onProgress: (progress: Progress) => void = () => {},
): RunningPlan<Solution> => {
  const { seed = 1, threads = 1 } = options
  const stop = stopCell()
  const result = planInThreads(problem, { ...options, seed, threads }, stop, onProgress)
  return { result, cancel: () => Atomics.store(stop, 0, 1) }
}
