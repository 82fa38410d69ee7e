import { z } from 'zod'
import { office, operation } from '../../platform/base/operation.ts'

const byId = z.object({ id: z.uuid() })

export const listInstruments = operation({
  name: 'checkUps.listInstruments',
  method: 'GET',
  path: '/api/check-up-instruments',
  summary: '法治体检评估表各版本，新的在前',
  access: [...office],
  output: z.array(
    z.object({ version: z.string(), title: z.string(), status: z.string(), statusText: z.string(), items: z.number() }),
  ),
  errors: [],
})

export const addInstrument = operation({
  name: 'checkUps.addInstrument',
  method: 'POST',
  path: '/api/check-up-instruments',
  summary: '换用本工会的评估表（旧版本保留，已开始的体检不受影响）',
  access: ['admin'],
  body: z.strictObject({ instrument: z.record(z.string(), z.unknown()) }),
  output: z.object({ version: z.string() }),
  errors: ['INSTRUMENT_INVALID', 'INSTRUMENT_VERSION_TAKEN'],
})

export const drawCheckUps = operation({
  name: 'checkUps.drawCheckUps',
  method: 'POST',
  path: '/api/check-up-draws',
  summary: '随机抽取体检企业',
  access: ['admin', 'staff'],
  body: z.strictObject({
    size: z.number().int().min(1).max(500),
    /** Enterprises that the draw has to hold. Kept nowhere. */
    include: z.array(z.uuid()).max(3).default([]),
  }),
  output: z.object({ id: z.string(), enterprises: z.number() }),
  errors: ['DRAW_TOO_LARGE', 'DRAW_TOO_NARROW', 'NOT_A_CANDIDATE'],
})

export const readDraw = operation({
  name: 'checkUps.readDraw',
  method: 'GET',
  path: '/api/check-up-draws/:id',
  summary: '一次抽取：种子、候选企业和结果，可按种子重抽核对',
  access: [...office],
  params: byId,
  output: z.object({
    id: z.string(),
    drawnOn: z.string(),
    seed: z.string(),
    size: z.number(),
    candidates: z.array(z.string()),
    drawn: z.array(z.string()),
  }),
  errors: ['NOT_FOUND'],
})
