import { z } from 'zod'
import { office, operation } from '../../platform/base/operation.ts'

/** Who puts figures in force. A figure proposed by one is confirmed by another. */
export const figureKeepers = ['admin', 'chair'] as const

const byId = z.object({ id: z.uuid() })
const civilDate = z.iso.date()
const trust = z.enum(['CONFIRMED', 'CORROBORATED', 'UNVERIFIED'])

/** Concepts whose figures change by announcement, so that a county may enter its own; all others change with the program. */
export const ownConcepts = [
  'local_avg_monthly_wage',
  'min_wage_monthly',
  'min_wage_class',
  'heat_allowance',
  'injury_medical_lump',
  'injury_employment_lump',
  'urban_disposable_income',
  'statutory_holiday_dates',
  'wage_days_per_month',
  'annual_workdays',
  'monthly_workdays',
  'sick_pay_floor_ratio',
  'idle_allowance_ratio',
  'maternity_leave_total',
] as const
const concept = z.enum(ownConcepts)

/** The nation, the province, the city and the county, by GB/T 2260. */
export const ownRegions = ['000000', '320000', '321300', '321324'] as const
const region = z.enum(ownRegions)

/** A version in force at the day asked for, or the note that none is held. */
export const parameterRowSchema = z.object({
  key: z.string(),
  concept: z.string(),
  region: z.string(),
  label: z.string(),
  unit: z.string(),
  group: z.string(),
  /** First day it holds, inclusive; null where no version is held. */
  effective: z.string().nullable(),
  value: z.unknown(),
  trust: trust.nullable(),
  source: z.string(),
  link: z.string(),
  /** True for the county's own version. */
  own: z.boolean(),
  /** True where the county may enter a version. */
  mayPropose: z.boolean(),
})
export type ParameterRow = z.infer<typeof parameterRowSchema>

/** One own version with all that was done to it. */
export const ownVersionSchema = z.object({
  id: z.string(),
  concept,
  region,
  label: z.string(),
  unit: z.string(),
  effective: z.string(),
  value: z.unknown(),
  trust,
  source: z.string(),
  link: z.string(),
  status: z.enum(['proposed', 'confirmed', 'withdrawal-asked', 'withdrawn']),
  proposedById: z.string(),
  proposedBy: z.string(),
  proposedAt: z.string(),
  confirmedBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
  withdrawalById: z.string().nullable(),
  withdrawalBy: z.string().nullable(),
  withdrawalReason: z.string(),
  withdrawnBy: z.string().nullable(),
  withdrawnAt: z.string().nullable(),
})
export type OwnVersion = z.infer<typeof ownVersionSchema>

export const listParameters = operation({
  name: 'entitlements.listParameters',
  method: 'GET',
  path: '/api/parameters',
  summary: '某日有效的法定参数，和等待确认的修改',
  access: [...office],
  query: z.strictObject({ on: civilDate.optional() }),
  output: z.object({ on: z.string(), rows: z.array(parameterRowSchema), pending: z.array(ownVersionSchema) }),
  errors: [],
})

export const readParameterHistory = operation({
  name: 'entitlements.readParameterHistory',
  method: 'GET',
  path: '/api/parameters/history',
  summary: '一项法定参数的全部版本',
  access: [...office],
  query: z.strictObject({ concept: z.string().max(60), region: z.string().regex(/^\d{6}$/) }),
  output: z.object({
    label: z.string(),
    unit: z.string(),
    builtIn: z.array(
      z.object({ effective: z.string(), value: z.unknown(), trust, source: z.string(), note: z.string() }),
    ),
    own: z.array(ownVersionSchema),
  }),
  errors: ['NOT_FOUND'],
})

export const proposeParameter = operation({
  name: 'entitlements.proposeParameter',
  method: 'POST',
  path: '/api/parameters',
  summary: '提出一项法定参数的新版本',
  access: [...figureKeepers],
  body: z.strictObject({
    concept,
    region,
    effective: civilDate,
    /** In the form of the concept: a number, a class, figures by class or grade, dates. */
    value: z.unknown(),
    trust,
    source: z.string().trim().min(4).max(300),
    link: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]).default(''),
  }),
  output: z.object({ id: z.string() }),
  errors: ['VALUE_FORM', 'VERSION_EXISTS'],
})

export const confirmParameter = operation({
  name: 'entitlements.confirmParameter',
  method: 'POST',
  path: '/api/parameters/:id/confirmation',
  summary: '由第二人确认，从生效日起使用',
  access: [...figureKeepers],
  params: byId,
  output: z.object({ status: z.literal('confirmed') }),
  errors: ['NOT_FOUND', 'SAME_PERSON', 'PARAMETER_STATE'],
})

export const withdrawParameter = operation({
  name: 'entitlements.withdrawParameter',
  method: 'POST',
  path: '/api/parameters/:id/withdrawal',
  summary: '撤回：未确认的一人即可，已确认的要两个人',
  access: [...figureKeepers],
  params: byId,
  body: z.strictObject({ reason: z.string().trim().min(2).max(300) }),
  output: z.object({ status: z.enum(['withdrawal-asked', 'withdrawn']) }),
  errors: ['NOT_FOUND', 'SAME_PERSON', 'PARAMETER_STATE'],
})

export const readOwnParameters = operation({
  name: 'entitlements.readOwnParameters',
  method: 'GET',
  path: '/api/public/parameters',
  summary: '县里自己确认的法定参数，供手机上计算',
  access: 'public',
  output: z.object({
    today: z.string(),
    parameters: z.array(
      z.object({
        key: z.string(),
        concept,
        region,
        label: z.string(),
        unit: z.string(),
        source: z.string(),
        versions: z.array(z.object({ from: z.string(), value: z.unknown(), status: trust, source: z.string() })),
      }),
    ),
  }),
  errors: [],
})
