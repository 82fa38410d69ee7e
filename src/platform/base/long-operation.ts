import { z } from 'zod'
import { operation } from './operation.ts'

/** Work that takes longer than an answer may: an import, a plan. */
export const longOperationSchema = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.enum(['queued', 'running', 'done', 'failed', 'cancelled']),
  /** 0 to 1. */
  progress: z.number(),
  /** What it is doing now, in Chinese. */
  note: z.string(),
  result: z.unknown(),
  /** Problem details where it failed. */
  problem: z.unknown(),
})
export type LongOperationState = z.infer<typeof longOperationSchema>

export const readOperation = operation({
  name: 'operations.read',
  method: 'GET',
  path: '/api/operations/:id',
  summary: '查看一项耗时工作的进度',
  access: 'signed-in',
  params: z.object({ id: z.uuid() }),
  output: longOperationSchema,
  errors: ['NOT_FOUND'],
})

export const cancelOperation = operation({
  name: 'operations.cancel',
  method: 'POST',
  path: '/api/operations/:id/cancel',
  summary: '取消一项耗时工作',
  access: 'signed-in',
  params: z.object({ id: z.uuid() }),
  output: longOperationSchema,
  errors: ['NOT_FOUND'],
})
