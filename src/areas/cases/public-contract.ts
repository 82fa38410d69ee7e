import { z } from 'zod'
import { operation } from '../../platform/base/operation.ts'
import { claim, deadlineSchema, topic } from './case-contract.ts'

/** A code that follows a case: 26 signs of Crockford's base 32, 130 bits drawn at random. */
const byCode = z.object({ code: z.string().regex(/^[0-9a-hjkmnp-tv-z]{26}$/) })

export const takeIn = operation({
  name: 'cases.takeIn',
  method: 'POST',
  path: '/api/public/cases',
  summary: '职工在手机上求助，不用登录',
  access: 'public',
  body: z.strictObject({
    channel: z.literal('phone'),
    topic,
    claim: claim.default({}),
    employer: z.string().trim().max(80).default(''),
    name: z.string().trim().max(30).default(''),
    phone: z.string().trim().min(5).max(30),
    message: z.string().trim().max(2000).default(''),
    stillEmployed: z.boolean().nullable().default(null),
    leftOn: z.iso.date().nullable().default(null),
    writtenContract: z.boolean().nullable().default(null),
    pregnant: z.boolean().default(false),
    peopleUnpaid: z.number().int().min(0).max(10_000).default(0),
    /** The person has read what is sent and agrees to it. */
    consent: z.literal(true),
  }),
  output: z.object({ number: z.string(), followCode: z.string() }),
  errors: ['CLAIM_INVALID', 'TOO_MANY'],
})

export const followCase = operation({
  name: 'cases.followCase',
  method: 'GET',
  path: '/api/public/cases/:code',
  summary: '凭查询码看自己的案件办到哪一步',
  access: 'public',
  params: byCode,
  output: z.object({
    number: z.string(),
    status: z.enum(['received', 'open', 'closed']),
    receivedOn: z.string(),
    closedOn: z.string().nullable(),
    deadlines: z.array(deadlineSchema),
    mayObject: z.boolean(),
  }),
  errors: ['NOT_FOUND'],
})

export const objectToClosure = operation({
  name: 'cases.objectToClosure',
  method: 'POST',
  path: '/api/public/cases/:code/objections',
  summary: '没有解决：当事人自己重新打开案件',
  access: 'public',
  params: byCode,
  body: z.strictObject({ note: z.string().trim().min(1).max(500) }),
  output: z.object({ status: z.enum(['received', 'open', 'closed']) }),
  errors: ['NOT_FOUND', 'CASE_STATE'],
})
