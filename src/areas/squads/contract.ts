import { z } from 'zod'
import { office, operation } from '../../platform/base/operation.ts'

const minute = z.number().int().min(0).max(1440)
const weekdays = z.array(z.number().int().min(1).max(7)).min(1).max(7)
const civilDate = z.iso.date()
export const squadKinds = ['culture', 'skills', 'rights'] as const
const squadKind = z.enum(squadKinds)

/** When someone can come, every week; minutes after 00:00. */
const hoursSchema = z.strictObject({ weekdays, from: minute, to: minute })

export const memberSchema = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
  title: z.string(),
  skills: z.array(z.string()),
  lead: z.boolean(),
  version: z.number(),
  availability: z.array(hoursSchema),
  absences: z.array(z.object({ id: z.string(), from: z.string(), to: z.string(), reason: z.string() })),
})
export type Member = z.infer<typeof memberSchema>

export const teamSchema = z.object({
  id: z.string(),
  squadId: z.string(),
  squadKind,
  squadName: z.string(),
  name: z.string(),
  baseName: z.string(),
  baseLongitude: z.number(),
  baseLatitude: z.number(),
  maxVisitsPerDay: z.number(),
  maxVisitsPerMonth: z.number().nullable(),
  kinds: z.array(z.object({ id: z.string(), name: z.string() })),
  shifts: z.array(hoursSchema),
  shiftExceptions: z.array(
    z.object({
      id: z.string(),
      date: z.string(),
      off: z.boolean(),
      from: z.number().nullable(),
      to: z.number().nullable(),
      reason: z.string(),
    }),
  ),
  members: z.array(memberSchema),
  version: z.number(),
})
export type Team = z.infer<typeof teamSchema>

export const listTeams = operation({
  name: 'squads.listTeams',
  method: 'GET',
  path: '/api/teams',
  summary: '小队与队员',
  access: [...office],
  output: z.object({
    squads: z.array(z.object({ id: z.string(), kind: squadKind, name: z.string(), purpose: z.string() })),
    teams: z.array(teamSchema),
  }),
  errors: [],
})

export const createTeam = operation({
  name: 'squads.createTeam',
  method: 'POST',
  path: '/api/teams',
  summary: '新建小分队',
  access: ['admin', 'staff'],
  body: z.strictObject({
    squadId: z.uuid(),
    name: z.string().trim().min(2).max(40),
    baseName: z.string().trim().min(1).max(40),
    baseLongitude: z.number().min(73).max(136),
    baseLatitude: z.number().min(3).max(54),
    kindIds: z.array(z.uuid()).max(50),
    shifts: z.array(hoursSchema).max(14),
  }),
  output: z.object({ id: z.string() }),
  errors: ['NOT_FOUND', 'NAME_TAKEN', 'SHIFT_INVALID'],
})

export const editTeam = operation({
  name: 'squads.editTeam',
  method: 'PATCH',
  path: '/api/teams/:id',
  summary: '修改小分队：出勤时段、能做的活动、每日上限',
  access: ['admin', 'staff', 'leader'],
  params: z.object({ id: z.uuid() }),
  body: z.strictObject({
    name: z.string().trim().min(2).max(40).optional(),
    baseName: z.string().trim().min(1).max(40).optional(),
    maxVisitsPerDay: z.number().int().min(1).max(12).optional(),
    maxVisitsPerMonth: z.number().int().min(1).max(200).nullable().optional(),
    kindIds: z.array(z.uuid()).max(50).optional(),
    shifts: z.array(hoursSchema).max(14).optional(),
  }),
  output: z.object({ version: z.number() }),
  errors: ['NOT_FOUND', 'STALE', 'SHIFT_INVALID', 'NAME_TAKEN'],
  edits: true,
})

export const setTeamDay = operation({
  name: 'squads.setTeamDay',
  method: 'PUT',
  path: '/api/teams/:id/days/:date',
  summary: '某一天不出勤或改时段',
  access: ['admin', 'staff', 'leader'],
  params: z.object({ id: z.uuid(), date: civilDate }),
  body: z.strictObject({
    off: z.boolean(),
    from: minute.optional(),
    to: minute.optional(),
    reason: z.string().max(200).default(''),
  }),
  errors: ['NOT_FOUND', 'SHIFT_INVALID'],
})

export const addMember = operation({
  name: 'squads.addMember',
  method: 'POST',
  path: '/api/teams/:id/members',
  summary: '添加队员',
  access: ['admin', 'staff', 'leader'],
  params: z.object({ id: z.uuid() }),
  body: z.strictObject({
    name: z.string().trim().min(1).max(40),
    phone: z.string().trim().max(40).optional(),
    email: z.email().optional(),
    title: z.string().trim().max(40).default(''),
    skills: z.array(z.string().trim().min(1).max(20)).max(20).default([]),
    lead: z.boolean().default(false),
    availability: z.array(hoursSchema).max(14).default([]),
  }),
  output: z.object({ id: z.string() }),
  errors: ['NOT_FOUND', 'SHIFT_INVALID'],
})

export const editMember = operation({
  name: 'squads.editMember',
  method: 'PATCH',
  path: '/api/members/:id',
  summary: '修改队员：专长与可出勤时间',
  access: ['admin', 'staff', 'leader', 'member'],
  params: z.object({ id: z.uuid() }),
  body: z.strictObject({
    title: z.string().trim().max(40).optional(),
    skills: z.array(z.string().trim().min(1).max(20)).max(20).optional(),
    availability: z.array(hoursSchema).max(14).optional(),
    active: z.boolean().optional(),
  }),
  output: z.object({ version: z.number() }),
  errors: ['NOT_FOUND', 'STALE', 'SHIFT_INVALID'],
  edits: true,
})

export const addAbsence = operation({
  name: 'squads.addAbsence',
  method: 'POST',
  path: '/api/members/:id/absences',
  summary: '登记队员请假',
  access: ['admin', 'staff', 'leader', 'member'],
  params: z.object({ id: z.uuid() }),
  body: z.strictObject({ from: civilDate, to: civilDate, reason: z.string().max(200).default('') }),
  output: z.object({ id: z.string() }),
  errors: ['NOT_FOUND', 'DATES_REVERSED'],
})

export const listPartners = operation({
  name: 'squads.listPartners',
  method: 'GET',
  path: '/api/partners',
  summary: '合作社会组织',
  access: [...office],
  output: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      squadId: z.string(),
      squadName: z.string(),
      contactName: z.string(),
      contactPhone: z.string(),
      note: z.string(),
    }),
  ),
  errors: [],
})

export const createPartner = operation({
  name: 'squads.createPartner',
  method: 'POST',
  path: '/api/partners',
  summary: '登记合作社会组织',
  access: ['admin', 'staff'],
  body: z.strictObject({
    name: z.string().trim().min(2).max(60),
    kind: z.string().trim().max(20),
    squadId: z.uuid(),
    contactName: z.string().trim().max(40).default(''),
    contactPhone: z.string().trim().max(40).default(''),
    note: z.string().max(300).default(''),
  }),
  output: z.object({ id: z.string() }),
  errors: ['NOT_FOUND', 'NAME_TAKEN'],
})

export const myMemberships = operation({
  name: 'squads.myMemberships',
  method: 'GET',
  path: '/api/my/memberships',
  summary: '我所在的小分队与可出勤时间',
  access: 'signed-in',
  output: z.array(memberSchema.extend({ teamId: z.string(), teamName: z.string() })),
  errors: [],
})
