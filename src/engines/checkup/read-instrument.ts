import { add, compare, ratio, written, ZERO } from '../../platform/base/ratio.ts'
import { fail, ok, type Result } from '../../platform/base/result.ts'
import { decimal, flag, list, note, oneOf, orNull, record, text, whole, type FormFault } from './form.ts'
import { colors, severities, type Instrument } from './model.ts'

const days = whole(1, 1000)

const item = record({
  id: text(20),
  group: text(40),
  title: text(60),
  question: text(300),
  severity: oneOf(severities),
  weight: decimal(0.01, 100),
  articles: list(record({ law: text(80), article: note(80) }, { recalled: flag }), 1, 30),
  evidence: list(text(100), 1, 20),
  sampled: flag,
  scoring: record({ full: text(200), partial: orNull(text(200)), zero: text(200) }),
  notApplicableWhen: orNull(record({ text: text(200), fact: text(40) }, { proposedHere: flag })),
  liability: text(300),
  prescription: record({
    action: text(500),
    days,
    unit: oneOf(['calendar', 'working']),
    basis: oneOf(['statutory', 'proposed']),
    basisText: text(200),
    document: text(100),
  }),
})

const form = record(
  {
    version: text(40),
    title: text(80),
    status: oneOf(['candidate', 'in_force', 'withdrawn']),
    statusText: text(500),
    source: text(500),
    statement: text(200),
    notes: list(text(300)),
    facts: list(record({ key: text(40), question: text(200) })),
    groups: list(record({ name: text(40), weight: decimal(0.01, 1000) }), 1, 50),
    ratios: record({ partial: decimal(0.01, 0.99), notVerified: decimal(0.01, 0.99) }),
    bands: list(
      record({
        grade: text(10),
        color: oneOf(colors),
        least: decimal(0, 100),
        mostMajorZeros: orNull(whole(0, 1000)),
        firstRecheckDays: orNull(days),
        nextCheckUpDays: days,
      }),
      2,
      4,
    ),
    redLine: record({ reportWithinHours: whole(1, 240), reportTo: list(text(60), 1, 10) }),
    sampling: record({
      allUpTo: whole(0, 1_000_000),
      sizes: list(record({ upTo: orNull(whole(1, 1_000_000)), size: whole(10, 1_000_000) }), 1, 20),
    }),
    items: list(item, 1, 500),
  },
  {},
  '(instrument)',
)

const twice = (values: readonly string[], path: (at: number) => string, what: string): FormFault[] =>
  values.flatMap((value, at) =>
    values.indexOf(value) < at ? [{ path: path(at), reason: `${what} ${value} 用了两次，请改成不同的` }] : [],
  )

const weightFaults = ({ groups, items }: Instrument): FormFault[] =>
  groups.flatMap(({ name, weight }, at) => {
    const sum = items.filter((it) => it.group === name).reduce((so, it) => add(so, ratio(it.weight)), ZERO)
    return compare(sum, ratio(weight)) === 0
      ? []
      : [
          {
            path: `groups[${at}].weight`,
            reason: `${name}写的是 ${weight}，各项权重加起来是 ${written(sum)}，请改成一致`,
          },
        ]
  })

/** Bands must fall, allow ever more, and end with one that takes every score. */
const bandFaults = ({ bands }: Instrument): FormFault[] =>
  bands.flatMap((band, at): FormFault[] => {
    const before = bands[at - 1]
    const path = `bands[${at}]`
    const found: FormFault[] = []
    if (before && band.least >= before.least)
      found.push({ path: `${path}.least`, reason: `应低于上一等的 ${before.least}` })
    if (before && colors.indexOf(band.color) <= colors.indexOf(before.color))
      found.push({ path: `${path}.color`, reason: '应按绿、黄、橙、红的次序' })
    if (before && (band.mostMajorZeros ?? Infinity) < (before.mostMajorZeros ?? Infinity))
      found.push({ path: `${path}.mostMajorZeros`, reason: '不能比上一等更严' })
    if (before && (band.firstRecheckDays ?? Infinity) > (before.firstRecheckDays ?? Infinity))
      found.push({ path: `${path}.firstRecheckDays`, reason: '不能比上一等更晚复查' })
    if (at === bands.length - 1 && (band.least !== 0 || band.mostMajorZeros !== null))
      found.push({ path, reason: '最后一等应从 0 分起，且不限重大项（least 0，mostMajorZeros null）' })
    return found
  })

const itemFaults = ({ groups, facts, items }: Instrument): FormFault[] =>
  items.flatMap((it, at): FormFault[] => {
    const path = `items[${at}]`
    const found: FormFault[] = []
    if (!groups.some((group) => group.name === it.group))
      found.push({ path: `${path}.group`, reason: `groups 里没有「${it.group}」，请补上或改名` })
    const fact = it.notApplicableWhen?.fact
    if (fact !== undefined && !facts.some(({ key }) => key === fact))
      found.push({ path: `${path}.notApplicableWhen.fact`, reason: `facts 里没有 ${fact}，请补上或改名` })
    return found
  })

const sizeFaults = ({ sampling: { allUpTo, sizes } }: Instrument): FormFault[] =>
  sizes.flatMap(({ upTo, size }, at): FormFault[] => {
    const path = `sampling.sizes[${at}]`
    const before = at === 0 ? { upTo: allUpTo, size: 0 } : sizes[at - 1]!
    const last = at === sizes.length - 1
    if (last !== (upTo === null)) return [{ path: `${path}.upTo`, reason: '只有最后一档写 null（不设上限）' }]
    if (upTo !== null && upTo <= (before.upTo ?? Infinity))
      return [{ path: `${path}.upTo`, reason: `应大于上一档的 ${before.upTo}` }]
    // Nobody can look at more people than the smallest enterprise of the step has.
    if (size < before.size || size > (before.upTo ?? 0) + 1)
      return [{ path: `${path}.size`, reason: '不能小于上一档，也不能多于这一档最少的人数' }]
    return []
  })

/**
 * Reads an instrument from parsed JSON and checks that it holds together: ids and names unique, weights that add up to
 * those of their groups, bands that fall, facts and groups that are named, at least ten in every sample.
 * @returns the instrument, or INSTRUMENT_INVALID with up to 20 faults
 */
export const readInstrument = (json: unknown): Result<Instrument, 'INSTRUMENT_INVALID'> => {
  const faults: FormFault[] = []
  form.check(json, '', faults)
  if (faults.length > 0) return fail('INSTRUMENT_INVALID', { faults: faults.slice(0, 20) })
  const it = json as Instrument
  const found = [
    ...twice(
      it.items.map(({ id }) => id),
      (at) => `items[${at}].id`,
      '编号',
    ),
    ...twice(
      it.groups.map(({ name }) => name),
      (at) => `groups[${at}].name`,
      '组名',
    ),
    ...twice(
      it.facts.map(({ key }) => key),
      (at) => `facts[${at}].key`,
      '情况',
    ),
    ...twice(
      it.bands.map(({ grade }) => grade),
      (at) => `bands[${at}].grade`,
      '等级',
    ),
    ...itemFaults(it),
    ...weightFaults(it),
    ...bandFaults(it),
    ...sizeFaults(it),
  ]
  return found.length > 0 ? fail('INSTRUMENT_INVALID', { faults: found.slice(0, 20) }) : ok(it)
}
