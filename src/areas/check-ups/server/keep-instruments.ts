import { readInstrument, shippedInstruments, type Instrument } from '../../../engines/checkup/index.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { FileAnswer } from '../../../platform/server/http/implement.ts'
import type { InstrumentRow } from '../contract.ts'
import * as queries from './instrument-queries.ts'

interface Version extends Pick<InstrumentRow, 'shipped' | 'offeredFrom' | 'withdrawnOn'> {
  readonly instrument: Instrument
}

/** Every version there is: the county's own, then those that come with the program; each group the newest first. */
const allVersions = async (context: Context): Promise<Version[]> => {
  const kept = await queries.keptInstruments(context)
  const coming = shippedInstruments.toReversed()
  const shipped = [
    ...coming,
    // Came with an older program, and check-ups were begun with it.
    ...kept.filter((it) => it.shipped).map((it) => it.instrument),
  ]
  const versions = [...new Map(shipped.map((it) => [it.version, it])).values()]
  return [
    ...kept.filter((it) => !it.shipped),
    ...versions.map((instrument) => ({
      instrument,
      shipped: true,
      offeredFrom: null,
      withdrawnOn: kept.find((it) => it.instrument.version === instrument.version)?.withdrawnOn ?? null,
    })),
  ]
}

const isOffered = ({ instrument, shipped, withdrawnOn }: Version): boolean =>
  withdrawnOn === null &&
  instrument.status !== 'withdrawn' &&
  (!shipped || shippedInstruments.some((it) => it.version === instrument.version))

/** What may be begun with; the first is the one in use. */
export const offeredInstruments = async (context: Context): Promise<Instrument[]> =>
  (await allVersions(context)).filter(isOffered).map((it) => it.instrument)

/** All versions with what became of them, the one in use first. */
export const listInstruments = async (
  context: Context,
): Promise<(InstrumentRow & { readonly instrument: Instrument })[]> => {
  const versions = await allVersions(context)
  const uses = await queries.usesOfInstruments(context)
  const current = versions.find(isOffered)
  const rows = versions.map((it) => {
    const { version, title, status, statusText, items } = it.instrument
    const checkUps = uses.get(version) ?? 0
    const state = it.withdrawnOn === null ? status : ('withdrawn' as const)
    return { ...it, version, title, status: state, statusText, items: items.length, checkUps, current: it === current }
  })
  return rows.toSorted((a, b) => Number(b.current) - Number(a.current))
}

export const readInstrumentVersion = async (context: Context, version: string) => {
  const row = (await listInstruments(context)).find((it) => it.version === version)
  return row ? ok(row) : fail('NOT_FOUND')
}

export const downloadInstrument = async (
  context: Context,
  version: string,
): Promise<Result<FileAnswer, 'NOT_FOUND'>> => {
  const found = (await allVersions(context)).find((it) => it.instrument.version === version)
  if (!found) return fail('NOT_FOUND')
  const bytes = Buffer.from(`${JSON.stringify(found.instrument, null, 2)}\n`)
  return ok({ name: `评估表 ${version}.json`, mediaType: 'application/json', bytes })
}

/** Takes in an instrument of the county's own. It is never changed; another goes in under another version. */
export const addInstrument = async (
  context: Context,
  json: unknown,
): Promise<Result<{ version: string }, 'INSTRUMENT_INVALID' | 'INSTRUMENT_VERSION_TAKEN'>> => {
  const read = readInstrument(json)
  if (!read.ok) return read
  const { version, status } = read.value
  if (status === 'withdrawn')
    return fail('INSTRUMENT_INVALID', {
      faults: [{ path: 'status', reason: '写着已撤回（withdrawn），不能启用；请改成 candidate 或 in_force' }],
    })
  const shipped = shippedInstruments.some((it) => it.version === version)
  return !shipped && (await queries.keepInstrument(context, read.value, false))
    ? ok({ version })
    : fail('INSTRUMENT_VERSION_TAKEN', { version })
}

/** Takes a version out of use or back into it. What was begun with it goes on by it. */
export const withdrawInstrument = async (
  context: Context,
  version: string,
  withdrawn: boolean,
): Promise<Result<{ withdrawnOn: string | null }, 'NOT_FOUND' | 'INSTRUMENT_LAST'>> => {
  await queries.lockInstruments(context)
  const versions = await allVersions(context)
  const found = versions.find((it) => it.instrument.version === version)
  if (!found) return fail('NOT_FOUND')
  if (withdrawn && !versions.some((it) => it !== found && isOffered(it))) return fail('INSTRUMENT_LAST')
  const on = withdrawn ? (found.withdrawnOn ?? context.scope.today) : null
  if (found.shipped) await queries.keepInstrument(context, found.instrument, true)
  await queries.setWithdrawn(context, version, on)
  return ok({ withdrawnOn: on })
}
