import { Worker } from 'node:worker_threads'
import { groupBy } from '../../platform/base/group-by.ts'
import type { Problem, Solution } from './model.ts'
import type { Progress } from './plan.ts'
import type { NumberedPart, WorkerTask } from './worker.ts'

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
  /**
   * Threads that share the parts of the problem between them; more threads than parts search the same part from other
   * seeds, and the best is taken. One thread gives what `plan` gives.
   */
  readonly threads?: number
  /** Bounds the score as well, for so long, beside the trials of what is suggested; 0 or left out: no bound. */
  readonly boundSeconds?: number
}

interface Told {
  readonly progress: Progress
  /** Which parts a share searches. */
  readonly searched?: string
}

type Message =
  | Told
  | { found: readonly NumberedPart[] }
  | { completed: Omit<Solution, 'seconds' | 'seed' | 'iterations'> }
  | { bound: number }
type Answer = Exclude<Message, Told>

/** Runs one task in a thread of its own. @returns its answer */
const runThread = (task: WorkerTask, onTold: (told: Told) => void = () => {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task })
    worker.on('message', (message: Message) => ('progress' in message ? onTold(message) : resolve(message)))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the planner's thread ended with ${code}`)))
  })

const stopCell = (): Int32Array => new Int32Array(new SharedArrayBuffer(4))

/** The problem with its ways in memory that threads share: by far the largest part of it, held once for all. */
export const shareTravel = (problem: Problem): Problem => {
  const { minutes } = problem.travel
  const size = minutes.length
  const cells = new SharedArrayBuffer(size * size * Int32Array.BYTES_PER_ELEMENT)
  const rows = minutes.map((row, at) => {
    const shared = new Int32Array(cells, at * size * Int32Array.BYTES_PER_ELEMENT, size)
    shared.set(row)
    return shared
  })
  return { ...problem, travel: { ...problem.travel, minutes: rows } }
}

/** The best that was found in each part. */
const bestOfParts = (found: readonly NumberedPart[]): NumberedPart[] =>
  [...groupBy(found, (it) => it.part).values()].map((list) =>
    list.reduce((best, it) => (it.score > best.score ? it : best)),
  )

const planInThreads = async (
  problem: Problem,
  options: Required<Pick<InWorkerOptions, 'seed' | 'threads'>> & InWorkerOptions,
  stop: Int32Array,
  onProgress: (progress: Progress) => void,
): Promise<Solution> => {
  const { seconds, iterations, seed, threads, trials, boundSeconds = 0 } = options
  const started = performance.now()
  const fixed = -problem.weights.change * (problem.published?.length ?? 0)
  const task = { problem: shareTravel(problem), seconds, iterations, seed, trials, stop }
  const latest: Told[] = []
  const tellAll = (): void => {
    const all = latest.filter(Boolean)
    // Threads that search the same parts find the same score twice, not twice the score.
    const scores = [...groupBy(all, (it) => it.searched).values()].map((same) =>
      Math.max(...same.map((it) => it.progress.score)),
    )
    onProgress({
      done: Math.min(...all.map((it) => it.progress.done)),
      iterations: all.reduce((sum, it) => sum + it.progress.iterations, 0),
      score: scores.reduce((sum, it) => sum + it, fixed),
    })
  }
  const answers = await Promise.all(
    Array.from({ length: threads }, (_, at) =>
      runThread({ ...task, work: { kind: 'share', at, of: threads } }, (told) => {
        latest[at] = told
        tellAll()
      }),
    ),
  )
  const found = answers.flatMap((it) => ('found' in it ? it.found : []))
  const visits = bestOfParts(found).flatMap((it) => it.visits)
  const [completed, bounded] = await Promise.all([
    runThread({ ...task, work: { kind: 'complete', visits } }),
    boundSeconds > 0 ? runThread({ ...task, seconds: boundSeconds, work: { kind: 'bound', visits } }) : undefined,
  ])
  if (!('completed' in completed)) throw new Error('the planner ended without a plan')
  return {
    ...completed.completed,
    seconds: Math.round(performance.now() - started) / 1000,
    seed,
    iterations: found.reduce((sum, it) => sum + it.steps, 0),
    ...(bounded && 'bound' in bounded ? { bound: bounded.bound } : {}),
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
