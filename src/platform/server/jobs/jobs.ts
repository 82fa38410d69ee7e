import { fromKysely, PgBoss } from 'pg-boss'
import type { Context } from '../db/scope.ts'
import type { Database } from '../db/database.ts'
import { SCOPED_ROLE } from '../db/migrate.ts'
import type { Log } from '../log.ts'

export interface Jobs {
  /** Puts a job into the caller's transaction: it is run if and only if that commits. */
  enqueue(context: Context, queue: string, data: object): Promise<void>
  /** Runs `work` for each job of the queue, `parallel` at a time; a throw is retried by pg-boss. */
  handle<Data extends object>(queue: string, parallel: number, work: (data: Data) => Promise<void>): Promise<void>
  /** Runs `work` by a cron expression in Asia/Shanghai, once over all servers of a database. */
  repeat(queue: string, cron: string, work: () => Promise<void>): Promise<void>
  stop(): Promise<void>
}

/** Starts the job queue; its tables live in the schema pgboss of the same database. */
export const startJobs = async (database: Database, log: Log): Promise<Jobs> => {
  const boss = new PgBoss({
    ...database.config,
    max: 4,
    application_name: 'qingqi-jobs',
    schedule: true,
    superviseIntervalSeconds: 60,
    persistWarnings: false,
  })
  boss.on('error', (error) => log.error('jobs', error))
  await boss.start()
  await database.pool.query(`GRANT USAGE ON SCHEMA pgboss TO ${SCOPED_ROLE}`)
  const grant = (): Promise<unknown> =>
    database.pool.query(
      `GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA pgboss TO ${SCOPED_ROLE}; GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${SCOPED_ROLE}`,
    )
  await grant()
  const created = new Set<string>()
  const ensure = async (queue: string): Promise<void> => {
    if (created.has(queue)) return
    if (!(await boss.getQueue(queue)))
      await boss.createQueue(queue, { retryLimit: 3, retryDelay: 5, retryBackoff: true, expireInSeconds: 3600 })
    await grant()
    created.add(queue)
  }
  return {
    enqueue: async (context, queue, data) => {
      if (!created.has(queue)) throw new Error(`no handler for the queue ${queue}`)
      await boss.send(queue, data, { db: fromKysely(context.tx as never) })
    },
    handle: async (queue, parallel, work) => {
      await ensure(queue)
      await boss.work(queue, { pollingIntervalSeconds: 0.5, localConcurrency: parallel } as object, async (jobs) => {
        for (const job of jobs) await work(job.data as never)
      })
    },
    repeat: async (queue, cron, work) => {
      await ensure(queue)
      await boss.work(queue, { pollingIntervalSeconds: 2 }, async () => work())
      await boss.schedule(queue, cron, null, { tz: 'Asia/Shanghai' })
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000 }),
  }
}
