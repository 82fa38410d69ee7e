import type { Instrument } from '../model.ts'
import { readInstrument } from '../read-instrument.ts'
import labourUse01 from './labour-use-0.1.json' with { type: 'json' }

const loaded = (json: unknown): Instrument => {
  const read = readInstrument(json)
  if (!read.ok) throw new Error(`instrument: ${JSON.stringify(read.detail)}`)
  return read.value
}

/** Every version that comes with the program, the newest last; old ones stay, since re-checks are judged by them. */
export const shippedInstruments: readonly Instrument[] = [loaded(labourUse01)]
