import { z } from 'zod'
import { operation } from '../../platform/base/operation.ts'

export const robotKinds = ['wecom', 'dingtalk', 'feishu'] as const
/** Kinds of notices that groups are told; the others concern single people. */
export const groupNotices = ['dispatched', 'cancelled'] as const
const squadKind = z.enum(['culture', 'skills', 'rights'])

export const noticeSchema = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  lines: z.array(z.string()),
  /** A path of this server, or null. */
  link: z.string().nullable(),
  createdAt: z.string(),
  read: z.boolean(),
})
export type InboxEntry = z.infer<typeof noticeSchema>

const page = { limit: z.coerce.number().int().min(1).max(100).default(20) }

export const listNotices = operation({
  name: 'notices.listNotices',
  method: 'GET',
  path: '/api/my/notices',
  summary: '我的通知，从新到旧',
  access: 'signed-in',
  query: z.strictObject({
    /** Entries older than this one. */
    before: z.uuid().optional(),
    unread: z.stringbool().optional(),
    ...page,
  }),
  output: z.object({
    rows: z.array(noticeSchema),
    /** `before` of the next page; null at the end. */
    next: z.string().nullable(),
    unread: z.number(),
  }),
  errors: [],
})

export const countUnread = operation({
  name: 'notices.countUnread',
  method: 'GET',
  path: '/api/my/notices/unread',
  summary: '我有几条未读通知',
  access: 'signed-in',
  output: z.object({ unread: z.number() }),
  errors: [],
})

export const markRead = operation({
  name: 'notices.markRead',
  method: 'POST',
  path: '/api/my/notices/:id/read',
  summary: '标为已读',
  access: 'signed-in',
  params: z.object({ id: z.uuid() }),
  errors: ['NOT_FOUND'],
})

export const markAllRead = operation({
  name: 'notices.markAllRead',
  method: 'POST',
  path: '/api/my/notices/read',
  summary: '全部标为已读',
  access: 'signed-in',
  /** The newest entry the reader has seen: what came in after it stays unread. */
  body: z.strictObject({ upTo: z.uuid() }),
  errors: [],
})

export const readMailChoice = operation({
  name: 'notices.readMailChoice',
  method: 'GET',
  path: '/api/my/mail',
  summary: '我的邮件通知',
  access: 'signed-in',
  output: z.object({
    email: z.string().nullable(),
    wantsMail: z.boolean(),
    /** False where this server sends no mail at all. */
    mailReady: z.boolean(),
    version: z.number(),
  }),
  errors: [],
})

export const setMailChoice = operation({
  name: 'notices.setMailChoice',
  method: 'PATCH',
  path: '/api/my/mail',
  summary: '修改我的邮箱，开关邮件通知',
  access: 'signed-in',
  body: z.strictObject({ email: z.email().max(254).nullable(), wantsMail: z.boolean() }),
  output: z.object({ version: z.number() }),
  errors: ['STALE', 'EMAIL_NOT_PLAIN'],
  edits: true,
})

export const robotSchema = z.object({
  id: z.string(),
  kind: z.enum(robotKinds),
  name: z.string(),
  /** Host and last signs of the webhook; the whole of it lets anyone write to the group and is never given out. */
  addressHint: z.string(),
  hasSecret: z.boolean(),
  /** Null: of all squads. */
  squadKind: squadKind.nullable(),
  /** Null: all kinds that groups are told. */
  noticeKinds: z.array(z.enum(groupNotices)).nullable(),
  active: z.boolean(),
  version: z.number(),
})
export type Robot = z.infer<typeof robotSchema>

const robotName = z.string().trim().min(1).max(40)
const robotAddress = z.string().trim().min(1).max(500)
const robotSecret = z.string().trim().min(1).max(200)
const noticeKinds = z.array(z.enum(groupNotices)).min(1).max(groupNotices.length).nullable()

export const listRobots = operation({
  name: 'notices.listRobots',
  method: 'GET',
  path: '/api/chat-robots',
  summary: '群机器人',
  access: ['admin'],
  output: z.array(robotSchema),
  errors: [],
})

export const createRobot = operation({
  name: 'notices.createRobot',
  method: 'POST',
  path: '/api/chat-robots',
  summary: '添加群机器人',
  access: ['admin'],
  body: z.strictObject({
    kind: z.enum(robotKinds),
    name: robotName,
    address: robotAddress,
    secret: robotSecret.optional(),
    squadKind: squadKind.nullable().default(null),
    noticeKinds: noticeKinds.default(null),
  }),
  output: z.object({ id: z.string() }),
  errors: ['WEBHOOK_ADDRESS_REFUSED', 'SECRET_NOT_USED', 'ROBOT_NAME_TAKEN'],
})

export const editRobot = operation({
  name: 'notices.editRobot',
  method: 'PATCH',
  path: '/api/chat-robots/:id',
  summary: '修改群机器人；地址和密钥只写不读',
  access: ['admin'],
  params: z.object({ id: z.uuid() }),
  body: z.strictObject({
    name: robotName.optional(),
    address: robotAddress.optional(),
    /** Null takes it away. */
    secret: robotSecret.nullable().optional(),
    squadKind: squadKind.nullable().optional(),
    noticeKinds: noticeKinds.optional(),
    active: z.boolean().optional(),
  }),
  output: z.object({ version: z.number() }),
  errors: ['NOT_FOUND', 'STALE', 'WEBHOOK_ADDRESS_REFUSED', 'SECRET_NOT_USED', 'ROBOT_NAME_TAKEN'],
  edits: true,
})

export const deleteRobot = operation({
  name: 'notices.deleteRobot',
  method: 'DELETE',
  path: '/api/chat-robots/:id',
  summary: '删除群机器人',
  access: ['admin'],
  params: z.object({ id: z.uuid() }),
  errors: ['NOT_FOUND'],
})

export const testRobot = operation({
  name: 'notices.testRobot',
  method: 'POST',
  path: '/api/chat-robots/:id/test',
  summary: '发送一条测试消息',
  access: ['admin'],
  params: z.object({ id: z.uuid() }),
  /** A long operation; it fails as TEST_NOT_SENT with `reason`. */
  output: z.object({ operationId: z.string() }),
  errors: ['NOT_FOUND'],
})

export const failedSchema = z.object({
  id: z.string(),
  channel: z.enum(['mail', 'robot']),
  title: z.string(),
  /** Name of the person or the robot. */
  to: z.string(),
  reason: z.string(),
  mayHaveArrived: z.boolean(),
  attempts: z.number(),
  createdAt: z.string(),
})
export type FailedDelivery = z.infer<typeof failedSchema>

export const readOutbox = operation({
  name: 'notices.readOutbox',
  method: 'GET',
  path: '/api/notice-outbox',
  summary: '发送情况：邮件服务器、等待发送的数量',
  access: ['admin'],
  output: z.object({
    mail: z.enum(['ready', 'none', 'invalid']),
    mailFrom: z.string().nullable(),
    waiting: z.object({ mail: z.number(), robot: z.number() }),
    failed: z.number(),
  }),
  errors: [],
})

export const listFailed = operation({
  name: 'notices.listFailed',
  method: 'GET',
  path: '/api/notice-outbox/failed',
  summary: '没有送达的通知，从新到旧',
  access: ['admin'],
  query: z.strictObject({ before: z.uuid().optional(), ...page }),
  output: z.object({ rows: z.array(failedSchema), next: z.string().nullable() }),
  errors: [],
})

export const retryDelivery = operation({
  name: 'notices.retryDelivery',
  method: 'POST',
  path: '/api/notice-outbox/failed/:id/retry',
  summary: '重新发送一条没有送达的通知',
  access: ['admin'],
  params: z.object({ id: z.uuid() }),
  errors: ['NOT_FOUND'],
})
