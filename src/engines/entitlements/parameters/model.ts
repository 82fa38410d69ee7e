import type { CivilDate } from '../../../platform/base/civil-date.ts'

/** CONFIRMED: the original was read. CORROBORATED: borne out by second hand or by other figures. UNVERIFIED: neither. */
export type Status = 'CONFIRMED' | 'CORROBORATED' | 'UNVERIFIED'

export type WageClass = 'I' | 'II' | 'III'

/** The value that each concept has. Rules ask for a concept; which region answers depends on the place. */
export interface ParameterValues {
  wage_days_per_month: number
  overtime_multiplier: Readonly<Record<'weekday' | 'rest_day' | 'statutory_holiday', number>>
  /** Dates paid threefold; the version of a year holds for that year alone. */
  statutory_holiday_dates: readonly CivilDate[]
  annual_workdays: number
  monthly_workdays: number
  statutory_holidays_per_year: number
  annual_leave_days: readonly { readonly fromYears: number; readonly days: number }[]
  annual_leave_extra_multiplier: number
  severance_cap_multiple: number
  severance_cap_years: number
  /** W: the city's average monthly wage of the year before. */
  local_avg_monthly_wage: number
  /** Three times W of the cities around, in yuan a month, where the city's own is not held. */
  three_times_average_nearby: { readonly least: number; readonly most: number }
  double_wage_max_months: number
  /** The first row whose term is not reached holds; null: any longer or open term. */
  probation_limits: readonly { readonly termBelow: number | null; readonly months: number }[]
  sick_pay_floor_ratio: number
  idle_allowance_ratio: number
  min_wage_class: WageClass
  min_wage_monthly: Readonly<Record<WageClass, readonly [yuan: number, status: Status]>>
  disability_lump_months: Readonly<Record<number, number>>
  disability_pension_ratio: Readonly<Record<number, number>>
  care_ratio: Readonly<Record<'full' | 'most' | 'part', number>>
  dependant_ratio: {
    readonly spouse: number
    readonly other: number
    readonly aloneExtra: number
    readonly most: number
  }
  own_wage_bounds: { readonly least: number; readonly most: number }
  injury_medical_lump: Readonly<Record<number, number>>
  injury_employment_lump: Readonly<Record<number, number>>
  /** The share paid where fewer months than `below` are left to the statutory retirement age; smallest first. */
  injury_near_retirement: readonly { readonly below: number; readonly share: number }[]
  occupational_disease_share: number
  suspension_max_months: number
  work_death_multiple: number
  /** The version of a year holds for that year alone. */
  urban_disposable_income: number
  funeral_months: number
  heat_allowance: number
  limitation_years: number
  final_award_months: number
  late_performance_daily_rate: number
  art85_ratio: { readonly least: number; readonly most: number }
  non_compete_ratio: { readonly numerator: number; readonly denominator: number }
  medical_subsidy_months: { readonly least: number; readonly seriousExtra: number; readonly terminalExtra: number }
  medical_period: readonly {
    readonly totalBelow: number | null
    readonly unitBelow: number | null
    readonly months: number
    readonly window: number
  }[]
  maternity_leave_days: {
    readonly base: number
    readonly difficultBirth: number
    readonly eachFurtherChild: number
    readonly miscarriageEarly: number
    readonly miscarriageLate: number
  }
  maternity_leave_total: number
  over_age_rules: string
}
export type Concept = keyof ParameterValues

export interface Version<Value> {
  /** First day it holds. */
  readonly from: CivilDate
  readonly value: Value
  readonly status: Status
  /** Where it differs from the parameter's. */
  readonly source?: string
  readonly note?: string
}

export interface Parameter<C extends Concept = Concept> {
  readonly key: string
  readonly concept: C
  /** GB/T 2260; 000000 is the nation. */
  readonly region: string
  readonly label: string
  readonly unit: string
  readonly source: string
  readonly note?: string
  /** May be empty: known to be needed, not held. */
  readonly versions: readonly Version<ParameterValues[C]>[]
}

/** So that each concept is checked against its own value. */
export type AnyParameter = { [C in Concept]: Parameter<C> }[Concept]

export interface Found<Value> {
  readonly key: string
  readonly effective: CivilDate
  readonly value: Value
  readonly status: Status
}

/** Parameters made ready for many claims. */
export interface ParameterSet {
  /**
   * The version in force at `date` (the latest where no date is known) of the nearest region that has one.
   * @param chain regions, nearest first, as `regionChain` gives them
   */
  at<C extends Concept>(concept: C, chain: readonly string[], date?: CivilDate): Found<ParameterValues[C]> | undefined
  /** The version of that very year. */
  ofYear<C extends Concept>(concept: C, chain: readonly string[], year: number): Found<ParameterValues[C]> | undefined
}

/** Makes parameters ready; versions may come in any order. @throws where two versions begin on the same day. */
export const parameterSet = (parameters: readonly AnyParameter[]): ParameterSet => {
  const held = new Map<string, Found<unknown>[]>()
  for (const { key, concept, region, versions } of parameters) {
    const at = `${concept}@${region}`
    const list = held.get(at) ?? []
    for (const { from, value, status } of versions) {
      if (list.some((it) => it.effective === from)) throw new Error(`${key} has two versions from ${from}`)
      list.push({ key, effective: from, value, status })
    }
    held.set(
      at,
      list.toSorted((a, b) => (a.effective < b.effective ? 1 : -1)),
    )
  }
  const first = (concept: Concept, chain: readonly string[], fits: (it: Found<unknown>) => boolean) => {
    for (const region of chain) {
      const found = held.get(`${concept}@${region}`)?.find(fits)
      if (found) return found
    }
    return undefined
  }
  return {
    at: <C extends Concept>(concept: C, chain: readonly string[], date?: CivilDate) =>
      first(concept, chain, (it) => date === undefined || it.effective <= date) as
        Found<ParameterValues[C]> | undefined,
    ofYear: <C extends Concept>(concept: C, chain: readonly string[], year: number) =>
      first(concept, chain, (it) => Number(it.effective.slice(0, 4)) === year) as Found<ParameterValues[C]> | undefined,
  }
}

/** A place and the wider ones it lies in, nearest first: 321324 → 321300 → 320000 → 000000. */
export const regionChain = (region: string): readonly string[] => [
  ...new Set([region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`, '000000']),
]
