import { z } from 'zod'
import { operation } from '../../platform/base/operation.ts'

/** Who takes cases in and runs them. A lawyer is a member and reaches the cases given to them, by their rows. */
export const clerks = ['admin', 'staff'] as const
export const withLawyers = ['admin', 'staff', 'member'] as const

const civilDate = z.iso.date()
export const byId = z.object({ id: z.uuid() })
export const channels = z.enum(['phone', 'clinic', 'console', 'paper', 'import'])
export const topic = z.enum([
  'wages',
  'termination',
  'contract',
  'overtime',
  'leave',
  'injury',
  'insurance',
  'women',
  'other',
])
export const path = z.enum(['advice', 'drafting', 'mediation', 'arbitration', 'court'])
const status = z.enum(['received', 'open', 'closed'])
const stepKind = z.enum([
  'mediation_asked',
  'mediated',
  'arbitration_asked',
  'arbitration_docketed',
  'copy_served',
  'arbitration_prolonged',
  'award_served',
  'suit_filed',
  'judgment_served',
  'appeal_filed',
  'note',
])
/** The facts by the claim form of the entitlements engine; the engine checks them. */
export const claim = z.record(z.string(), z.unknown())

export const deadlineSchema = z.object({
  kind: z.string(),
  /** Last day, inclusive; null where working days of a year not announced count. */
  on: z.string().nullable(),
  from: z.string(),
  article: z.string(),
  calendarKnown: z.boolean(),
  metOn: z.string().nullable(),
})

export const caseRowSchema = z.object({
  id: z.string(),
  number: z.string(),
  status,
  channel: channels,
  topic,
  path: path.nullable(),
  employer: z.string(),
  enterpriseId: z.string().nullable(),
  receivedOn: z.string(),
  closedOn: z.string().nullable(),
  claimants: z.number(),
  lawyers: z.array(z.string()),
  urgencies: z.array(z.string()),
  /** The next deadline that can still be kept; the last that passed where there is none. */
  nextDeadline: deadlineSchema.nullable(),
  /** Deadlines that passed with nothing done, by their kinds. */
  overdue: z.array(z.string()),
  version: z.number(),
})
export type CaseRow = z.infer<typeof caseRowSchema>

export const amountKind = z.enum([
  'economic_compensation',
  'damages',
  'wages',
  'double_wage',
  'overtime',
  'leave',
  'injury_disability',
  'injury_medical',
  'injury_employment',
  'injury_wage',
  'death',
  'other',
])
export const payer = z.enum(['employer', 'fund', 'other'])
export const outcome = z.enum([
  'advised',
  'drafted',
  'settled',
  'mediated',
  'awarded',
  'judged',
  'withdrawn',
  'not_supported',
  'not_accepted',
  'referred',
])
/** Fen; agreed or awarded on a day, paid on another or not yet. */
export const amountInput = z.strictObject({
  kind: amountKind,
  payer,
  amountFen: z.number().int().min(1).max(100_000_000_00),
  basis: z.string().trim().max(200).default(''),
  agreedOn: civilDate,
  paidOn: civilDate.nullable().default(null),
})
export const deliveredBy = z.enum(['in_person', 'phone', 'letter', 'message'])

export const claimantSchema = z.object({
  id: z.string(),
  ordinal: z.number(),
  name: z.string(),
  phone: z.string(),
  claim,
  /** The claim in one line, for readers. */
  facts: z.string(),
  outcome: outcome.nullable(),
  noAmountReason: z.string().nullable(),
  round: z.number(),
  amounts: z.array(
    z.object({
      id: z.string(),
      kind: amountKind,
      payer,
      amountFen: z.number(),
      basis: z.string(),
      agreedOn: z.string(),
      paidOn: z.string().nullable(),
    }),
  ),
  answers: z.array(
    z.object({
      round: z.number(),
      text: z.string(),
      deliveredOn: z.string().nullable(),
      deliveredBy: deliveredBy.nullable(),
    }),
  ),
  callbackDueOn: z.string().nullable(),
  callbacks: z.array(
    z.object({
      round: z.number(),
      calledOn: z.string(),
      reached: z.boolean(),
      settled: z.boolean().nullable(),
      note: z.string(),
    }),
  ),
  /** What the person still lacks before the case may be closed. */
  lacks: z.array(z.string()),
  version: z.number(),
})
export type Claimant = z.infer<typeof claimantSchema>

export const caseSchema = caseRowSchema.extend({
  message: z.string(),
  stillEmployed: z.boolean().nullable(),
  leftOn: z.string().nullable(),
  writtenContract: z.boolean().nullable(),
  injured: z.boolean(),
  pregnant: z.boolean(),
  peopleUnpaid: z.number(),
  acceptedOn: z.string().nullable(),
  clinicVisitId: z.string().nullable(),
  deadlines: z.array(deadlineSchema),
  people: z.array(z.object({ id: z.string(), personId: z.string(), name: z.string(), duty: z.string() })),
  steps: z.array(z.object({ id: z.string(), kind: stepKind, on: z.string(), note: z.string() })),
  evidence: z.array(
    z.object({
      id: z.string(),
      claimantId: z.string().nullable(),
      state: z.enum(['have', 'can_get', 'cannot_get']),
      item: z.string(),
      note: z.string(),
      fileName: z.string().nullable(),
      version: z.number(),
    }),
  ),
  persons: z.array(claimantSchema),
  /** Empty where it may be closed. Ordinal 0: nobody is in the case. */
  lacks: z.array(z.object({ ordinal: z.number(), lacks: z.array(z.string()) })),
})
export type CaseDetail = z.infer<typeof caseSchema>

export const personInput = z.strictObject({
  name: z.string().trim().max(30).default(''),
  phone: z.string().trim().max(30).default(''),
  claim: claim.default({}),
})

const triage = {
  stillEmployed: z.boolean().nullable().default(null),
  leftOn: civilDate.nullable().default(null),
  writtenContract: z.boolean().nullable().default(null),
  injured: z.boolean().default(false),
  pregnant: z.boolean().default(false),
  peopleUnpaid: z.number().int().min(0).max(10_000).default(0),
}

export const listCases = operation({
  name: 'cases.listCases',
  method: 'GET',
  path: '/api/cases',
  summary: '法律援助案件列表（律师只看到自己的）',
  access: withLawyers,
  query: z.strictObject({
    status: status.optional(),
    urgent: z.stringbool().optional(),
    callbackDue: z.stringbool().optional(),
    /** Open ones with a deadline that passed or ends in this many days. */
    dueWithin: z.coerce.number().int().min(0).max(60).optional(),
    enterpriseId: z.uuid().optional(),
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    topic: topic.optional(),
    /** `none`: no path chosen yet. */
    path: z.union([path, z.literal('none')]).optional(),
    /** Unpaid wages of several people, as the year's figures count them. */
    groupWage: z.stringbool().optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  output: z.object({ total: z.number(), rows: z.array(caseRowSchema) }),
  errors: [],
})

export const createCase = operation({
  name: 'cases.createCase',
  method: 'POST',
  path: '/api/cases',
  summary: '登记案件（巡回点、来访、纸质）',
  access: clerks,
  body: z.strictObject({
    channel: z.enum(['clinic', 'console', 'paper']),
    topic,
    employer: z.string().trim().min(1).max(80),
    enterpriseId: z.uuid().optional(),
    clinicVisitId: z.uuid().optional(),
    message: z.string().trim().max(2000).default(''),
    ...triage,
    persons: z.array(personInput).max(200).default([]),
  }),
  output: z.object({ id: z.string(), number: z.string(), followCode: z.string() }),
  errors: ['NOT_FOUND', 'CLAIM_INVALID'],
})

export const readCase = operation({
  name: 'cases.readCase',
  method: 'GET',
  path: '/api/cases/:id',
  summary: '一个案件（每次查看留痕）',
  access: withLawyers,
  params: byId,
  output: caseSchema,
  errors: ['NOT_FOUND'],
})

export const editCase = operation({
  name: 'cases.editCase',
  method: 'PATCH',
  path: '/api/cases/:id',
  summary: '修改案件的分诊与路径',
  access: withLawyers,
  params: byId,
  edits: true,
  body: z.strictObject({
    topic: topic.optional(),
    path: path.optional(),
    employer: z.string().trim().min(1).max(80).optional(),
    enterpriseId: z.uuid().nullable().optional(),
    stillEmployed: z.boolean().nullable().optional(),
    leftOn: civilDate.nullable().optional(),
    writtenContract: z.boolean().nullable().optional(),
    injured: z.boolean().optional(),
    pregnant: z.boolean().optional(),
    peopleUnpaid: z.number().int().min(0).max(10_000).optional(),
  }),
  output: z.object({ version: z.number() }),
  errors: ['NOT_FOUND', 'CASE_STATE', 'STALE', 'LAWYER_CONFLICT'],
})

export const acceptCase = operation({
  name: 'cases.acceptCase',
  method: 'POST',
  path: '/api/cases/:id/accept',
  summary: '受理案件并定办理路径',
  access: clerks,
  params: byId,
  body: z.strictObject({ path }),
  output: z.object({ status }),
  errors: ['NOT_FOUND', 'CASE_STATE'],
})

export const assignPerson = operation({
  name: 'cases.assignPerson',
  method: 'POST',
  path: '/api/cases/:id/people',
  summary: '指派律师、调解员或经办人（先查利益冲突）',
  access: clerks,
  params: byId,
  body: z.strictObject({ personId: z.uuid(), duty: z.enum(['lawyer', 'mediator', 'clerk']) }),
  output: z.object({ id: z.string() }),
  errors: ['NOT_FOUND', 'CASE_STATE', 'LAWYER_CONFLICT', 'NOT_A_MEMBER', 'ALREADY_ASSIGNED'],
})

export const removePerson = operation({
  name: 'cases.removePerson',
  method: 'DELETE',
  path: '/api/cases/:id/people/:personId',
  summary: '取消指派，立即不能再看',
  access: clerks,
  params: z.object({ id: z.uuid(), personId: z.uuid() }),
  errors: ['NOT_FOUND'],
})

export const addStep = operation({
  name: 'cases.addStep',
  method: 'POST',
  path: '/api/cases/:id/steps',
  summary: '登记办理进展，期限随之更新',
  access: withLawyers,
  params: byId,
  body: z.strictObject({ kind: stepKind, on: civilDate, note: z.string().trim().max(1000).default('') }),
  output: z.object({ id: z.string() }),
  errors: ['NOT_FOUND', 'CASE_STATE', 'DATE_AHEAD'],
})

export const closeCase = operation({
  name: 'cases.closeCase',
  method: 'POST',
  path: '/api/cases/:id/close',
  summary: '结案：每个人都有结果、金额、答复和送达才能结',
  access: clerks,
  params: byId,
  output: z.object({ status, callbackDueOn: z.string() }),
  errors: ['NOT_FOUND', 'CASE_STATE', 'CASE_LACKS'],
})

export const closeCases = operation({
  name: 'cases.closeCases',
  method: 'POST',
  path: '/api/cases/close',
  summary: '一并结案，一件一件过同一道关',
  access: clerks,
  body: z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) }),
  output: z.object({
    results: z.array(
      z.object({
        id: z.string(),
        closed: z.boolean(),
        code: z.string().nullable(),
        lacks: z.array(z.object({ ordinal: z.number(), lacks: z.array(z.string()) })),
      }),
    ),
  }),
  errors: [],
})

export const readViews = operation({
  name: 'cases.readViews',
  method: 'GET',
  path: '/api/cases/:id/views',
  summary: '谁在什么时候看过这个案件',
  access: ['admin'],
  params: byId,
  output: z.object({
    rows: z.array(z.object({ personName: z.string(), what: z.string(), refused: z.boolean(), at: z.string() })),
  }),
  errors: ['NOT_FOUND'],
})
