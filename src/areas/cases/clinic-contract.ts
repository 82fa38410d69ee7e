import { z } from 'zod'
import { office, operation } from '../../platform/base/operation.ts'

const byId = z.object({ id: z.uuid() })
const counts = {
  questions: z.array(z.object({ topic: z.string(), asked: z.number(), answered: z.number() })),
  pamphlets: z.array(z.object({ title: z.string(), copies: z.number() })),
}
export const clinicSchema = z.object({
  visitId: z.string(),
  date: z.string(),
  /** Minutes after 00:00. */
  startMinute: z.number(),
  endMinute: z.number(),
  enterpriseName: z.string(),
  teamName: z.string(),
  /** The team has arrived: from then on it can be recorded. */
  held: z.boolean(),
  recorded: z.boolean(),
  asked: z.number(),
  answered: z.number(),
  copies: z.number(),
  /** Cases taken in there. */
  cases: z.number(),
  ...counts,
  /** 0 where nothing is recorded yet. */
  version: z.number(),
})
export type Clinic = z.infer<typeof clinicSchema>

export const listClinics = operation({
  name: 'cases.listClinics',
  method: 'GET',
  path: '/api/clinics',
  summary: '普法咨询（巡回法援）场次',
  access: [...office, 'member'],
  query: z.strictObject({
    year: z.coerce.number().int().min(2000).max(2100).optional(),
    from: z.iso.date().optional(),
    /** Inclusive. */
    to: z.iso.date().optional(),
    /** Only those of my own teams, whatever else I may see. */
    own: z.stringbool().default(false),
    /** Also those dispatched or accepted that nobody has arrived at yet. */
    coming: z.stringbool().default(false),
  }),
  output: z.object({ rows: z.array(clinicSchema) }),
  errors: [],
})

export const readClinic = operation({
  name: 'cases.readClinic',
  method: 'GET',
  path: '/api/clinics/:id',
  summary: '一场普法咨询，和县里用过的主题、资料名称',
  access: [...office, 'member'],
  params: byId,
  output: clinicSchema.extend({
    /** What the county's clinics have written before, the most frequent first. */
    known: z.object({ topics: z.array(z.string()), titles: z.array(z.string()) }),
  }),
  errors: ['NOT_FOUND'],
})

export const recordClinic = operation({
  name: 'cases.recordClinic',
  method: 'PUT',
  path: '/api/clinics/:id',
  summary: '登记一场咨询：按主题问了多少、答了多少，发了哪些资料',
  access: ['admin', 'staff', 'leader', 'member'],
  params: byId,
  edits: true,
  body: z.strictObject({
    questions: z
      .array(
        z.strictObject({
          topic: z.string().trim().min(1).max(30),
          asked: z.number().int().min(1).max(5000),
          answered: z.number().int().min(0).max(5000),
        }),
      )
      .max(30),
    pamphlets: z
      .array(
        z.strictObject({
          title: z.string().trim().min(1).max(60),
          copies: z.number().int().min(1).max(50_000),
        }),
      )
      .max(30),
  }),
  output: z.object({ version: z.number() }),
  errors: ['NOT_FOUND', 'NOT_A_CLINIC', 'CLINIC_NOT_HELD', 'ANSWERED_OVER_ASKED', 'NAMED_TWICE', 'STALE'],
})
