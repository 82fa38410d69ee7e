import type { Area } from '../../../platform/server/http/implement.ts'
import type { LongOperation } from '../../../platform/server/jobs/long-operations.ts'
import { outbox } from '../../../platform/server/notify/outbox.ts'
import { noticeTexts } from '../texts.zh.ts'
import { routes } from './routes.ts'
import { runTest } from './send-test.ts'

export const notices: Area = {
  name: 'notices',
  routes,
  texts: noticeTexts,
  longOperations: { 'test-robot': runTest as LongOperation },
  repeated: outbox,
}
