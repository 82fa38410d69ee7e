import { z } from 'zod'
import { office, operation } from '../../platform/base/operation.ts'
import { gradeColors } from './check-up-contract.ts'
import { escalations } from './domain/escalation.ts'
import { findingStates } from './domain/states.ts'

const byId = z.object({ id: z.uuid() })
const readers = [...office, 'member', 'contact'] as const

export const findingSchema = z.object({
  id: z.string(),
  checkUpId: z.string(),
  enterpriseId: z.string(),
  enterpriseName: z.string(),
  itemId: z.string(),
  title: z.string(),
  severity: z.enum(['red_line', 'major', 'general']),
  /** What was found, by what, against which articles, and what is to be done, in the words of the prescription. */
  fact: z.string(),
  evidence: z.string(),
  articles: z.string(),
  liability: z.string(),
  demand: z.string(),
  /** By what it is seen that it was done. */
  standard: z.string(),
  byWhen: z.string(),
  status: z.enum(findingStates),
  foundOn: z.string(),
  /** Inclusive; null where the year's days off are not announced. */
  dueOn: z.string().nullable(),
  overdue: z.boolean(),
  /** The letter suggested next; writing one is another step. */
  escalation: z.enum(escalations),
  proof: z.string().nullable(),
  returnedReason: z.string().nullable(),
  passedOn: z.string().nullable(),
  photos: z.number(),
  /** PDF; `bytes` is the size. */
  files: z.array(z.object({ id: z.string(), name: z.string(), bytes: z.number() })),
  version: z.number(),
})
export type FindingView = z.infer<typeof findingSchema>

export const listFindings = operation({
  name: 'checkUps.listFindings',
  method: 'GET',
  path: '/api/check-up-findings',
  summary: '问题与整改（检查人员只看自己检查的，企业只看本企业已出报告的）',
  access: [...readers],
  query: z.strictObject({
    checkUpId: z.uuid().optional(),
    enterpriseId: z.uuid().optional(),
    status: z.enum(findingStates).optional(),
    overdue: z.stringbool().optional(),
    /** Of the day of the check-up. */
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    itemId: z.string().max(20).optional(),
    severity: z.enum(['red_line', 'major', 'general']).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(100),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  output: z.object({ total: z.number(), rows: z.array(findingSchema) }),
  errors: [],
})

export const addProofPhoto = operation({
  name: 'checkUps.addProofPhoto',
  method: 'POST',
  path: '/api/check-up-findings/:id/photos',
  summary: '上传整改证明照片',
  access: ['contact'],
  params: byId,
  body: z.strictObject({ caption: z.string().max(100).default('') }),
  upload: { maxBytes: 20_000_000 },
  output: z.object({ id: z.string(), width: z.number(), height: z.number() }),
  errors: [
    'NOT_FOUND',
    'FINDING_STATE',
    'PICTURE_TOO_LARGE',
    'PICTURE_KIND',
    'PICTURE_HEIC',
    'PICTURE_TOO_MANY_PIXELS',
    'PICTURE_BROKEN',
    'FILE_MISSING',
    'FILE_TOO_LARGE',
  ],
})

export const addProofFile = operation({
  name: 'checkUps.addProofFile',
  method: 'POST',
  path: '/api/check-up-findings/:id/files',
  summary: '上传整改证明文件（PDF）',
  access: ['contact'],
  params: byId,
  /** A name in the form counts before that of the upload: what waited on a phone has lost its own. */
  body: z.strictObject({ name: z.string().max(200).default('') }),
  upload: { maxBytes: 20_000_000 },
  output: z.object({ id: z.string(), name: z.string(), bytes: z.number() }),
  errors: ['NOT_FOUND', 'FINDING_STATE', 'FILE_NOT_PDF', 'FILE_MISSING', 'FILE_TOO_LARGE'],
})

export const readProofFile = operation({
  name: 'checkUps.readProofFile',
  method: 'GET',
  path: '/api/check-up-findings/:id/files/:fileId',
  summary: '整改证明文件（PDF）',
  access: [...readers],
  params: z.object({ id: z.uuid(), fileId: z.uuid() }),
  answers: 'file',
  errors: ['NOT_FOUND'],
})

export const submitProof = operation({
  name: 'checkUps.submitProof',
  method: 'POST',
  path: '/api/check-up-findings/:id/proof',
  summary: '企业提交一项整改',
  access: ['contact'],
  params: byId,
  body: z.strictObject({ proof: z.string().trim().min(2).max(2000) }),
  output: z.object({ status: z.enum(findingStates), version: z.number() }),
  errors: ['NOT_FOUND', 'STALE', 'FINDING_STATE', 'PROOF_MISSING'],
  edits: true,
})

export const recheckFinding = operation({
  name: 'checkUps.recheckFinding',
  method: 'POST',
  path: '/api/check-up-findings/:id/recheck',
  summary: '复查一项整改：通过，或写明原因退回；通过后按原评估表重新定等',
  access: ['admin', 'staff', 'leader', 'member'],
  params: byId,
  body: z.strictObject({ passed: z.boolean(), remark: z.string().trim().min(2).max(500) }),
  output: z.object({
    status: z.enum(findingStates),
    version: z.number(),
    score: z.number().nullable(),
    grade: z.string().nullable(),
  }),
  errors: ['NOT_FOUND', 'STALE', 'FINDING_STATE'],
  edits: true,
})

/** Null where nothing was found, and where a small figure is hidden. */
const repairedSchema = z.object({
  enterprises: z.number().nullable(),
  found: z.number().nullable(),
  repaired: z.number().nullable(),
  share: z.number().nullable(),
  overdue: z.number().nullable(),
  medianDays: z.number().nullable(),
  longestDays: z.number().nullable(),
  /** How many repairs took up to 7, 15, 30 days and longer; empty where hidden. */
  steps: z.array(z.number()).readonly(),
})

export const readYear = operation({
  name: 'checkUps.readYear',
  method: 'GET',
  path: '/api/check-up-year',
  summary: '一年体检的全貌：各项问题、整改率、整改天数',
  access: [...office],
  query: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) }),
  output: z.object({
    year: z.number(),
    /** Check-ups of the year that were handed in. */
    checkUps: z.number().nullable(),
    colors: z.array(z.object({ color: z.enum(gradeColors), count: z.number().nullable() })),
    all: repairedSchema,
    severities: z.array(repairedSchema.extend({ severity: z.string() })),
    /** The most frequent first. */
    items: z.array(repairedSchema.extend({ itemId: z.string(), title: z.string(), severity: z.string() })),
    /** Something is hidden since few enterprises stand behind it. */
    hidden: z.boolean(),
    /** The reader may open the check-ups behind a figure. */
    mayOpen: z.boolean(),
  }),
  errors: [],
})
