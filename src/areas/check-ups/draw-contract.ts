import { z } from 'zod'
import { office, operation } from '../../platform/base/operation.ts'
import { MOST_INCLUDED } from './domain/draw-size.ts'
import { checkUpStates } from './domain/states.ts'

const byId = z.object({ id: z.uuid() })

export const listCandidates = operation({
  name: 'checkUps.listCandidates',
  method: 'GET',
  path: '/api/check-up-candidates',
  summary: '可以抽取的企业：在册、没有办到一半的体检',
  access: ['admin', 'staff'],
  output: z.array(z.object({ id: z.string(), name: z.string() })),
  errors: [],
})

export const drawCheckUps = operation({
  name: 'checkUps.drawCheckUps',
  method: 'POST',
  path: '/api/check-up-draws',
  summary: '随机抽取体检企业',
  access: ['admin', 'staff'],
  body: z
    .strictObject({
      size: z.number().int().min(1).max(500),
      /** Enterprises that the draw has to hold. Kept nowhere. */
      include: z.array(z.uuid()).max(MOST_INCLUDED).default([]),
      /** Random and kept nowhere. Without it the hash kept of a request could be found again by trying enterprises. */
      salt: z.string().min(32).max(100).optional(),
    })
    .refine((it) => it.include.length === 0 || it.salt !== undefined, {
      path: ['salt'],
      message: '指定了一定要抽到的企业时，须带一段随机文字',
    }),
  output: z.object({ id: z.string(), enterprises: z.number() }),
  errors: ['DRAW_TOO_LARGE', 'DRAW_TOO_NARROW', 'NOT_A_CANDIDATE'],
})

const drawRowSchema = z.object({
  id: z.string(),
  drawnOn: z.string(),
  /** Null where the person is not on record. */
  drawnBy: z.string().nullable(),
  size: z.number(),
  /** How many of the drawn have had their report. */
  reported: z.number(),
})
export type DrawRow = z.infer<typeof drawRowSchema>

export const listDraws = operation({
  name: 'checkUps.listDraws',
  method: 'GET',
  path: '/api/check-up-draws',
  summary: '抽取记录，新的在前',
  access: [...office],
  query: z.strictObject({
    limit: z.coerce.number().int().min(1).max(500).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  output: z.object({ total: z.number(), rows: z.array(drawRowSchema) }),
  errors: [],
})

export const readDraw = operation({
  name: 'checkUps.readDraw',
  method: 'GET',
  path: '/api/check-up-draws/:id',
  summary: '一次抽取：种子、候选企业和结果，可按种子重抽核对',
  access: [...office],
  params: byId,
  output: drawRowSchema.extend({
    seed: z.string(),
    /** In the order drawn from; the first has number 1. */
    candidates: z.array(z.string()),
    drawn: z.array(z.string()),
    /** Names of the candidates by id, and the check-ups of the drawn. */
    names: z.record(z.string(), z.string()),
    checkUps: z.array(z.object({ id: z.string(), enterpriseId: z.string(), status: z.enum(checkUpStates) })),
  }),
  errors: ['NOT_FOUND'],
})
