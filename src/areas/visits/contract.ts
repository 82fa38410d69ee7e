import { z } from 'zod'
import { office, operation } from '../../platform/base/operation.ts'
import { visitStates } from './domain/states.ts'

const civilDate = z.iso.date()
const minute = z.number().int().min(0).max(1440)
const byId = z.object({ id: z.uuid() })
const squadKind = z.enum(['culture', 'skills', 'rights'])
const gapKind = z.enum(['break', 'handover', 'office'])
const paging = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().min(0).default(0),
}

// ── the menu ────────────────────────────────────────────────────────────────────────────────────────────────────────

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
  errors: ['NOT_FOUND', 'STALE'],
  edits: true,
})

// ── requests ────────────────────────────────────────────────────────────────────────────────────────────────────────

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
  errors: ['NOT_FOUND', 'DATES_REVERSED', 'DATE_PAST', 'KIND_NOT_OFFERED', 'SAME_REQUEST_OPEN', 'TEAM_CANNOT'],
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

// ── the plan ────────────────────────────────────────────────────────────────────────────────────────────────────────

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
  travelMinutes: z.number(),
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
  run: z.object({ seconds: z.number().optional(), iterations: z.number().optional(), seed: z.number().optional() }),
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

// ── visits ──────────────────────────────────────────────────────────────────────────────────────────────────────────

const missing = z.enum(['RECORD', 'ANSWER', 'FOLLOW_UPS'])

export const visitRowSchema = z.object({
  id: z.string(),
  requestId: z.string(),
  date: z.string(),
  startMinute: z.number(),
  endMinute: z.number(),
  status: z.enum(visitStates),
  enterpriseId: z.string(),
  enterpriseName: z.string(),
  townshipName: z.string(),
  teamId: z.string(),
  teamName: z.string(),
  activityName: z.string(),
  squadKind,
  heads: z.number().nullable(),
  openFollowUps: z.number(),
  /** What it still lacks to be settled; empty for visits to come and for settled ones. */
  missing: z.array(missing),
  version: z.number(),
})
export type VisitRow = z.infer<typeof visitRowSchema>

export const followUpSchema = z.object({
  id: z.string(),
  what: z.string(),
  dueOn: z.string(),
  status: z.enum(['open', 'closed']),
  outcome: z.string().nullable(),
  version: z.number(),
})

export const visitSchema = visitRowSchema.extend({
  wish: z.string(),
  expectedHeads: z.number().nullable(),
  reason: z.string().nullable(),
  activityDescription: z.string(),
  minutes: z.number(),
  setupMinutes: z.number(),
  longitude: z.number(),
  latitude: z.number(),
  phonesAllowed: z.boolean(),
  contactName: z.string(),
  contactPhone: z.string(),
  members: z.array(z.object({ name: z.string(), title: z.string(), phone: z.string().nullable() })),
  signedIn: z.object({ byCode: z.number(), byHand: z.number() }),
  record: z
    .object({
      done: z.string(),
      heads: z.number(),
      trained: z.number(),
      gifts: z.number(),
      asked: z.number(),
      version: z.number(),
    })
    .nullable(),
  photos: z.array(z.object({ id: z.string(), caption: z.string(), width: z.number(), height: z.number() })),
  followUps: z.array(followUpSchema),
  /** The enterprise's two facts; null for the team, which never learns who answered what. */
  answer: z.object({ tookProductionTime: z.boolean(), wouldOpenAgain: z.boolean(), remark: z.string() }).nullable(),
  answered: z.boolean(),
  workerLines: z.array(z.string()),
  can: z.array(z.enum(['accept', 'decline', 'cancel', 'arrive', 'record', 'answer'])),
})
export type Visit = z.infer<typeof visitSchema>

export const listVisits = operation({
  name: 'visits.listVisits',
  method: 'GET',
  path: '/api/visits',
  summary: '上门活动（队员只看本队，企业只看本企业）',
  access: [...office, 'member', 'contact'],
  query: z.strictObject({
    from: civilDate.optional(),
    to: civilDate.optional(),
    status: z.enum(visitStates).optional(),
    /** Past visits that still lack something. */
    unsettled: z.stringbool().default(false),
    missing: missing.optional(),
    enterpriseId: z.uuid().optional(),
    teamId: z.uuid().optional(),
    descending: z.stringbool().default(false),
    ...paging,
  }),
  output: z.object({ total: z.number(), rows: z.array(visitRowSchema) }),
  errors: [],
})

export const readVisit = operation({
  name: 'visits.readVisit',
  method: 'GET',
  path: '/api/visits/:id',
  summary: '一次上门活动',
  access: [...office, 'member', 'contact'],
  params: byId,
  output: visitSchema,
  errors: ['NOT_FOUND'],
})

export const acceptVisit = operation({
  name: 'visits.acceptVisit',
  method: 'POST',
  path: '/api/visits/:id/accept',
  summary: '接单',
  access: ['admin', 'staff', 'leader', 'member'],
  params: byId,
  output: z.object({ status: z.enum(visitStates) }),
  errors: ['NOT_FOUND', 'VISIT_STATE'],
})

const reasonBody = z.strictObject({ reason: z.string().trim().min(2).max(300) })

/** The re-plan that a fallen-out visit starts; its draft is published by staff after they have seen who is affected. */
const replanning = z.object({ status: z.enum(visitStates), operationId: z.string().nullable() })

export const declineVisit = operation({
  name: 'visits.declineVisit',
  method: 'POST',
  path: '/api/visits/:id/decline',
  summary: '不能接单，写明原因',
  access: ['admin', 'staff', 'leader', 'member'],
  params: byId,
  body: reasonBody,
  output: replanning,
  errors: ['NOT_FOUND', 'VISIT_STATE'],
})

export const cancelVisit = operation({
  name: 'visits.cancelVisit',
  method: 'POST',
  path: '/api/visits/:id/cancel',
  summary: '取消上门，写明原因',
  access: ['admin', 'staff', 'contact'],
  params: byId,
  body: reasonBody,
  output: replanning,
  errors: ['NOT_FOUND', 'VISIT_STATE'],
})

export const readCode = operation({
  name: 'visits.readCode',
  method: 'GET',
  path: '/api/visits/:id/code',
  summary: '现场签到码（每 20 秒换一次）',
  access: ['admin', 'staff', 'leader', 'member'],
  params: byId,
  output: z.object({
    address: z.string(),
    svg: z.string(),
    expiresInMs: z.number(),
    signedIn: z.number(),
  }),
  errors: ['NOT_FOUND', 'VISIT_STATE'],
})

export const arriveAtVisit = operation({
  name: 'visits.arriveAtVisit',
  method: 'POST',
  path: '/api/visits/:id/arrive',
  summary: '队伍到场',
  access: ['admin', 'staff', 'leader', 'member'],
  params: byId,
  body: z.strictObject({ key: z.uuid(), at: z.iso.datetime({ offset: true }) }),
  output: z.object({ status: z.enum(visitStates) }),
  errors: ['NOT_FOUND', 'VISIT_STATE', 'NOT_TODAY'],
})

export const signInToVisit = operation({
  name: 'visits.signInToVisit',
  method: 'POST',
  path: '/api/visits/:id/sign-ins',
  summary: '职工扫码签到（同一编号只算一次）',
  access: 'public',
  params: byId,
  body: z.strictObject({ key: z.uuid(), code: z.string().max(64), scannedAt: z.iso.datetime({ offset: true }) }),
  output: z.object({ activityName: z.string(), enterpriseName: z.string() }),
  errors: ['NOT_FOUND', 'VISIT_STATE', 'CODE_EXPIRED', 'CODE_WRONG', 'NOT_TODAY'],
})

export const countHeads = operation({
  name: 'visits.countHeads',
  method: 'POST',
  path: '/api/visits/:id/heads',
  summary: '手工登记到场人数（车间不能带手机时）',
  access: ['admin', 'staff', 'leader', 'member'],
  params: byId,
  body: z.strictObject({ key: z.uuid(), heads: z.number().int().min(1).max(5000) }),
  output: z.object({ signedIn: z.number() }),
  errors: ['NOT_FOUND', 'VISIT_STATE', 'NOT_TODAY'],
})

export const recordVisit = operation({
  name: 'visits.recordVisit',
  method: 'POST',
  path: '/api/visits/:id/record',
  summary: '登记做了什么、到场人数、后续跟踪',
  access: ['admin', 'staff', 'leader', 'member'],
  params: byId,
  body: z.strictObject({
    done: z.string().trim().min(2).max(2000),
    heads: z.number().int().min(0).max(5000),
    trained: z.number().int().min(0).max(5000).default(0),
    gifts: z.number().int().min(0).max(5000).default(0),
    asked: z.number().int().min(0).max(5000).default(0),
    followUps: z
      .array(z.strictObject({ what: z.string().trim().min(2).max(300), dueOn: civilDate }))
      .max(20)
      .default([]),
  }),
  output: z.object({ status: z.enum(visitStates) }),
  errors: ['NOT_FOUND', 'VISIT_STATE', 'NOT_TODAY', 'TRAINED_OVER_HEADS', 'DATE_PAST'],
})

export const addPhoto = operation({
  name: 'visits.addPhoto',
  method: 'POST',
  path: '/api/visits/:id/photos',
  summary: '上传现场照片（重新编码，去掉拍摄地点）',
  access: ['admin', 'staff', 'leader', 'member'],
  params: byId,
  body: z.strictObject({ caption: z.string().max(100).default('') }),
  upload: { maxBytes: 20_000_000 },
  output: z.object({ id: z.string(), width: z.number(), height: z.number() }),
  errors: ['NOT_FOUND', 'VISIT_STATE', 'PICTURE_REFUSED', 'FILE_MISSING', 'FILE_TOO_LARGE'],
})

export const readPhoto = operation({
  name: 'visits.readPhoto',
  method: 'GET',
  path: '/api/visits/:id/photos/:photoId',
  summary: '现场照片',
  access: [...office, 'member', 'contact'],
  params: z.object({ id: z.uuid(), photoId: z.uuid() }),
  query: z.strictObject({ size: z.enum(['full', 'thumbnail']).default('full') }),
  answers: 'file',
  errors: ['NOT_FOUND'],
})

export const answerVisit = operation({
  name: 'visits.answerVisit',
  method: 'POST',
  path: '/api/visits/:id/answer',
  summary: '评单：企业答两个事实（队伍看不到是谁答的）',
  access: ['contact'],
  params: byId,
  body: z.strictObject({
    tookProductionTime: z.boolean(),
    wouldOpenAgain: z.boolean(),
    remark: z.string().trim().max(300).default(''),
  }),
  output: z.object({ status: z.enum(visitStates) }),
  errors: ['NOT_FOUND', 'VISIT_STATE'],
})

export const addWorkerLine = operation({
  name: 'visits.addWorkerLine',
  method: 'POST',
  path: '/api/visits/:id/lines',
  summary: '职工留一句话（不记名）',
  access: 'public',
  params: byId,
  body: z.strictObject({ key: z.uuid(), line: z.string().trim().min(2).max(140) }),
  errors: ['NOT_FOUND', 'SIGN_IN_FIRST'],
})

export const closeFollowUp = operation({
  name: 'visits.closeFollowUp',
  method: 'POST',
  path: '/api/follow-ups/:id/close',
  summary: '办结一项后续跟踪',
  access: ['admin', 'staff', 'leader', 'member'],
  params: byId,
  body: z.strictObject({ outcome: z.string().trim().min(2).max(500) }),
  output: z.object({ visitStatus: z.enum(visitStates) }),
  errors: ['NOT_FOUND', 'STALE', 'ALREADY_CLOSED'],
  edits: true,
})

// ── calendars and notices ───────────────────────────────────────────────────────────────────────────────────────────

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
  params: z.object({ token: z.string().regex(/^[A-Za-z0-9_-]{32,64}(\.ics)?$/) }),
  answers: 'file',
  errors: ['NOT_FOUND'],
})
