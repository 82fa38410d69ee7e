import { Worker } from 'node:worker_threads'
import type { Problem, Solution } from './model.ts'
import type { Progress } from './plan.ts'
import type { WorkerTask } from './worker.ts'

export interface RunningPlan {
  readonly result: Promise<Solution>
  /** Ends the search soon; the result is the best plan so far. */
  cancel(): void
}

export interface InWorkerOptions {
  readonly seconds?: number
  readonly iterations?: number
  readonly seed?: number
  /** Searches side by side from seeds seed, seed + 1, …; the best is taken. One thread gives what `plan` gives. */
  readonly threads?: number
}

type Message = { progress: Progress } | { solution: Solution }

/** Plans in worker threads of Node, so that the caller's thread stays free. */
export const planInWorker = (
  problem: Problem,
  options: InWorkerOptions = {},
  onProgress: (progress: Progress) => void = () => {},
): RunningPlan => {
  const { seconds, iterations, seed = 1, threads = 1 } = options
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const runOne = (at: number): Promise<Solution> =>
    new Promise((resolve, reject) => {
      const task: WorkerTask = { problem, seconds, iterations, seed: seed + at, stop }
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: task })
      worker.on('message', (message: Message) => {
        if ('solution' in message) resolve(message.solution)
        else if (at === 0) onProgress(message.progress)
      })
      worker.once('error', reject)
      worker.once('exit', (code) => reject(new Error(`the planner's thread ended with ${code}`)))
    })
  const result = Promise.all(Array.from({ length: threads }, (_, at) => runOne(at))).then((all) =>
    all.reduce((best, it) => (it.score > best.score ? it : best)),
  )
  return { result, cancel: () => Atomics.store(stop, 0, 1) }
}
