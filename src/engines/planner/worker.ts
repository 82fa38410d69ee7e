import { parentPort, workerData } from 'node:worker_threads'
import { boundPlan } from './bound/bound-plan.ts'
import type { Problem, Visit } from './model.ts'
import { plan } from './plan.ts'

/** What the thread is given; `stop[0]` becomes 1 when the work should end. */
export interface WorkerTask {
  readonly problem: Problem
  readonly seconds?: number
  readonly iterations?: number
  readonly seed: number
  readonly stop: Int32Array
  /** Where given, the score is bounded, seen from this plan, instead of a plan made. */
  readonly bounding?: readonly Visit[]
}

const { problem, seconds, iterations, seed, stop, bounding } = workerData as WorkerTask
const shouldStop = (): boolean => Atomics.load(stop, 0) === 1
if (bounding) parentPort!.postMessage({ bound: boundPlan(problem, { seconds, visits: bounding, shouldStop }).bound })
else {
  const solution = plan(problem, {
    seconds,
    iterations,
    seed,
    shouldStop,
    onProgress: (progress) => parentPort!.postMessage({ progress }),
  })
  parentPort!.postMessage({ solution })
}
