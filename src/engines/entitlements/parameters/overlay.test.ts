import { expect, test } from 'vitest'
import { entitlementsOf, parameterSet, shippedParameters, type AnyParameter, type Claim } from '../index.ts'
import { withOwn } from './overlay.ts'

const average: AnyParameter = {
  key: 'suqian_avg_monthly_wage',
  concept: 'local_avg_monthly_wage',
  region: '321300',
  label: '宿迁市上年度职工月平均工资',
  unit: '元/月',
  source: '虚构，仅供测试',
  versions: [{ from: '2026-07-01', value: 5000, status: 'CONFIRMED' }],
}
const claim = (end: string): Claim => ({
  region: '321324',
  employment: { start: '2020-07-01', end },
  termination: { ground: 'unlawful' },
  wages: { averageMonthly: 20_000 },
})
const amount = (it: Claim, own: readonly AnyParameter[]) =>
  entitlementsOf(it, parameterSet(withOwn(shippedParameters, own))).lines[0]!.amount

test('an own figure counts from its first day on and leaves earlier facts alone', () => {
  for (const end of ['2026-06-30', '2025-12-31']) expect(amount(claim(end), [average])).toBe(amount(claim(end), []))
  // Six years at three times 5 000, doubled, against six and a half at 20 000.
  expect(amount(claim('2026-07-01'), [average])).toBe(15_000 * 6.5 * 2)
  expect(amount(claim('2026-07-01'), [])).toBe(20_000 * 6.5 * 2)
})

test('an own average of the city serves the funeral grant and the bounds of the insured wage', () => {
  const set = parameterSet(withOwn(shippedParameters, [average]))
  const { lines } = entitlementsOf(
    { region: '321324', injury: { date: '2026-08-01', death: true, grade: 9, ownWage: 2000 } },
    set,
  )
  const of = (code: string) => lines.find((it) => it.code === code)
  expect(of('funeral_grant')).toMatchObject({ amount: 30_000, parameters: [{ key: average.key }, { value: 6 }] })
  expect(of('injury_disability_lump')?.amount).toBe(27_000)
})

test('an own version from the same day takes the place of the one held, and of that one only', () => {
  const own: AnyParameter = {
    key: 'heat_allowance',
    concept: 'heat_allowance',
    region: '320000',
    label: '高温津贴',
    unit: '元/月',
    source: '虚构，仅供测试',
    versions: [{ from: '2018-06-01', value: 400, status: 'CONFIRMED' }],
  }
  const set = parameterSet(withOwn(shippedParameters, [own]))
  const chain = ['321324', '321300', '320000', '000000']
  expect(set.at('heat_allowance', chain, '2020-07-01')).toMatchObject({ value: 400, status: 'CONFIRMED' })
  expect(set.at('heat_allowance', chain, '2017-07-01')).toMatchObject({ value: 200 })
})

test('what is held is not changed by laying over it', () => {
  const before = JSON.stringify(shippedParameters)
  withOwn(shippedParameters, [average])
  expect(JSON.stringify(shippedParameters)).toBe(before)
})
