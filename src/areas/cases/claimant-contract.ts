import { z } from 'zod'
import { operation } from '../../platform/base/operation.ts'
import { amountInput, claim, clerks, deliveredBy, outcome, personInput } from './case-contract.ts'

const withLawyers = ['admin', 'staff', 'member'] as const
const civilDate = z.iso.date()
const byId = z.object({ id: z.uuid() })
const byClaimant = z.object({ id: z.uuid(), claimantId: z.uuid() })

export const addClaimant = operation({
  name: 'cases.addClaimant',
  method: 'POST',
  path: '/api/cases/:id/claimants',
  summary: '加入一位当事人',
  access: withLawyers,
  params: byId,
  body: personInput,
  output: z.object({ id: z.string(), ordinal: z.number() }),
  errors: ['NOT_FOUND', 'CASE_STATE', 'CLAIM_INVALID'],
})

export const editClaimant = operation({
  name: 'cases.editClaimant',
  method: 'PATCH',
  path: '/api/cases/:id/claimants/:claimantId',
  summary: '修改当事人的姓名、电话、事实',
  access: withLawyers,
  params: byClaimant,
  edits: true,
  body: z.strictObject({
    name: z.string().trim().max(30).optional(),
    phone: z.string().trim().max(30).optional(),
    claim: claim.optional(),
  }),
  output: z.object({ version: z.number() }),
  errors: ['NOT_FOUND', 'CASE_STATE', 'CLAIM_INVALID', 'STALE'],
})

export const readEntitlements = operation({
  name: 'cases.readEntitlements',
  method: 'GET',
  path: '/api/cases/:id/claimants/:claimantId/entitlements',
  summary: '这位当事人应得的各项，条文和算法在旁',
  access: withLawyers,
  params: byClaimant,
  output: z.object({
    /** By the form of the entitlements engine. */
    entitlements: z.unknown(),
    warnings: z.array(z.string()),
  }),
  errors: ['NOT_FOUND', 'CLAIM_INVALID'],
})

export const setOutcome = operation({
  name: 'cases.setOutcome',
  method: 'PUT',
  path: '/api/cases/:id/claimants/:claimantId/outcome',
  summary: '登记结果和各项金额（没有金额的写明原因）',
  access: withLawyers,
  params: byClaimant,
  edits: true,
  body: z.strictObject({
    outcome,
    amounts: z.array(amountInput).max(40).default([]),
    noAmountReason: z.string().trim().max(300).nullable().default(null),
  }),
  output: z.object({ version: z.number() }),
  errors: ['NOT_FOUND', 'CASE_STATE', 'DATE_AHEAD', 'STALE'],
})

export const answerClaimant = operation({
  name: 'cases.answerClaimant',
  method: 'PUT',
  path: '/api/cases/:id/claimants/:claimantId/answer',
  summary: '给这位当事人的答复，以及怎样送达',
  access: withLawyers,
  params: byClaimant,
  body: z.strictObject({
    text: z.string().trim().min(1).max(2000),
    deliveredOn: civilDate.nullable().default(null),
    deliveredBy: deliveredBy.nullable().default(null),
  }),
  output: z.object({ round: z.number() }),
  errors: ['NOT_FOUND', 'CASE_STATE', 'DATE_AHEAD', 'DELIVERY_HALF'],
})

export const callBack = operation({
  name: 'cases.callBack',
  method: 'POST',
  path: '/api/cases/:id/claimants/:claimantId/callbacks',
  summary: '回访：问是否解决，没有解决的案件重新打开',
  access: clerks,
  params: byClaimant,
  body: z.strictObject({
    calledOn: civilDate,
    reached: z.boolean(),
    settled: z.boolean().optional(),
    note: z.string().trim().max(500).default(''),
  }),
  output: z.object({ status: z.enum(['received', 'open', 'closed']) }),
  errors: ['NOT_FOUND', 'CASE_STATE', 'DATE_AHEAD', 'CALLBACK_HALF'],
})
