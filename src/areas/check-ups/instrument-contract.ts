import { z } from 'zod'
import { office, operation } from '../../platform/base/operation.ts'

const byVersion = z.object({ version: z.string().min(1).max(40) })

const instrumentRowSchema = z.object({
  version: z.string(),
  title: z.string(),
  status: z.enum(['candidate', 'in_force', 'withdrawn']),
  statusText: z.string(),
  items: z.number(),
  /** Came with the program, or was taken in by the county. */
  shipped: z.boolean(),
  /** The day it was taken in; null for those that came with the program. */
  offeredFrom: z.string().nullable(),
  withdrawnOn: z.string().nullable(),
  /** Check-ups that were begun with it. */
  checkUps: z.number(),
  /** A check-up that is begun now is begun with this one. */
  current: z.boolean(),
})
export type InstrumentRow = z.infer<typeof instrumentRowSchema>

export const listInstruments = operation({
  name: 'checkUps.listInstruments',
  method: 'GET',
  path: '/api/check-up-instruments',
  summary: '法治体检评估表各版本，现用的在前',
  access: [...office],
  output: z.array(instrumentRowSchema),
  errors: [],
})

export const readInstrumentVersion = operation({
  name: 'checkUps.readInstrumentVersion',
  method: 'GET',
  path: '/api/check-up-instruments/:version',
  summary: '一个版本的评估表全文',
  access: [...office],
  params: byVersion,
  /** `instrument` is an Instrument of the engine (docs/checkup.md). */
  output: instrumentRowSchema.extend({ instrument: z.unknown() }),
  errors: ['NOT_FOUND'],
})

export const downloadInstrument = operation({
  name: 'checkUps.downloadInstrument',
  method: 'GET',
  path: '/api/check-up-instruments/:version/instrument.json',
  summary: '一个版本的评估表（JSON，改好后换版本号上传）',
  access: [...office],
  params: byVersion,
  answers: 'file',
  errors: ['NOT_FOUND'],
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

export const withdrawInstrument = operation({
  name: 'checkUps.withdrawInstrument',
  method: 'PUT',
  path: '/api/check-up-instruments/:version/withdrawal',
  summary: '撤回或恢复一个版本（已开始的体检仍按它评）',
  access: ['admin'],
  params: byVersion,
  body: z.strictObject({ withdrawn: z.boolean() }),
  output: z.object({ withdrawnOn: z.string().nullable() }),
  errors: ['NOT_FOUND', 'INSTRUMENT_LAST'],
})
