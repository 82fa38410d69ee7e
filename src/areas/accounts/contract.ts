import { z } from 'zod'
import { operation, roles } from '../../platform/base/operation.ts'

const role = z.enum(roles)

/** Where a role works: the console or the phone. */
const where = z.enum(['console', 'phone'])

export const meSchema = z.object({
  person: z.object({ id: z.string(), name: z.string() }),
  roles: z.array(role),
  org: z.object({
    id: z.string(),
    name: z.string(),
    demo: z.boolean(),
    /** The county's civil date; the demo county stands still until someone moves it on. */
    today: z.string(),
  }),
  /** Of an enterprise's contact. */
  enterpriseId: z.string().nullable(),
  teamIds: z.array(z.string()),
  where,
})
export type Me = z.infer<typeof meSchema>

export const readMe = operation({
  name: 'accounts.readMe',
  method: 'GET',
  path: '/api/me',
  summary: '我是谁',
  access: 'signed-in',
  output: meSchema,
  errors: [],
})

export const signIn = operation({
  name: 'accounts.signIn',
  method: 'POST',
  path: '/api/session',
  summary: '登录',
  access: 'public',
  body: z.strictObject({ username: z.string().min(1).max(64), password: z.string().min(1).max(128) }),
  errors: ['SIGN_IN_REFUSED'],
})

export const signOut = operation({
  name: 'accounts.signOut',
  method: 'DELETE',
  path: '/api/session',
  summary: '退出登录',
  access: 'public',
  errors: [],
})

export const readDemo = operation({
  name: 'accounts.readDemo',
  method: 'GET',
  path: '/api/demo',
  summary: '演示县的角色',
  access: 'public',
  output: z.object({
    /** False where this is no demo county or the server can be reached from other machines. */
    demo: z.boolean(),
    /** True where nobody has an account yet, and the first administrator is to be made. */
    empty: z.boolean(),
    roles: z.array(z.object({ role, name: z.string(), label: z.string(), where })),
  }),
  errors: [],
})

export const startDemoSession = operation({
  name: 'accounts.startDemoSession',
  method: 'POST',
  path: '/api/demo/session',
  summary: '以演示角色登录（仅限本机）',
  access: 'public',
  body: z.strictObject({ role }),
  output: z.object({ role, where }),
  errors: ['DEMO_ONLY', 'NOT_FOUND'],
})

export const moveDemoDate = operation({
  name: 'accounts.moveDemoDate',
  method: 'POST',
  path: '/api/demo/date',
  summary: '拨动演示县的日期',
  access: ['admin', 'staff'],
  body: z.strictObject({ date: z.iso.date() }),
  output: z.object({ today: z.string() }),
  errors: ['DEMO_ONLY'],
})

export const createFirstAdmin = operation({
  name: 'accounts.createFirstAdmin',
  method: 'POST',
  path: '/api/first-admin',
  summary: '建立第一位管理员',
  access: 'public',
  body: z.strictObject({
    name: z.string().trim().min(1).max(40),
    username: z.string().regex(/^[\p{L}\p{N}_.-]{2,64}$/u),
    password: z.string().min(12).max(128),
  }),
  errors: ['ALREADY_SET_UP', 'LOOPBACK_ONLY'],
})

export const accountSchema = z.object({
  personId: z.string(),
  name: z.string(),
  roles: z.array(role),
  enterpriseName: z.string().nullable(),
  teamName: z.string().nullable(),
  username: z.string().nullable(),
})

export const listAccounts = operation({
  name: 'accounts.listAccounts',
  method: 'GET',
  path: '/api/accounts',
  summary: '账号与角色',
  access: ['admin'],
  query: z.strictObject({
    search: z.string().max(60).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  output: z.object({ total: z.number(), rows: z.array(accountSchema) }),
  errors: [],
})

export const createAccount = operation({
  name: 'accounts.createAccount',
  method: 'POST',
  path: '/api/accounts',
  summary: '新建账号',
  access: ['admin'],
  body: z.strictObject({
    /** An existing person; absent to make a new one. */
    personId: z.uuid().optional(),
    name: z.string().trim().min(1).max(40),
    username: z.string().regex(/^[\p{L}\p{N}_.-]{2,64}$/u),
    password: z.string().min(12).max(128),
    role,
    enterpriseId: z.uuid().optional(),
    teamId: z.uuid().optional(),
  }),
  output: z.object({ personId: z.string() }),
  errors: ['USERNAME_TAKEN', 'NOT_FOUND'],
})

export const resetPassword = operation({
  name: 'accounts.resetPassword',
  method: 'POST',
  path: '/api/accounts/:personId/password',
  summary: '重设密码（此人在别处的登录随即失效）',
  access: ['admin'],
  params: z.object({ personId: z.uuid() }),
  body: z.strictObject({ password: z.string().min(12).max(128) }),
  errors: ['NOT_FOUND'],
})

export const revokeRole = operation({
  name: 'accounts.revokeRole',
  method: 'DELETE',
  path: '/api/accounts/:personId/roles/:role',
  summary: '收回角色',
  access: ['admin'],
  params: z.object({ personId: z.uuid(), role }),
  errors: ['NOT_FOUND', 'LAST_ADMIN'],
})
