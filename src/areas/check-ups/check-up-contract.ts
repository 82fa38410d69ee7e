import { z } from 'zod'
import { office, operation } from '../../platform/base/operation.ts'
import { checkUpStates } from './domain/states.ts'

const civilDate = z.iso.date()
const byId = z.object({ id: z.uuid() })
const colors = ['green', 'yellow', 'orange', 'red'] as const
/** `none` where nothing was graded. */
export const gradeColors = [...colors, 'none'] as const
const outcomes = ['full', 'partial', 'zero', 'not_applicable', 'not_verified'] as const
const selfChecks = ['full', 'partial', 'zero', 'not_applicable', 'unsure'] as const
/** Those who may be inspectors; which check-ups they reach is narrowed to their own. */
const inspecting = ['admin', 'staff', 'leader', 'member'] as const
const readers = [...office, 'member', 'contact'] as const

/** An inspector's answer to one item; the engine says what is wrong with it. */
const itemAnswerSchema = z.strictObject({
  id: z.string().max(20),
  outcome: z.enum(outcomes),
  sampled: z.number().int().min(1).max(1_000_000).optional(),
  conforming: z.number().int().min(0).max(1_000_000).optional(),
  reason: z.string().max(500).optional(),
  findings: z.string().max(2000).optional(),
  /** What was looked at; ids of photos may stand among it. */
  evidence: z.array(z.string().min(1).max(200)).max(50).optional(),
})
const answersBody = z.strictObject({
  /** The day in the enterprise; deadlines run from it. */
  checkedOn: civilDate,
  headcount: z.number().int().min(1).max(1_000_000),
  facts: z.record(z.string().max(40), z.boolean()).default({}),
  items: z.array(itemAnswerSchema).max(500),
})
const selfCheckSchema = z.record(z.string().max(20), z.enum(selfChecks))

export const checkUpRowSchema = z.object({
  id: z.string(),
  enterpriseId: z.string(),
  enterpriseName: z.string(),
  townshipName: z.string(),
  status: z.enum(checkUpStates),
  plannedOn: z.string().nullable(),
  checkedOn: z.string().nullable(),
  /** Null for the enterprise before the report. */
  score: z.number().nullable(),
  grade: z.string().nullable(),
  color: z.enum(colors).nullable(),
  version: z.number(),
})
export type CheckUpRow = z.infer<typeof checkUpRowSchema>

const inspectorSchema = z.object({ personId: z.string(), name: z.string(), certificate: z.string() })
const photoSchema = z.object({
  id: z.string(),
  itemId: z.string(),
  findingId: z.string().nullable(),
  caption: z.string(),
  width: z.number(),
  height: z.number(),
})

export const checkUpSchema = checkUpRowSchema.extend({
  instrumentVersion: z.string().nullable(),
  inspectors: z.array(inspectorSchema),
  headcount: z.number(),
  facts: z.record(z.string(), z.boolean()),
  /** What the inspectors have entered; empty for the enterprise before the report. */
  items: z.array(itemAnswerSchema),
  selfCheck: z.object({ answers: selfCheckSchema, version: z.number() }).nullable(),
  /** As the engine gives it (docs/checkup.md); null before it is handed in, and for the enterprise before the report. */
  result: z.unknown(),
  photos: z.array(photoSchema),
  can: z.array(z.enum(['assign', 'start', 'save', 'submit', 'self_check', 'photograph', 'report'])),
})
export type CheckUpView = z.infer<typeof checkUpSchema>

export const listCheckUps = operation({
  name: 'checkUps.listCheckUps',
  method: 'GET',
  path: '/api/check-ups',
  summary: '法治体检（检查人员只看自己的，企业只看本企业）',
  access: [...readers],
  query: z.strictObject({
    status: z.enum(checkUpStates).optional(),
    enterpriseId: z.uuid().optional(),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    /** Handed in, whether reported or not. */
    done: z.stringbool().optional(),
    color: z.enum(gradeColors).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  output: z.object({ total: z.number(), rows: z.array(checkUpRowSchema) }),
  errors: [],
})

export const readCheckUp = operation({
  name: 'checkUps.readCheckUp',
  method: 'GET',
  path: '/api/check-ups/:id',
  summary: '一次法治体检',
  access: [...readers],
  params: byId,
  output: checkUpSchema,
  errors: ['NOT_FOUND'],
})

export const assignInspectors = operation({
  name: 'checkUps.assignInspectors',
  method: 'PUT',
  path: '/api/check-ups/:id/inspectors',
  summary: '指派两名持证检查人员和日期',
  access: ['admin', 'staff'],
  params: byId,
  body: z.strictObject({
    plannedOn: civilDate,
    inspectors: z
      .array(z.strictObject({ personId: z.uuid(), certificate: z.string().trim().min(2).max(60) }))
      .length(2),
  }),
  output: z.object({ version: z.number() }),
  errors: ['NOT_FOUND', 'STALE', 'CHECK_UP_STATE', 'INSPECTORS_SAME', 'INSPECTOR_UNKNOWN', 'DATE_PAST'],
  edits: true,
})

export const startCheckUp = operation({
  name: 'checkUps.startCheckUp',
  method: 'POST',
  path: '/api/check-ups/:id/start',
  summary: '开始体检，评估表版本从此固定',
  access: [...inspecting],
  params: byId,
  output: z.object({ status: z.enum(checkUpStates), instrumentVersion: z.string() }),
  errors: ['NOT_FOUND', 'CHECK_UP_STATE', 'INSPECTORS_MISSING'],
})

export const readKit = operation({
  name: 'checkUps.readKit',
  method: 'GET',
  path: '/api/check-ups/:id/kit',
  summary: '离线体检要带的全部内容：评估表、抽样名单、企业自查、已填内容',
  access: [...inspecting],
  params: byId,
  output: z.object({
    checkUp: checkUpSchema,
    /** The frozen instrument, whole. */
    instrument: z.unknown(),
    sampling: z.object({
      of: z.number(),
      size: z.number(),
      everybody: z.boolean(),
      seed: z.string(),
      places: z.array(z.number()),
    }),
  }),
  errors: ['NOT_FOUND', 'CHECK_UP_STATE'],
})

export const saveAnswers = operation({
  name: 'checkUps.saveAnswers',
  method: 'PUT',
  path: '/api/check-ups/:id/answers',
  summary: '暂存检查结果（整份，可不全）',
  access: [...inspecting],
  params: byId,
  body: answersBody,
  output: z.object({ version: z.number() }),
  errors: ['NOT_FOUND', 'STALE', 'CHECK_UP_STATE'],
  edits: true,
})

export const submitCheckUp = operation({
  name: 'checkUps.submitCheckUp',
  method: 'POST',
  path: '/api/check-ups/:id/submit',
  summary: '提交检查结果（整份，离线填好后只发一次），随即评分定等',
  access: [...inspecting],
  params: byId,
  body: answersBody,
  output: z.object({
    status: z.enum(checkUpStates),
    score: z.number().nullable(),
    grade: z.string().nullable(),
    color: z.enum(colors).nullable(),
    findings: z.number(),
    redLines: z.array(z.string()),
  }),
  errors: ['NOT_FOUND', 'CHECK_UP_STATE', 'ANSWERS_INVALID', 'DATE_AHEAD'],
})

export const readSelfCheck = operation({
  name: 'checkUps.readSelfCheck',
  method: 'GET',
  path: '/api/check-ups/:id/self-check',
  summary: '企业自查表',
  access: ['contact'],
  params: byId,
  output: z.object({
    status: z.enum(checkUpStates),
    statement: z.string(),
    items: z.array(
      z.object({
        id: z.string(),
        group: z.string(),
        title: z.string(),
        question: z.string(),
        scoring: z.object({ full: z.string(), partial: z.string().nullable(), zero: z.string() }),
        evidence: z.array(z.string()),
      }),
    ),
    answers: selfCheckSchema,
    /** 0 where nothing has been saved. */
    version: z.number(),
  }),
  errors: ['NOT_FOUND'],
})

export const saveSelfCheck = operation({
  name: 'checkUps.saveSelfCheck',
  method: 'PUT',
  path: '/api/check-ups/:id/self-check',
  summary: '企业自查（整份，体检提交前可改）',
  access: ['contact'],
  params: byId,
  body: z.strictObject({ answers: selfCheckSchema }),
  output: z.object({ version: z.number() }),
  errors: ['NOT_FOUND', 'CHECK_UP_STATE', 'ITEM_UNKNOWN'],
})

export const reportCheckUp = operation({
  name: 'checkUps.reportCheckUp',
  method: 'POST',
  path: '/api/check-ups/:id/report',
  summary: '出具体检报告，告知企业',
  access: ['admin', 'staff'],
  params: byId,
  output: z.object({ status: z.enum(checkUpStates) }),
  errors: ['NOT_FOUND', 'CHECK_UP_STATE'],
})

export const addPhoto = operation({
  name: 'checkUps.addPhoto',
  method: 'POST',
  path: '/api/check-ups/:id/photos',
  summary: '上传检查证据照片（重新编码，去掉拍摄地点）',
  access: [...inspecting],
  params: byId,
  body: z.strictObject({ itemId: z.string().max(20), caption: z.string().max(100).default('') }),
  upload: { maxBytes: 20_000_000 },
  output: z.object({ id: z.string(), width: z.number(), height: z.number() }),
  errors: [
    'NOT_FOUND',
    'CHECK_UP_STATE',
    'ITEM_UNKNOWN',
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
  name: 'checkUps.readPhoto',
  method: 'GET',
  path: '/api/check-ups/:id/photos/:photoId',
  summary: '证据或整改照片',
  access: [...readers],
  params: z.object({ id: z.uuid(), photoId: z.uuid() }),
  query: z.strictObject({ size: z.enum(['full', 'thumbnail']).default('full') }),
  answers: 'file',
  errors: ['NOT_FOUND'],
})

export const downloadReport = operation({
  name: 'checkUps.downloadReport',
  method: 'GET',
  path: '/api/check-ups/:id/report.docx',
  summary: '体检报告（Word）',
  access: [...readers],
  params: byId,
  answers: 'file',
  errors: ['NOT_FOUND', 'CHECK_UP_STATE'],
})

export const downloadPrescription = operation({
  name: 'checkUps.downloadPrescription',
  method: 'GET',
  path: '/api/check-ups/:id/prescription.docx',
  summary: '诊疗处方（Word）',
  access: [...readers],
  params: byId,
  answers: 'file',
  errors: ['NOT_FOUND', 'CHECK_UP_STATE'],
})

export const printDocument = operation({
  name: 'checkUps.printDocument',
  method: 'GET',
  path: '/api/check-ups/:id/print',
  summary: '体检报告或者诊疗处方的打印页',
  access: [...readers],
  params: byId,
  query: z.strictObject({ document: z.enum(['report', 'prescription']) }),
  answers: 'file',
  errors: ['NOT_FOUND', 'CHECK_UP_STATE'],
})
