import {
  parameterSet,
  shippedParameters,
  withOwn,
  type AnyParameter,
  type ParameterSet,
} from '../../../engines/entitlements/index.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import * as queries from './queries.ts'

const builtIn = (concept: string, region: string): AnyParameter | undefined =>
  shippedParameters.find((it) => it.concept === concept && it.region === region)

const regionNames: Readonly<Record<string, string>> = {
  '000000': '全国',
  '320000': '江苏',
  '321300': '宿迁',
  '321324': '泗洪',
}

/** Key, label and unit of a concept in a region; those of another region where none comes with the program. */
export const describe = (
  concept: string,
  region: string,
): { readonly key: string; readonly label: string; readonly unit: string } | undefined => {
  const held = builtIn(concept, region)
  if (held) return { key: held.key, label: held.label, unit: held.unit }
  const elsewhere = shippedParameters.find((it) => it.concept === concept)
  return (
    elsewhere && {
      key: `own_${concept}_${region}`,
      label: `${elsewhere.label}（${regionNames[region] ?? region}）`,
      unit: elsewhere.unit,
    }
  )
}

/**
 * The county's own versions that two people stand for, in the engine's form. A withdrawal holds when it is confirmed.
 * @param decided id of a version to be taken as if what waits for it were decided: confirmed, or withdrawn where that
 *   is asked for
 */
export const ownParameters = async (context: Context, decided?: string): Promise<AnyParameter[]> => {
  const result = new Map<string, AnyParameter>()
  for (const row of await queries.versions(context)) {
    const holds = row.confirmedAt !== null && row.withdrawnAt === null
    if (row.id === decided ? holds : !holds) continue
    const described = describe(row.concept, row.region)
    if (!described) continue
    const at = `${row.concept}@${row.region}`
    const source = row.link === '' ? row.source : `${row.source} ${row.link}`
    const version = { from: row.effective, value: row.value, status: row.trust, source }
    const before = result.get(at)
    result.set(at, {
      ...described,
      concept: row.concept,
      region: row.region,
      source,
      versions: [...(before?.versions ?? []), version],
    } as unknown as AnyParameter)
  }
  return [...result.values()]
}

/** What the county computes with: the figures of the program under its own. */
export const parametersInForce = async (context: Context): Promise<ParameterSet> =>
  parameterSet(withOwn(shippedParameters, await ownParameters(context)))

/** The same as if what waits for one version were decided; undefined where nothing waits for it. */
export const parametersIfDecided = async (context: Context, id: string): Promise<ParameterSet | undefined> => {
  const row = (await queries.versions(context)).find((it) => it.id === id)
  const waits = row && row.withdrawnAt === null && (row.confirmedAt === null || row.withdrawalById !== null)
  return waits ? parameterSet(withOwn(shippedParameters, await ownParameters(context, id))) : undefined
}
