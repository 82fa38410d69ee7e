import { expect, test } from 'vitest'
import { shippedParameters } from '../../../engines/entitlements/index.ts'
import { ownConcepts } from '../contract.ts'
import { valueFault } from './value-form.ts'

test('every value that comes with the program is in its form', () => {
  const checked = new Set<string>()
  for (const { concept, versions } of shippedParameters) {
    if (!ownConcepts.some((it) => it === concept)) continue
    for (const { from, value } of versions) {
      const day = concept === 'urban_disposable_income' ? `${from.slice(0, 4)}-01-01` : from
      expect(valueFault(concept, day, value), `${concept} ${from}`).toBeUndefined()
      checked.add(concept)
    }
  }
  expect(ownConcepts.filter((it) => !checked.has(it))).toEqual(['local_avg_monthly_wage'])
})

test('values of another form are refused with a reason', () => {
  const refused: readonly (readonly [string, string, unknown])[] = [
    ['local_avg_monthly_wage', '2026-07-01', '8000'],
    ['local_avg_monthly_wage', '2026-07-01', 8000.123],
    ['local_avg_monthly_wage', '2026-07-01', 0],
    ['min_wage_class', '2026-01-01', 'IV'],
    ['min_wage_monthly', '2027-01-01', { I: [2700, 'CONFIRMED'], II: [2500, 'CONFIRMED'] }],
    ['injury_medical_lump', '2027-01-01', { 5: 1, 6: 1, 7: 1, 8: 1, 9: 1, 10: 1, 11: 1 }],
    ['statutory_holiday_dates', '2027-01-01', ['2027-01-01']],
    ['urban_disposable_income', '2026-03-01', 58_000],
    ['severance_cap_years', '2027-01-01', 12],
  ]
  for (const [concept, effective, value] of refused)
    expect(valueFault(concept, effective, value), concept).toBeDefined()
})
