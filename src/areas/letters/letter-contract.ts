import { z } from 'zod'
import { office, operation } from '../../platform/base/operation.ts'
import { letterKinds, letterStates } from './domain/index.ts'

export const text = (most: number) => z.string().trim().min(1).max(most)
export const civilDate = z.iso.date()
export const byId = z.object({ id: z.uuid() })

/** Fact and article, article and fact: never who told of it. */
const breach = z.strictObject({ fact: text(600), articles: text(300) })

export const reminderContent = z.strictObject({
  kind: z.literal('reminder'),
  risks: z.array(breach).min(1).max(20),
  advice: text(1000),
  measures: z.array(text(300)).min(1).max(20),
})

export const opinionContent = z.strictObject({
  kind: z.literal('opinion'),
  inspectedFrom: civilDate,
  inspectedTo: civilDate,
  inspectors: z
    .array(z.strictObject({ name: text(20), certificate: text(40) }))
    .min(1)
    .max(10),
  findings: z
    .array(
      breach.extend({
        evidence: text(300),
        demand: text(300),
        /** By what it is seen that it was done. */
        standard: text(300),
        byWhen: text(60),
      }),
    )
    .min(1)
    .max(20),
})

export const recommendationContent = z.strictObject({
  kind: z.literal('recommendation'),
  department: text(60),
  unremedied: z.array(breach).min(1).max(20),
  proposal: text(1000),
  evidence: z.array(text(100)).max(30),
})

const content = z.discriminatedUnion('kind', [reminderContent, opinionContent, recommendationContent])

const texts = {
  /** As it stands after 关于 in the title. */
  subject: text(60),
  content,
  contactName: text(20),
  contactPhone: text(30),
  copies: z.array(text(60)).max(10),
}

export const kind = z.enum(letterKinds)
export const state = z.enum(letterStates)

const rowSchema = z.object({
  id: z.string(),
  kind,
  state,
  number: z.string().nullable(),
  enterpriseId: z.string(),
  enterpriseName: z.string(),
  subject: z.string(),
  /** Whom it is addressed to: the enterprise, or the department of a recommendation. */
  addressee: z.string(),
  issuedOn: z.string().nullable(),
  deliveredOn: z.string().nullable(),
  /** Inclusive; null before delivery, and where the term reaches into a year that is not announced. */
  dueOn: z.string().nullable(),
  draftedBy: z.string(),
  /** The check-up's findings it was written from. */
  sourceFindingIds: z.array(z.string()),
  createdOn: z.string(),
  version: z.number(),
})
export type LetterRow = z.infer<typeof rowSchema>

export const fileSchema = z.object({
  id: z.string(),
  name: z.string(),
  bytes: z.number(),
  purpose: z.enum(['receipt', 'answer']),
})

const answerSchema = z.object({
  id: z.string(),
  answeredOn: z.string(),
  text: z.string(),
  way: z.enum(['online', 'paper']),
  late: z.boolean(),
  files: z.array(fileSchema),
  obeyed: z.boolean().nullable(),
  verdict: z.string().nullable(),
  verifiedBy: z.string().nullable(),
  verifiedAt: z.string().nullable(),
  version: z.number(),
})

export const deliveryWays = ['direct', 'post', 'electronic', 'left'] as const

export const letterSchema = rowSchema.extend({
  content,
  contactName: z.string(),
  contactPhone: z.string(),
  copies: z.array(z.string()),
  opinionId: z.string().nullable(),
  opinionNumber: z.string().nullable(),
  opinionDeliveredOn: z.string().nullable(),
  replacesId: z.string().nullable(),
  sourceCaseId: z.string().nullable(),
  issuedBy: z.string().nullable(),
  delivery: z
    .object({
      way: z.enum(deliveryWays),
      receivedBy: z.string(),
      deliveredOn: z.string(),
      note: z.string(),
      receipt: fileSchema.nullable(),
    })
    .nullable(),
  answers: z.array(answerSchema),
  steps: z.array(
    z.object({
      action: z.string(),
      state: z.string(),
      reason: z.string(),
      by: z.string().nullable(),
      at: z.string(),
    }),
  ),
  /** What the caller may do now, by state and by who they are. */
  can: z.array(z.string()),
})
export type Letter = z.infer<typeof letterSchema>

export const listLetters = operation({
  name: 'letters.list',
  method: 'GET',
  path: '/api/letters',
  summary: '一函两书：提示函、意见书、建议书',
  access: [...office],
  query: z.object({
    kind: kind.optional(),
    state: state.optional(),
    enterpriseId: z.uuid().optional(),
    search: z.string().trim().max(40).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  output: z.object({ total: z.number(), rows: z.array(rowSchema) }),
  errors: [],
})

export const readLetter = operation({
  name: 'letters.read',
  method: 'GET',
  path: '/api/letters/:id',
  summary: '查看一份函书',
  access: [...office],
  params: byId,
  output: letterSchema,
  errors: ['NOT_FOUND'],
})

const draftErrors = [
  'NOT_FOUND',
  'DATES_REVERSED',
  'INSPECTORS_FEW',
  'INSPECTION_AHEAD',
  'OPINION_MISSING',
  'OPINION_NOT_DELIVERED',
  'OPINION_NOT_DUE',
  'OPINION_OBEYED',
  'REPLACES_STANDING',
] as const

export const draftLetter = operation({
  name: 'letters.draft',
  method: 'POST',
  path: '/api/letters',
  summary: '起草函书；没有编号，签发时才给',
  access: [...office],
  body: z.strictObject({
    ...texts,
    enterpriseId: z.uuid(),
    /** The opinion a recommendation goes back to. */
    opinionId: z.uuid().optional(),
    /** A withdrawn letter that this one takes the place of. */
    replacesId: z.uuid().optional(),
    sourceFindingIds: z.array(z.uuid()).max(60).default([]),
    sourceCaseId: z.uuid().optional(),
  }),
  output: z.object({ id: z.string() }),
  errors: [...draftErrors, 'FINDING_OTHER'],
})

export const editLetter = operation({
  name: 'letters.edit',
  method: 'PATCH',
  path: '/api/letters/:id',
  summary: '修改草稿',
  access: [...office],
  params: byId,
  body: z.strictObject(texts).partial(),
  output: z.object({ version: z.number() }),
  errors: [...draftErrors, 'STALE', 'LETTER_STATE', 'KIND_FIXED'],
  edits: true,
})

export const dropLetter = operation({
  name: 'letters.drop',
  method: 'DELETE',
  path: '/api/letters/:id',
  summary: '删去草稿',
  access: [...office],
  params: byId,
  errors: ['NOT_FOUND', 'LETTER_STATE'],
})

export const submitLetter = operation({
  name: 'letters.submit',
  method: 'POST',
  path: '/api/letters/:id/submit',
  summary: '把草稿报送审批',
  access: [...office],
  params: byId,
  output: z.object({ state }),
  errors: ['NOT_FOUND', 'LETTER_STATE'],
})

export const returnLetter = operation({
  name: 'letters.return',
  method: 'POST',
  path: '/api/letters/:id/return',
  summary: '退回修改，说明理由',
  access: ['admin', 'chair', 'staff'],
  params: byId,
  body: z.strictObject({ reason: text(300) }),
  output: z.object({ state }),
  errors: ['NOT_FOUND', 'LETTER_STATE'],
})

export const issueLetter = operation({
  name: 'letters.issue',
  method: 'POST',
  path: '/api/letters/:id/issue',
  summary: '签发：编号、定稿，不再更改；起草人不能签发',
  access: ['admin', 'chair'],
  params: byId,
  output: z.object({ number: z.string() }),
  errors: ['NOT_FOUND', 'LETTER_STATE', 'SAME_PERSON', ...draftErrors.slice(3)],
  edits: true,
})

export const withdrawLetter = operation({
  name: 'letters.withdraw',
  method: 'POST',
  path: '/api/letters/:id/withdraw',
  summary: '撤回已签发的函书，说明理由；编号留着不再用',
  access: ['admin', 'chair'],
  params: byId,
  body: z.strictObject({ reason: text(300) }),
  output: z.object({ state }),
  errors: ['NOT_FOUND', 'LETTER_STATE'],
})
