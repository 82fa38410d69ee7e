import { z } from 'zod'
import { operation } from '../../platform/base/operation.ts'
import { amountKind, clerks, path, payer, topic } from './case-contract.ts'

const byId = z.object({ id: z.uuid() })

export const readFigures = operation({
  name: 'cases.readFigures',
  method: 'GET',
  path: '/api/case-figures',
  summary: '一年的案件与挽回金额（看不到案件的人，少于五的不显示）',
  access: ['admin', 'chair', 'staff', 'leader'],
  query: z.strictObject({ year: z.coerce.number().int().min(2000).max(2100) }),
  output: z.object({
    year: z.number(),
    /** Null where a number below five is hidden. */
    cases: z.number().nullable(),
    people: z.number().nullable(),
    closed: z.number().nullable(),
    groupWage: z.number().nullable(),
    /** Cases by what they are about and by the path chosen; null, all of it, where any part is hidden. */
    topics: z.array(z.object({ topic, cases: z.number() })).nullable(),
    paths: z.array(z.object({ path: path.nullable(), cases: z.number() })).nullable(),
    recoveredFen: z.number().nullable(),
    amounts: z.array(
      z.object({
        kind: amountKind,
        payer,
        amountFen: z.number().nullable(),
        paidFen: z.number().nullable(),
        people: z.number().nullable(),
        /** The cases behind the figure; empty for those who may not see them. */
        cases: z.array(z.object({ id: z.string(), number: z.string(), amountFen: z.number(), people: z.number() })),
      }),
    ),
    hidden: z.boolean(),
  }),
  errors: [],
})

const tieSchema = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  employer: z.string(),
  enterpriseId: z.string().nullable(),
  note: z.string(),
})
export const listTies = operation({
  name: 'cases.listTies',
  method: 'GET',
  path: '/api/lawyer-ties',
  summary: '律师与用人单位的关系（冲突检查用）',
  access: clerks,
  output: z.object({ rows: z.array(tieSchema) }),
  errors: [],
})
export const addTie = operation({
  name: 'cases.addTie',
  method: 'POST',
  path: '/api/lawyer-ties',
  summary: '登记律师与一家用人单位的关系',
  access: clerks,
  body: z.strictObject({
    personId: z.uuid(),
    employer: z.string().trim().min(1).max(80),
    enterpriseId: z.uuid().optional(),
    note: z.string().trim().max(200).default(''),
  }),
  output: z.object({
    id: z.string(),
    /** Open cases against this employer that the person is on: to be given to somebody else. */
    cases: z.array(z.object({ id: z.string(), number: z.string() })),
  }),
  errors: ['NOT_FOUND', 'NOT_A_MEMBER'],
})
export const removeTie = operation({
  name: 'cases.removeTie',
  method: 'DELETE',
  path: '/api/lawyer-ties/:id',
  summary: '删除一条关系',
  access: clerks,
  params: byId,
  errors: ['NOT_FOUND'],
})

const lackOf = z.object({ ordinal: z.number(), lacks: z.array(z.string()) })
export const downloadTemplate = operation({
  name: 'cases.downloadTemplate',
  method: 'GET',
  path: '/api/case-imports/template.xlsx',
  summary: '下载案件台账模板',
  access: clerks,
  answers: 'file',
  errors: [],
})

export const importCases = operation({
  name: 'cases.importCases',
  method: 'POST',
  path: '/api/case-imports',
  summary: '导入以前的案件台账（.xlsx）：齐全的按同一道关结案，其余留着办',
  access: clerks,
  upload: { maxBytes: 10_000_000 },
  output: z.object({
    created: z.number(),
    closed: z.number(),
    unchanged: z.number(),
    open: z.array(z.object({ number: z.string(), lacks: z.array(lackOf) })),
    faults: z.array(z.object({ row: z.number(), column: z.string(), reason: z.string() })),
  }),
  errors: ['SHEET_REFUSED', 'COLUMNS_MISSING', 'DATE_AHEAD'],
})

export const readPaper = operation({
  name: 'cases.readPaper',
  method: 'GET',
  path: '/api/cases/:id/papers/:kind',
  summary: '办理文书（.docx），由案件填好，缺的留空',
  access: ['admin', 'staff', 'member'],
  params: z.object({
    id: z.uuid(),
    kind: z.enum([
      'advice_record',
      'mediation_application',
      'mediation_agreement',
      'arbitration_application',
      'power_of_attorney',
      'complaint',
    ]),
  }),
  query: z.strictObject({ claimantId: z.uuid().optional() }),
  answers: 'file',
  errors: ['NOT_FOUND'],
})

/** Who is told what a waiting figure would change. */
export const effectReaders = ['admin', 'chair', 'staff'] as const

export const readEffects = operation({
  name: 'cases.readEffects',
  method: 'GET',
  path: '/api/parameters/:id/effects',
  summary: '待定的法定参数一旦确认（或撤回），哪些未结案件的数额会变',
  access: [...effectReaders],
  params: byId,
  output: z.object({
    /** People of open cases whose facts could be computed. */
    computed: z.number(),
    changed: z.number(),
    /** Empty for those who may not open cases. */
    rows: z.array(
      z.object({
        caseId: z.string(),
        number: z.string(),
        ordinal: z.number(),
        lines: z.array(z.object({ code: z.string(), before: z.number().nullable(), after: z.number().nullable() })),
      }),
    ),
  }),
  errors: ['NOT_FOUND'],
})
