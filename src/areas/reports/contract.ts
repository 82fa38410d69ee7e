import { z } from 'zod'
import { office, operation } from '../../platform/base/operation.ts'
import { measures } from './domain/measures.ts'

const civilDate = z.iso.date()
const measureKeys = measures.map((it) => it.key) as unknown as [
  (typeof measures)[number]['key'],
  ...(typeof measures)[number]['key'][],
]
const squadKind = z.enum(['culture', 'skills', 'rights'])

const period = {
  /** Both inclusive; the current year up to today where left out. */
  from: civilDate.optional(),
  to: civilDate.optional(),
  squadKind: squadKind.optional(),
  townshipId: z.uuid().optional(),
}

export const figureSchema = z.object({
  key: z.enum(measureKeys),
  label: z.string(),
  unit: z.string(),
  definition: z.string(),
  value: z.number(),
  /** The value as texts tell it, rounded down with 余. */
  told: z.string(),
})

export const readFigures = operation({
  name: 'reports.readFigures',
  method: 'GET',
  path: '/api/figures',
  summary: '数据总览',
  access: [...office],
  query: z.strictObject(period),
  output: z.object({
    from: z.string(),
    to: z.string(),
    pilotEnterprises: z.number(),
    figures: z.array(figureSchema),
    /** Visits held a month, by squad. */
    months: z.array(z.object({ month: z.string(), culture: z.number(), skills: z.number(), rights: z.number() })),
    townships: z.array(
      z.object({ id: z.string(), name: z.string(), enterprises: z.number(), covered: z.number(), visits: z.number() }),
    ),
    /** Enterprises by how much of this month's budget is used. */
    burden: z.array(z.object({ used: z.string(), enterprises: z.number() })),
  }),
  errors: [],
})

export const figureRowSchema = z.object({
  visitId: z.string(),
  date: z.string(),
  enterpriseId: z.string(),
  enterpriseName: z.string(),
  townshipName: z.string(),
  teamName: z.string(),
  activityName: z.string(),
  squadKind,
  heads: z.number(),
  trained: z.number(),
})

const rowsQuery = { ...period, key: z.enum(measureKeys) }

export const readFigureRows = operation({
  name: 'reports.readFigureRows',
  method: 'GET',
  path: '/api/figures/rows',
  summary: '一个数字背后的逐行记录',
  access: [...office],
  query: z.strictObject({
    ...rowsQuery,
    limit: z.coerce.number().int().min(1).max(500).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  output: z.object({
    /** The figure counted again from all of its rows. */
    value: z.number(),
    total: z.number(),
    rows: z.array(figureRowSchema),
  }),
  errors: [],
})

const todayVisit = z.object({
  id: z.string(),
  date: z.string(),
  startMinute: z.number(),
  endMinute: z.number(),
  status: z.string(),
  enterpriseId: z.string(),
  enterpriseName: z.string(),
  townshipName: z.string(),
  teamName: z.string(),
  activityName: z.string(),
  squadKind,
})

export const readToday = operation({
  name: 'reports.readToday',
  method: 'GET',
  path: '/api/today',
  summary: '今日：谁在外面，什么在等我',
  access: [...office],
  output: z.object({
    today: z.string(),
    day: z.enum(['workday', 'weekend', 'holiday', 'makeup', 'unknown']),
    out: z.array(todayVisit),
    next: z.array(todayVisit),
    waiting: z.object({
      openRequests: z.number(),
      notAccepted: z.number(),
      notRecorded: z.number(),
      notAnswered: z.number(),
      followUpsDue: z.number(),
      draftPlans: z.array(z.object({ id: z.string(), from: z.string(), to: z.string() })),
    }),
  }),
  errors: [],
})
