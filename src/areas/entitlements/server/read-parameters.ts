import { shippedParameters, withOwn, type AnyParameter, type Status } from '../../../engines/entitlements/index.ts'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { OutputOf } from '../../../platform/base/operation.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { ownConcepts, ownRegions, type OwnVersion, type ParameterRow } from '../contract.ts'
import type * as contract from '../contract.ts'
import { groupOf } from '../domain/value-form.ts'
import { describe, ownParameters } from './parameters-in-force.ts'
import * as queries from './queries.ts'

interface AnyVersion {
  readonly from: CivilDate
  readonly value: unknown
  readonly status: Status
  readonly source?: string
  readonly note?: string
}
const versionsOf = (it: AnyParameter): readonly AnyVersion[] => it.versions

const LINK = /https?:\/\/[^\s；，。（）]+/

const statusOf = (row: queries.VersionRow): OwnVersion['status'] =>
  row.withdrawnAt !== null
    ? 'withdrawn'
    : row.confirmedAt === null
      ? 'proposed'
      : row.withdrawalById === null
        ? 'confirmed'
        : 'withdrawal-asked'

const shownVersion = (row: queries.VersionRow): OwnVersion => {
  const described = describe(row.concept, row.region)
  return {
    ...row,
    concept: row.concept as OwnVersion['concept'],
    region: row.region as OwnVersion['region'],
    trust: row.trust,
    label: described?.label ?? row.concept,
    unit: described?.unit ?? '',
    status: statusOf(row),
    proposedBy: row.proposedBy ?? '',
    proposedAt: new Date(row.proposedAt).toISOString(),
    confirmedAt: row.confirmedAt === null ? null : new Date(row.confirmedAt).toISOString(),
    withdrawnAt: row.withdrawnAt === null ? null : new Date(row.withdrawnAt).toISOString(),
  }
}

/** Every parameter with its version in force on a day, and what waits for a second person. */
export const listParameters = async (
  context: Context,
  on: CivilDate = context.scope.today,
): Promise<Result<OutputOf<typeof contract.listParameters>, never>> => {
  const own = await ownParameters(context)
  const ownDays = new Set(own.flatMap((it) => versionsOf(it).map((one) => `${it.concept}@${it.region}@${one.from}`)))
  const rows = withOwn(shippedParameters, own).map((it): ParameterRow => {
    const version = versionsOf(it)
      .filter((one) => one.from <= on)
      .toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
    const source = version?.source ?? it.source
    return {
      key: it.key,
      concept: it.concept,
      region: it.region,
      label: it.label,
      unit: it.unit,
      group: groupOf(it.concept),
      effective: version?.from ?? null,
      value: version?.value ?? null,
      trust: version?.status ?? null,
      source: source
        .replace(LINK, '')
        .replace('（）', '')
        .replace(/\s+(?=[；，。）]|$)/g, '')
        .trim(),
      link: LINK.exec(source)?.[0] ?? '',
      own: version !== undefined && ownDays.has(`${it.concept}@${it.region}@${version.from}`),
      mayPropose: ownConcepts.some((one) => one === it.concept) && ownRegions.some((one) => one === it.region),
    }
  })
  const pending = (await queries.versions(context))
    .map(shownVersion)
    .filter((it) => it.status === 'proposed' || it.status === 'withdrawal-asked')
  return ok({ on, rows, pending })
}

export const readHistory = async (
  context: Context,
  { concept, region }: { readonly concept: string; readonly region: string },
): Promise<Result<OutputOf<typeof contract.readParameterHistory>, 'NOT_FOUND'>> => {
  const described = describe(concept, region)
  if (!described) return fail('NOT_FOUND')
  const held = shippedParameters.find((it) => it.concept === concept && it.region === region)
  return ok({
    label: described.label,
    unit: described.unit,
    builtIn: (held ? versionsOf(held) : []).map((it) => ({
      effective: it.from,
      value: it.value,
      trust: it.status,
      source: it.source ?? held?.source ?? '',
      note: it.note ?? '',
    })),
    own: (await queries.versions(context, { concept, region })).map(shownVersion),
  })
}

export const readOwn = async (
  context: Context,
): Promise<Result<OutputOf<typeof contract.readOwnParameters>, never>> => {
  const parameters = (await ownParameters(context)).map((it) => ({
    key: it.key,
    concept: it.concept as OwnVersion['concept'],
    region: it.region as OwnVersion['region'],
    label: it.label,
    unit: it.unit,
    source: it.source,
    versions: versionsOf(it).map(({ from, value, status, source }) => ({ from, value, status, source: source ?? '' })),
  }))
  return ok({ today: context.scope.today, parameters })
}
