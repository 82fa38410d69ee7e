import { newId } from '../../../platform/base/ids.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { OperationRun } from '../../../platform/server/jobs/long-operations.ts'
import { deliver } from '../../../platform/server/notify/deliver.ts'
import { robotClients } from '../../../platform/server/notify/outbox.ts'
import type { Services } from '../../../platform/server/services.ts'
import { robotById } from './robot-queries.ts'

export interface TestTask {
  readonly robotId: string
}

/** Starts the sending of a test message; it runs outside of the request's transaction. */
export const startTest = async (
  context: Context,
  robotId: string,
  { operations }: Services,
): Promise<Result<{ operationId: string }, 'NOT_FOUND'>> => {
  if (!(await robotById(context, robotId))) return fail('NOT_FOUND')
  return ok({ operationId: await operations.start(context, 'test-robot', { robotId } satisfies TestTask) })
}

/** The long operation: one attempt, also to a robot that is off, with no second one. */
export const runTest = async (run: OperationRun<TestTask>): Promise<Result<unknown, string>> => {
  const robot = await run.inScope((context) => robotById(context, run.input.robotId))
  if (!robot) return fail('NOT_FOUND')
  const notice = {
    id: newId(),
    title: '轻骑测试消息',
    lines: [`群机器人「${robot.name}」已接通，派单等通知会发到这里。`],
    link: `${run.services.publicAddress}/console`,
  }
  const channel = { kind: robot.kind, webhook: robot.address, secret: robot.secret ?? undefined }
  const outcome = await deliver({ id: newId(), notice }, channel, robotClients(run.services))
  if (outcome.ok) return ok({ sent: true })
  const { reason, mayHaveArrived = false } = outcome.detail
  return fail('TEST_NOT_SENT', { reason, mayHaveArrived })
}
