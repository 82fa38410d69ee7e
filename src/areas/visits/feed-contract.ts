import { z } from 'zod'
import { office, operation } from '../../platform/base/operation.ts'

export const createFeed = operation({
  name: 'visits.createFeed',
  method: 'POST',
  path: '/api/calendar-feeds',
  summary: '生成日历订阅地址（旧地址随即失效）',
  access: [...office, 'member', 'contact'],
  body: z.strictObject({ of: z.enum(['member', 'team', 'enterprise']), id: z.uuid().optional() }),
  output: z.object({ address: z.string() }),
  errors: ['NOT_FOUND'],
})

export const readFeed = operation({
  name: 'visits.readFeed',
  method: 'GET',
  path: '/api/calendar-feeds/:token',
  summary: '日历订阅（.ics）',
  access: 'public',
  // Of whatever form: what is no token is not found.
  params: z.object({ token: z.string().max(200) }),
  answers: 'file',
  errors: ['NOT_FOUND'],
})
