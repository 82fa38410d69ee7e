import { z } from 'zod'
import { operation } from '../../platform/base/operation.ts'

const byId = z.object({ id: z.uuid() })
const squadKind = z.enum(['culture', 'skills', 'rights'])
const gapKind = z.enum(['break', 'handover', 'office'])

export const activityKindSchema = z.object({
  id: z.string(),
  squadKind,
  name: z.string(),
  description: z.string(),
  countsAs: z.string(),
  minutes: z.number(),
  setupMinutes: z.number(),
  gapKinds: z.array(gapKind),
  value: z.number(),
  active: z.boolean(),
  /** Teams that may give it. */
  teams: z.array(z.object({ id: z.string(), name: z.string() })),
  version: z.number(),
})
export type ActivityKind = z.infer<typeof activityKindSchema>

export const listKinds = operation({
  name: 'visits.listKinds',
  method: 'GET',
  path: '/api/activity-kinds',
  summary: '菜单：能点的活动',
  access: 'signed-in',
  output: z.array(activityKindSchema),
  errors: [],
})

const kindBody = {
  name: z.string().trim().min(2).max(40),
  description: z.string().max(300),
  minutes: z.number().int().min(5).max(480),
  setupMinutes: z.number().int().min(0).max(240),
  gapKinds: z.array(gapKind).min(1).max(3),
  value: z.number().int().min(1).max(1000),
}

export const createKind = operation({
  name: 'visits.createKind',
  method: 'POST',
  path: '/api/activity-kinds',
  summary: '在菜单里新增活动',
  access: ['admin', 'staff'],
  body: z.strictObject({
    ...kindBody,
    squadKind,
    countsAs: z.enum(['talk', 'show', 'reading', 'advice', 'clinic', 'training', 'other']),
  }),
  output: z.object({ id: z.string() }),
  errors: ['KIND_NAME_TAKEN'],
})

export const editKind = operation({
  name: 'visits.editKind',
  method: 'PATCH',
  path: '/api/activity-kinds/:id',
  summary: '修改菜单里的活动',
  access: ['admin', 'staff'],
  params: byId,
  body: z.strictObject({ ...kindBody, active: z.boolean() }).partial(),
  output: z.object({ version: z.number() }),
  errors: ['NOT_FOUND', 'STALE', 'KIND_NAME_TAKEN'],
  edits: true,
})
