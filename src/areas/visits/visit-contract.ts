import { z } from 'zod'
import { office, operation } from '../../platform/base/operation.ts'
import { visitStates } from './domain/states.ts'

const civilDate = z.iso.date()
const byId = z.object({ id: z.uuid() })
const squadKind = z.enum(['culture', 'skills', 'rights'])
const paging = {
  limit: z.coerce.number().int().min(1).max(500).default(50),
  offset: z.coerce.number().int().min(0).default(0),
}

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
  errors: [
    'NOT_FOUND',
    'VISIT_STATE',
    'PICTURE_TOO_LARGE',
    'PICTURE_KIND',
    'PICTURE_HEIC',
    'PICTURE_TOO_MANY_PIXELS',
    'PICTURE_BROKEN',
    'FILE_MISSING',
    'FILE_TOO_LARGE',
  ],
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
