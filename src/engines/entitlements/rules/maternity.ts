/**
 * 女职工劳动保护特别规定第七条（2012-04-28）：产假九十八天；难产加十五天，多胞胎每多一婴加十五天；
 * 怀孕未满四个月流产十五天，满四个月四十二天。江苏延长后合计一百五十八天（二手，2022-02-10）。
 */
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { Case } from '../line-sheet.ts'

export interface Birth {
  readonly date: CivilDate
  readonly difficult?: boolean
  /** Children born; 1 unless said. */
  readonly children?: number
}

/** Days of maternity leave; undefined where no rule is held for the day. */
export const maternityLeaveDays = ({ parameters, chain }: Case, birth: Birth): number | undefined => {
  const nation = parameters.at('maternity_leave_days', chain, birth.date)?.value
  if (!nation) return undefined
  const base = parameters.at('maternity_leave_total', chain, birth.date)?.value ?? nation.base
  return base + (birth.difficult ? nation.difficultBirth : 0) + nation.eachFurtherChild * ((birth.children ?? 1) - 1)
}
