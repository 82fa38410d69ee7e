import { z } from 'zod'
import { office, operation } from '../../platform/base/operation.ts'

const civilDate = z.iso.date()
const byId = z.object({ id: z.uuid() })
const squadKind = z.enum(['culture', 'skills', 'rights'])
const paging = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().min(0).default(0),
}

export const requestSchema = z.object({
  id: z.string(),
  enterpriseId: z.string(),
  enterpriseName: z.string(),
  townshipName: z.string(),
  activityKindId: z.string(),
  activityName: z.string(),
  squadKind,
  source: z.enum(['enterprise', 'staff', 'standing', 'follow_up']),
  minutes: z.number(),
  earliestOn: z.string(),
  latestOn: z.string(),
  value: z.number(),
  wish: z.string(),
  expectedHeads: z.number().nullable(),
  teamId: z.string().nullable(),
  followsVisitId: z.string().nullable(),
  afterRequestId: z.string().nullable(),
  status: z.enum(['open', 'planned', 'served', 'withdrawn', 'refused']),
  refusal: z.string().nullable(),
  /** The visit it has led to, if any stands. */
  visitId: z.string().nullable(),
  visitOn: z.string().nullable(),
  createdAt: z.string(),
  version: z.number(),
})
export type RequestRow = z.infer<typeof requestSchema>

export const listRequests = operation({
  name: 'visits.listRequests',
  method: 'GET',
  path: '/api/requests',
  summary: '点单列表（企业只看到自己的）',
  access: [...office, 'contact'],
  query: z.strictObject({
    status: z.enum(['open', 'planned', 'served', 'withdrawn', 'refused']).optional(),
    squadKind: squadKind.optional(),
    search: z.string().trim().max(60).optional(),
    ...paging,
  }),
  output: z.object({ total: z.number(), rows: z.array(requestSchema) }),
  errors: [],
})

export const createRequest = operation({
  name: 'visits.createRequest',
  method: 'POST',
  path: '/api/requests',
  summary: '点单（企业自己点，或工会代点）',
  access: ['admin', 'staff', 'leader', 'contact'],
  body: z.strictObject({
    enterpriseId: z.uuid(),
    activityKindId: z.uuid(),
    earliestOn: civilDate,
    latestOn: civilDate,
    wish: z.string().trim().max(300).default(''),
    expectedHeads: z.number().int().min(1).max(5000).optional(),
    teamId: z.uuid().optional(),
    /** The visit it follows up. */
    followsVisitId: z.uuid().optional(),
    afterRequestId: z.uuid().optional(),
    afterMinDays: z.number().int().min(0).max(90).default(0),
  }),
  output: z.object({ id: z.string() }),
  errors: [
    'NOT_FOUND',
    'DATES_REVERSED',
    'DATE_PAST',
    'DATES_FROZEN',
    'KIND_NOT_OFFERED',
    'SAME_REQUEST_OPEN',
    'TEAM_CANNOT',
  ],
})

export const withdrawRequest = operation({
  name: 'visits.withdrawRequest',
  method: 'POST',
  path: '/api/requests/:id/withdraw',
  summary: '撤回点单',
  access: ['admin', 'staff', 'leader', 'contact'],
  params: byId,
  errors: ['NOT_FOUND', 'REQUEST_STATE'],
})

export const refuseRequest = operation({
  name: 'visits.refuseRequest',
  method: 'POST',
  path: '/api/requests/:id/refuse',
  summary: '不受理点单，并写明理由',
  access: ['admin', 'staff'],
  params: byId,
  body: z.strictObject({ reason: z.string().trim().min(2).max(300) }),
  errors: ['NOT_FOUND', 'REQUEST_STATE'],
})

export const listNeeds = operation({
  name: 'visits.listNeeds',
  method: 'GET',
  path: '/api/standing-needs',
  summary: '常年覆盖需求',
  access: [...office],
  output: z.array(
    z.object({
      id: z.string(),
      activityKindId: z.string(),
      activityName: z.string(),
      enterpriseId: z.string().nullable(),
      pilotLevel: z.string().nullable(),
      everyMonths: z.number(),
      value: z.number(),
    }),
  ),
  errors: [],
})

export const raiseNeeds = operation({
  name: 'visits.raiseNeeds',
  method: 'POST',
  path: '/api/standing-needs/raise',
  summary: '把本期到期的覆盖需求列为点单',
  access: ['admin', 'staff'],
  body: z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/) }),
  output: z.object({ created: z.number() }),
  errors: ['MONTH_PAST'],
})
