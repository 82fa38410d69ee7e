/**
 * 人力资源和社会保障部令第56号（2026-07-01，二手资料）：超过法定退休年龄的劳动者订书面用工协议，工时与加班依劳动法第四十四条，
 * 最低工资、工伤保险、劳动安全适用，可以申请仲裁；不产生经济补偿与二倍工资。
 */
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { LineCode } from '../model.ts'
import type { Case } from '../line-sheet.ts'

/** The lines that someone past retirement age may have by that rule; undefined before it: no rule is held. */
export const overAgeRights = ({ parameters, chain }: Case, date: CivilDate): readonly LineCode[] | undefined =>
  parameters.at('over_age_rules', chain, date) && [
    'wage_arrears',
    'overtime_weekday',
    'overtime_rest_day',
    'overtime_statutory_holiday',
    'min_wage_shortfall',
    'injury_disability_lump',
    'injury_suspension_wage',
    'death_lump',
    'funeral_grant',
  ]
