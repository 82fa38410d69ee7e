import type { Result } from '../../base/result.ts'
import { inScope, type Context, type Scope } from '../db/scope.ts'
import { problemOf } from '../http/problem.ts'
import type { FailureTexts } from '../http/texts.zh.ts'
import type { Log } from '../log.ts'
import type { Services } from '../services.ts'
import type { Jobs } from './jobs.ts'
import { finishOperation, insertOperation, noteProgress, operationById, takeOperation } from './queries.ts'

const QUEUE = 'long-operations'
// Progress reaches the database at most this often; the page asks every 400 ms.
const NOTE_EVERY_MS = 300

export interface OperationRun<Input = unknown> {
  readonly id: string
  readonly input: Input
  readonly scope: Scope
  readonly services: Services
  /** Fraction 0 to 1 and what is being done, in Chinese. Cheap: kept in memory and written now and then. */
  progress(fraction: number, note?: string): void
  /** True once someone asked to cancel; the work should end soon and may keep what it has. */
  cancelled(): boolean
  /** Called once when someone asks to cancel. */
  onCancel(act: () => void): void
  /** A transaction in the county of the operation. */
  inScope<Value>(work: (context: Context) => Promise<Value>): Promise<Value>
}

/** Its result is stored as JSON. A failure is told with the area's texts. */
export type LongOperation = (run: OperationRun<never>) => Promise<Result<unknown, string>>

export interface LongOperations {
  /** Queues the operation in the caller's transaction and returns its id. */
  start(context: Context, kind: string, input: object): Promise<string>
}

export interface LongOperationKinds {
  readonly [kind: string]: { readonly run: LongOperation; readonly texts: FailureTexts }
}

interface Job {
  readonly orgId: string
  readonly operationId: string
}

export const createLongOperations = (jobs: Jobs): LongOperations => ({
  start: async (context, kind, input) => {
    const operationId = await insertOperation(context, kind, input)
    await jobs.enqueue(context, QUEUE, { orgId: context.scope.orgId, operationId } satisfies Job)
    return operationId
  },
})

/** Runs queued operations on this server, two at a time. */
export const handleLongOperations = async (
  jobs: Jobs,
  kinds: LongOperationKinds,
  services: Services,
  scopeOf: (orgId: string, personId?: string) => Promise<Scope>,
  log: Log,
): Promise<void> => {
  await jobs.handle<Job>(QUEUE, 2, async ({ orgId, operationId }) => {
    const scope = await scopeOf(orgId)
    const within = <Value>(work: (context: Context) => Promise<Value>): Promise<Value> =>
      inScope(services.database, scope, work)
    const row = await within(async (context) =>
      (await takeOperation(context, operationId)) ? operationById(context, operationId) : undefined,
    )
    if (!row) return
    const kind = kinds[row.kind]
    const state = { fraction: 0, note: row.note, cancelled: false }
    const listeners: (() => void)[] = []
    const tick = async (): Promise<void> => {
      const asked = await within((context) => noteProgress(context, operationId, state.fraction, state.note))
      if (asked && !state.cancelled) {
        state.cancelled = true
        for (const act of listeners) act()
      }
    }
    const timer = setInterval(() => void tick().catch((error) => log.error('operation progress', error)), NOTE_EVERY_MS)
    try {
      if (!kind) throw new Error(`no long operation of the kind ${row.kind}`)
      const result = await kind.run({
        id: operationId,
        input: row.input as never,
        scope: { ...scope, personId: row.created_by ?? undefined },
        services,
        progress: (fraction, note) => {
          state.fraction = fraction
          if (note !== undefined) state.note = note
        },
        cancelled: () => state.cancelled,
        onCancel: (act) => listeners.push(act),
        inScope: (work) => inScope(services.database, { ...scope, personId: row.created_by ?? undefined }, work),
      })
      clearInterval(timer)
      await within(async (context) => {
        await noteProgress(context, operationId, state.fraction, state.note)
        await finishOperation(
          context,
          operationId,
          result.ok
            ? { status: state.cancelled ? 'cancelled' : 'done', result: result.value }
            : { status: 'failed', problem: problemOf(result, kind.texts) },
        )
      })
    } catch (error) {
      clearInterval(timer)
      log.error(`operation ${row.kind}`, error)
      await within((context) =>
        finishOperation(context, operationId, {
          status: 'failed',
          problem: {
            code: 'UNEXPECTED',
            status: 500,
            title: '没有做完',
            detail: '系统出了意外，已写入运行日志；没有保存半截结果。请稍后重新开始，仍不行请联系管理员。',
          },
        }),
      )
    }
  })
}
