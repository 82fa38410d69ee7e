import { z } from 'zod'
import { office, operation } from '../../platform/base/operation.ts'

const civilDate = z.iso.date()
const minute = z.number().int().min(0).max(1440)
const byId = z.object({ id: z.uuid() })
const squadKind = z.enum(['culture', 'skills', 'rights'])

const brokenSchema = z.object({
  rule: z.string(),
  code: z.string(),
  /** The whole sentence, in Chinese. */
  text: z.string(),
  requestId: z.string(),
})

export const planVisitSchema = z.object({
  requestId: z.string(),
  teamId: z.string(),
  date: z.string(),
  startMinute: z.number(),
  endMinute: z.number(),
  pinned: z.boolean(),
  version: z.number(),
  enterpriseId: z.string(),
  enterpriseName: z.string(),
  activityName: z.string(),
  squadKind,
  value: z.number(),
  /** Against the plan in force: new, moved, or as it is there. */
  change: z.enum(['new', 'moved', 'same']),
})
export type PlanVisit = z.infer<typeof planVisitSchema>

export const unservedSchema = z.object({
  requestId: z.string(),
  enterpriseId: z.string(),
  enterpriseName: z.string(),
  activityName: z.string(),
  squadKind,
  value: z.number(),
  reason: z.enum(['no-gap', 'no-team', 'burden', 'predecessor', 'capacity']),
  reasonText: z.string(),
  displacedBy: z.array(z.object({ requestId: z.string(), text: z.string() })),
  /** The smallest change that would place it, as a sentence; null where no single change does. */
  wouldFit: z.object({ text: z.string(), certain: z.boolean() }).nullable(),
})
export type UnservedRequest = z.infer<typeof unservedSchema>

const partsSchema = z.object({
  value: z.number(),
  coverage: z.number(),
  /** What the minutes on the road and the moved visits cost, in the score's unit. */
  travel: z.number(),
  change: z.number(),
  travelMinutes: z.number(),
  /** Visits of the plan in force that are moved or dropped. */
  changes: z.number(),
})

export const planSummarySchema = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  status: z.enum(['draft', 'published', 'superseded']),
  score: z.number(),
  visits: z.number(),
  unserved: z.number(),
  createdAt: z.string(),
  publishedAt: z.string().nullable(),
  version: z.number(),
})

export const boardSchema = planSummarySchema.extend({
  parts: partsSchema,
  run: z.object({
    seconds: z.number().optional(),
    iterations: z.number().optional(),
    seed: z.number().optional(),
    /** Proven: no plan of the problem as it was then scores more. */
    bound: z.number().optional(),
  }),
  days: z.array(z.object({ date: z.string(), kind: z.enum(['workday', 'weekend', 'holiday', 'makeup']) })),
  teams: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      squadKind,
      baseLongitude: z.number(),
      baseLatitude: z.number(),
      baseName: z.string(),
      shifts: z.array(z.object({ date: z.string(), from: z.number(), to: z.number() })),
    }),
  ),
  enterprises: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      longitude: z.number(),
      latitude: z.number(),
      /** Visits of the horizon's month, those before it included. */
      used: z.number(),
      allowed: z.number(),
    }),
  ),
  planned: z.array(planVisitSchema),
  left: z.array(unservedSchema),
  coverage: z.object({ covered: z.number(), enterprises: z.number(), pilots: z.number() }),
})
export type Board = z.infer<typeof boardSchema>

export const listPlans = operation({
  name: 'visits.listPlans',
  method: 'GET',
  path: '/api/plans',
  summary: '历次排期',
  access: [...office],
  output: z.array(planSummarySchema),
  errors: [],
})

export const startPlan = operation({
  name: 'visits.startPlan',
  method: 'POST',
  path: '/api/plans',
  summary: '开始排期（耗时工作，可看进度、可取消）',
  access: ['admin', 'staff'],
  body: z.strictObject({
    month: z.string().regex(/^\d{4}-\d{2}$/),
    seconds: z.number().min(0.2).max(120).default(5),
    /** Search steps in place of `seconds`: with the seed they give the same plan of the same data again. */
    iterations: z.number().int().min(1).max(1_000_000).optional(),
    seed: z.number().int().min(1).max(1_000_000).default(1),
    /** A draft whose pinned visits are kept. */
    basedOn: z.uuid().optional(),
  }),
  output: z.object({ operationId: z.string() }),
  errors: ['MONTH_PAST', 'YEAR_NOT_ANNOUNCED', 'NOTHING_TO_PLAN', 'NOT_FOUND'],
})

export const readPlan = operation({
  name: 'visits.readPlan',
  method: 'GET',
  path: '/api/plans/:id',
  summary: '排期板',
  access: [...office],
  params: byId,
  output: boardSchema,
  errors: ['NOT_FOUND', 'YEAR_NOT_ANNOUNCED'],
})

const place = { teamId: z.uuid(), date: civilDate, startMinute: minute }

export const judgeMove = operation({
  name: 'visits.judgeMove',
  method: 'POST',
  path: '/api/plans/:id/judge',
  summary: '试放：这样排会违反哪几条，得分变多少',
  access: ['admin', 'staff', 'leader'],
  params: byId,
  body: z.strictObject({ requestId: z.uuid(), ...place }),
  output: z.object({ broken: z.array(brokenSchema), scoreChange: z.number() }),
  errors: ['NOT_FOUND', 'YEAR_NOT_ANNOUNCED'],
})

export const whyHere = operation({
  name: 'visits.whyHere',
  method: 'GET',
  path: '/api/plans/:id/visits/:requestId/why',
  summary: '为什么排在这里：别处还能放哪里，得分差多少',
  access: ['admin', 'staff', 'leader'],
  params: z.object({ id: z.uuid(), requestId: z.uuid() }),
  output: z.object({
    /** First and last minute it could start at, with this team on this day, all others standing. */
    from: z.number(),
    to: z.number(),
    teams: z.number(),
    /** How many other teams and days have a place, and the three that cost least. */
    elsewhere: z.number(),
    others: z.array(z.object({ teamId: z.uuid(), date: civilDate, startMinute: z.number(), cost: z.number() })),
  }),
  errors: ['NOT_FOUND', 'YEAR_NOT_ANNOUNCED'],
})

export const placeVisit = operation({
  name: 'visits.placeVisit',
  method: 'PUT',
  path: '/api/plans/:id/visits/:requestId',
  summary: '在排期里移动、锁定或放入一次上门',
  access: ['admin', 'staff'],
  params: z.object({ id: z.uuid(), requestId: z.uuid() }),
  body: z.strictObject({ ...place, pinned: z.boolean() }),
  output: z.object({ score: z.number(), scoreChange: z.number(), version: z.number() }),
  errors: ['NOT_FOUND', 'STALE', 'PLAN_NOT_DRAFT', 'RULES_BROKEN', 'YEAR_NOT_ANNOUNCED'],
  edits: true,
})

export const removeVisit = operation({
  name: 'visits.removeVisit',
  method: 'DELETE',
  path: '/api/plans/:id/visits/:requestId',
  summary: '从排期里拿掉一次上门',
  access: ['admin', 'staff'],
  params: z.object({ id: z.uuid(), requestId: z.uuid() }),
  output: z.object({ score: z.number(), scoreChange: z.number() }),
  errors: ['NOT_FOUND', 'STALE', 'PLAN_NOT_DRAFT', 'RULES_BROKEN', 'YEAR_NOT_ANNOUNCED'],
  edits: true,
})

export const changeSchema = z.object({
  requestId: z.string(),
  kind: z.enum(['added', 'moved', 'dropped']),
  enterpriseName: z.string(),
  activityName: z.string(),
  from: z.object({ teamName: z.string(), date: z.string(), startMinute: z.number() }).nullable(),
  to: z.object({ teamName: z.string(), date: z.string(), startMinute: z.number() }).nullable(),
})

export const comparePlan = operation({
  name: 'visits.comparePlan',
  method: 'GET',
  path: '/api/plans/:id/changes',
  summary: '与现行排期对照：增加、移动、取消了哪些，影响到谁',
  access: [...office],
  params: byId,
  output: z.object({
    changes: z.array(changeSchema),
    /** Who will be told when it is published. */
    affected: z.object({ teams: z.array(z.string()), enterprises: z.array(z.string()), people: z.number() }),
  }),
  errors: ['NOT_FOUND'],
})

export const publishPlan = operation({
  name: 'visits.publishPlan',
  method: 'POST',
  path: '/api/plans/:id/publish',
  summary: '发布排期并派单',
  access: ['admin', 'staff'],
  params: byId,
  output: z.object({ dispatched: z.number(), moved: z.number(), cancelled: z.number(), told: z.number() }),
  errors: ['NOT_FOUND', 'STALE', 'PLAN_NOT_DRAFT', 'RULES_BROKEN', 'YEAR_NOT_ANNOUNCED', 'PLAN_OUTDATED'],
  edits: true,
})
