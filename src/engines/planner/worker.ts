import { parentPort, workerData } from 'node:worker_threads'
import type { Problem } from './model.ts'
import { plan } from './plan.ts'

/** What the thread is given; `stop[0]` becomes 1 when the search should end. */
export interface WorkerTask {
  readonly problem: Problem
  readonly seconds?: number
  readonly iterations?: number
  readonly seed: number
  readonly stop: Int32Array
}

const { problem, seconds, iterations, seed, stop } = workerData as WorkerTask
const solution = plan(problem, {
  seconds,
  iterations,
  seed,
  shouldStop: () => Atomics.load(stop, 0) === 1,
  onProgress: (progress) => parentPort!.postMessage({ progress }),
})
parentPort!.postMessage({ solution })
