import { z } from 'zod'
import { office, operation } from '../../platform/base/operation.ts'
import { gapKinds } from './domain/gaps.ts'
import { pilotLevels } from './domain/pilot-levels.ts'

const civilDate = z.iso.date()
const minute = z.number().int().min(0).max(1440)
const gapKind = z.enum(gapKinds)
const weekdays = z.array(z.number().int().min(1).max(7)).max(7)

/** One who sees or edits a single enterprise: the office, or the enterprise's own contact. */
const officeAndContact = [...office, 'contact'] as const

export const enterpriseRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  creditCode: z.string(),
  townshipId: z.string(),
  townshipName: z.string(),
  industry: z.string(),
  headcount: z.number(),
  pilotLevel: z.enum(pilotLevels),
  contactName: z.string(),
  contactPhone: z.string(),
  longitude: z.number(),
  latitude: z.number(),
  pointSource: z.enum(['township', 'import', 'operator']),
  visitsPerMonth: z.number(),
  minDaysBetween: z.number(),
  /** Visits of the current month that stand. */
  usedThisMonth: z.number(),
  /** Delivered visits of the current year. */
  deliveredThisYear: z.number(),
  lastVisitOn: z.string().nullable(),
  hasGaps: z.boolean(),
  version: z.number(),
})
export type EnterpriseRow = z.infer<typeof enterpriseRowSchema>

export const patternSchema = z.strictObject({
  kind: gapKind,
  weekdays,
  from: minute,
  to: minute,
  shiftName: z.string().max(40).nullable().default(null),
})

export const exceptionSchema = z.object({
  id: z.string(),
  date: z.string(),
  effect: z.enum(['closed', 'added', 'replaced']),
  kind: gapKind.nullable(),
  from: z.number().nullable(),
  to: z.number().nullable(),
  note: z.string(),
})

export const quietSchema = z.object({
  id: z.string(),
  from: z.string(),
  to: z.string(),
  reason: z.string(),
  kind: z.enum(['quiet', 'freeze']),
})

export const meterSchema = z.object({
  month: z.string(),
  used: z.number(),
  allowed: z.number(),
  nextAllowedOn: z.string().nullable(),
})

export const enterpriseSchema = enterpriseRowSchema.extend({
  shiftText: z.string(),
  phonesAllowed: z.boolean(),
  patterns: z.array(patternSchema),
  exceptions: z.array(exceptionSchema),
  quiet: z.array(quietSchema),
  meter: meterSchema,
})
export type Enterprise = z.infer<typeof enterpriseSchema>

const byId = z.object({ id: z.uuid() })

const listQuery = {
  search: z.string().trim().max(60).optional(),
  townshipId: z.uuid().optional(),
  pilotLevel: z.enum(pilotLevels).optional(),
  /** Only enterprises with or without a delivered visit this year. */
  covered: z.enum(['yes', 'no']).optional(),
}

export const listEnterprises = operation({
  name: 'enterprises.listEnterprises',
  method: 'GET',
  path: '/api/enterprises',
  summary: '试点企业名册',
  access: [...office],
  query: z.strictObject({
    ...listQuery,
    sort: z.enum(['name', 'headcount', 'used', 'delivered', 'lastVisit']).default('name'),
    descending: z.stringbool().default(false),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  output: z.object({ total: z.number(), rows: z.array(enterpriseRowSchema) }),
  errors: [],
})

export const exportEnterprises = operation({
  name: 'enterprises.exportEnterprises',
  method: 'GET',
  path: '/api/enterprises.xlsx',
  summary: '导出试点企业名册',
  access: [...office],
  query: z.strictObject(listQuery),
  answers: 'file',
  errors: [],
})

export const listTownships = operation({
  name: 'enterprises.listTownships',
  method: 'GET',
  path: '/api/townships',
  summary: '乡镇街道',
  access: 'signed-in',
  output: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      longitude: z.number(),
      latitude: z.number(),
      pointSource: z.string(),
    }),
  ),
  errors: [],
})

export const readEnterprise = operation({
  name: 'enterprises.readEnterprise',
  method: 'GET',
  path: '/api/enterprises/:id',
  summary: '一家企业：时间缝隙与打扰上限',
  access: officeAndContact,
  params: byId,
  output: enterpriseSchema,
  errors: ['NOT_FOUND'],
})

export const editEnterprise = operation({
  name: 'enterprises.editEnterprise',
  method: 'PATCH',
  path: '/api/enterprises/:id',
  summary: '修改企业资料、位置或打扰上限',
  access: ['admin', 'staff'],
  params: byId,
  body: z.strictObject({
    name: z.string().trim().min(2).max(80).optional(),
    industry: z.string().trim().max(40).optional(),
    headcount: z.number().int().min(0).max(1_000_000).optional(),
    pilotLevel: z.enum(pilotLevels).optional(),
    contactName: z.string().trim().max(40).optional(),
    contactPhone: z.string().trim().max(40).optional(),
    longitude: z.number().min(73).max(136).optional(),
    latitude: z.number().min(3).max(54).optional(),
    visitsPerMonth: z.number().int().min(0).max(31).optional(),
    minDaysBetween: z.number().int().min(0).max(90).optional(),
    phonesAllowed: z.boolean().optional(),
  }),
  output: enterpriseSchema,
  errors: ['NOT_FOUND', 'STALE'],
  edits: true,
})

export const setWeek = operation({
  name: 'enterprises.setWeek',
  method: 'PUT',
  path: '/api/enterprises/:id/week',
  summary: '设定一周的时间缝隙',
  access: ['admin', 'staff', 'contact'],
  params: byId,
  body: z.strictObject({ patterns: z.array(patternSchema).max(60) }),
  output: enterpriseSchema,
  errors: ['NOT_FOUND', 'STALE', 'WEEK_INVALID'],
  edits: true,
})

export const addException = operation({
  name: 'enterprises.addException',
  method: 'POST',
  path: '/api/enterprises/:id/exceptions',
  summary: '登记某一天的例外',
  access: ['admin', 'staff', 'contact'],
  params: byId,
  body: z.strictObject({
    date: civilDate,
    effect: z.enum(['closed', 'added', 'replaced']),
    kind: gapKind.optional(),
    from: minute.optional(),
    to: minute.optional(),
    note: z.string().max(200).default(''),
  }),
  output: z.object({ id: z.string() }),
  errors: ['NOT_FOUND', 'EXCEPTION_INCOMPLETE', 'YEAR_NOT_ANNOUNCED', 'DATE_PAST'],
})

export const removeException = operation({
  name: 'enterprises.removeException',
  method: 'DELETE',
  path: '/api/enterprises/:id/exceptions/:exceptionId',
  summary: '撤销某一天的例外',
  access: ['admin', 'staff', 'contact'],
  params: z.object({ id: z.uuid(), exceptionId: z.uuid() }),
  errors: ['NOT_FOUND'],
})

export const addQuiet = operation({
  name: 'enterprises.addQuiet',
  method: 'POST',
  path: '/api/enterprises/:id/quiet',
  summary: '登记繁忙期或冻结日期',
  access: ['admin', 'staff', 'contact'],
  params: byId,
  body: z.strictObject({
    from: civilDate,
    to: civilDate,
    reason: z.string().max(200).default(''),
    kind: z.enum(['quiet', 'freeze']),
  }),
  output: z.object({
    id: z.string(),
    /** Visits that stand within these dates; they are not cancelled by themselves. */
    visits: z.array(z.object({ id: z.string(), date: z.string(), activity: z.string() })),
  }),
  errors: ['NOT_FOUND', 'DATES_REVERSED', 'DATE_PAST'],
})

export const removeQuiet = operation({
  name: 'enterprises.removeQuiet',
  method: 'DELETE',
  path: '/api/enterprises/:id/quiet/:quietId',
  summary: '撤销繁忙期或冻结',
  access: ['admin', 'staff', 'contact'],
  params: z.object({ id: z.uuid(), quietId: z.uuid() }),
  errors: ['NOT_FOUND'],
})

export const readGaps = operation({
  name: 'enterprises.readGaps',
  method: 'GET',
  path: '/api/enterprises/:id/gaps',
  summary: '逐日的时间缝隙（扣除节假日、例外和冻结）',
  access: officeAndContact,
  params: byId,
  query: z.strictObject({ from: civilDate, to: civilDate }),
  output: z.array(
    z.object({
      date: z.string(),
      day: z.enum(['workday', 'weekend', 'holiday', 'makeup']),
      gaps: z.array(z.object({ kind: gapKind, from: z.number(), to: z.number() })),
    }),
  ),
  errors: ['NOT_FOUND', 'YEAR_NOT_ANNOUNCED', 'DATES_REVERSED'],
})

const importCounts = z.object({
  rows: z.number(),
  new: z.number(),
  changed: z.number(),
  same: z.number(),
  bad: z.number(),
})

export const importRowSchema = z.object({
  rowNumber: z.number(),
  status: z.enum(['new', 'changed', 'same', 'bad']),
  name: z.string(),
  creditCode: z.string(),
  changes: z.array(z.object({ field: z.string(), from: z.string(), to: z.string() })),
  problems: z.array(z.object({ column: z.string(), value: z.string(), problem: z.string(), mend: z.string() })),
  warnings: z.array(z.string()),
})
export type ImportRow = z.infer<typeof importRowSchema>

export const importSchema = z.object({
  id: z.string(),
  fileName: z.string(),
  status: z.enum(['read', 'confirmed', 'done', 'failed']),
  counts: importCounts,
  /** Which column of the file was taken for which field, as header text. */
  columns: z.array(z.object({ field: z.string(), header: z.string() })),
  rows: z.array(importRowSchema),
  hasErrorFile: z.boolean(),
})
export type ImportState = z.infer<typeof importSchema>

export const downloadTemplate = operation({
  name: 'enterprises.downloadTemplate',
  method: 'GET',
  path: '/api/enterprise-imports/template.xlsx',
  summary: '下载企业名册模板',
  access: [...office],
  answers: 'file',
  errors: [],
})

export const uploadImport = operation({
  name: 'enterprises.uploadImport',
  method: 'POST',
  path: '/api/enterprise-imports',
  summary: '上传企业名册并预览',
  access: ['admin', 'staff'],
  upload: { maxBytes: 10_000_000 },
  output: importSchema,
  errors: ['SHEET_REFUSED', 'COLUMNS_MISSING', 'COLUMNS_AMBIGUOUS', 'SHEET_EMPTY', 'FILE_MISSING', 'FILE_TOO_LARGE'],
})

export const readImport = operation({
  name: 'enterprises.readImport',
  method: 'GET',
  path: '/api/enterprise-imports/:id',
  summary: '导入预览',
  access: ['admin', 'staff'],
  params: byId,
  query: z.strictObject({
    status: z.enum(['new', 'changed', 'same', 'bad']).optional(),
    limit: z.coerce.number().int().min(1).max(500).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  output: importSchema,
  errors: ['NOT_FOUND'],
})

export const confirmImport = operation({
  name: 'enterprises.confirmImport',
  method: 'POST',
  path: '/api/enterprise-imports/:id/confirm',
  summary: '确认导入（只写入没有错误的行）',
  access: ['admin', 'staff'],
  params: byId,
  output: z.object({ operationId: z.string() }),
  errors: ['NOT_FOUND', 'IMPORT_ALREADY_CONFIRMED'],
})

export const downloadErrors = operation({
  name: 'enterprises.downloadErrors',
  method: 'GET',
  path: '/api/enterprise-imports/:id/errors.xlsx',
  summary: '下载有错误的行（改好后可直接再导入）',
  access: ['admin', 'staff'],
  params: byId,
  answers: 'file',
  errors: ['NOT_FOUND'],
})
