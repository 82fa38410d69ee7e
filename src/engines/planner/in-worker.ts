import { Worker } from 'node:worker_threads'
import type { Problem, Solution, Visit } from './model.ts'
import type { Progress } from './plan.ts'
import type { WorkerTask } from './worker.ts'

export interface RunningPlan<Found> {
  readonly result: Promise<Found>
  /** Ends the work soon; the result is the best so far. */
  cancel(): void
}

export interface InWorkerOptions {
  readonly seconds?: number
  readonly iterations?: number
  readonly seed?: number
  /** Searches side by side from seeds seed, seed + 1, …; the best is taken. One thread gives what `plan` gives. */
  readonly threads?: number
}

type Message = { progress: Progress } | { solution: Solution } | { bound: number }

const runThread = (task: WorkerTask, onMessage: (message: Message, done: () => void) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task })
    worker.on('message', (message: Message) => onMessage(message, resolve))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`the planner's thread ended with ${code}`)))
  })

const stopCell = (): Int32Array => new Int32Array(new SharedArrayBuffer(4))

/** Plans in worker threads of Node, so that the caller's thread stays free. */
export const planInWorker = (
  problem: Problem,
  options: InWorkerOptions = {},
  onProgress: (progress: Progress) => void = () => {},
): RunningPlan<Solution> => {
  const { seconds, iterations, seed = 1, threads = 1 } = options
  const stop = stopCell()
  const runOne = async (at: number): Promise<Solution> => {
    let solution: Solution | undefined
    await runThread({ problem, seconds, iterations, seed: seed + at, stop }, (message, done) => {
      if ('progress' in message && at === 0) onProgress(message.progress)
      if (!('solution' in message)) return
      solution = message.solution
      done()
    })
    return solution!
  }
  const result = Promise.all(Array.from({ length: threads }, (_, at) => runOne(at))).then((all) =>
    all.reduce((best, it) => (it.score > best.score ? it : best)),
  )
  return { result, cancel: () => Atomics.store(stop, 0, 1) }
}

/** Bounds the score in a thread, seen from a plan; cancelled, it gives the bound reached so far. */
export const boundInWorker = (
  problem: Problem,
  options: { readonly visits: readonly Visit[]; readonly seconds: number },
): RunningPlan<number> => {
  const stop = stopCell()
  let bound = Infinity
  const task = { problem, seconds: options.seconds, seed: 1, stop, bounding: options.visits }
  const result = runThread(task, (message, done) => {
    if (!('bound' in message)) return
    bound = message.bound
    done()
  }).then(() => bound)
  return { result, cancel: () => Atomics.store(stop, 0, 1) }
}
