/** Each warning in a sentence for the reader; the part after a colon is the line or parameter concerned. */
const texts: Readonly<Record<string, string>> = {
  cap_unchecked: '没有当地上年度职工月平均工资，三倍封顶未核对；工资很高的，实际可能较少',
  above_three_times_differs: '所称高于三倍，与所给的平均工资不符，按数字计算',
  not_above_three_times_differs: '所称不高于三倍，与所给的平均工资不符，按所称不封顶',
  cap_possible: '月工资可能高于当地平均工资三倍，未录入当地的数，未封顶，步骤中有封顶后的约数',
  bounds_unchecked: '没有统筹地区职工平均工资，本人工资的上下限未核对',
  wages_last_twelve_counted: '逐月工资多于十二个月，只取最后十二个月',
  service_before_2008_left_out: '2008 年以前的年限不计入这种终止的经济补偿',
  service_before_2008_counted: '2008 年以前的年限连续计入；当时规定有封顶的，裁判可能不同',
  service_before_2008_unchecked: '年限是直接给的，是否含 2008 年以前的部分未核对',
  service_years_differ_from_dates: '所给年限与起止日期算出的不同，按所给年限计算',
  start_month_only: '入职只知月份，入职日在月内的早晚会使年限相差半年',
  limitation_no_rule: '2008-05-01 以前申请的时效规定未收录，未核对',
  limitation_unchecked: '没有起算日，这一项的时效未核对',
  limitation_near: '离时效届满不足三十日',
  limitation_split_by_day: '时效线落在月中，按线后的工作日（周一至周五）折算；各地做法不一',
  month_outside_double_wage_period: '有月份不在二倍工资期间内，未计',
  double_wage_months_capped: '二倍工资最多十一个月',
  holidays_of_year_not_held: '当年法定节假日未收录，按所给种类计算',
  overtime_day_is_statutory_holiday: '当日是法定节假日，按 300% 计算',
  overtime_day_is_no_statutory_holiday: '当日不是法定节假日；是休息日的按 200% 计算，是工作日的不计',
  overtime_day_is_day_off: '当日是调休放假的休息日，按 200% 计算',
  overtime_day_is_adjusted_workday: '当日是调休上班日，不是休息日加班',
  overtime_hours_and_days_added: '同一项既写小时又写天数，已相加',
  art85_not_counted: '第八十五条的加付赔偿金须先有人社部门责令而逾期不付，未计入',
  art85_may_be_asked: '已有责令：逾期不付的，可另行主张加付 50%–100%，未计入',
  suspension_needs_extension: '停工留薪期超过十二个月须经劳动能力鉴定委员会确认延长，最多再十二个月',
  injury_lump_trigger_doubtful: '这种解除或者终止情形是否触发一次性补助金有争议',
  severance_paid_counts_towards_damages: '已付的经济补偿、代通知金抵作赔偿金',
  reinstatement_or_damages: '继续履行与赔偿金二者择一，这里按赔偿金列出',
  claimed_code_unknown: '请求中有不认识的项目',
  paid_code_unknown: '已付中有不认识的项目，未抵扣',
  facts_outside_form: '这一项的事实不在表内，须另行计算',
  parameter_unverified: '所用参数未经核实，须由管理员核对',
}

/** A warning as a Chinese sentence; the code itself where none is held. */
export const warningText = (warning: string): string => {
  const [code = '', ...detail] = warning.split(':')
  const text = texts[code]
  if (text === undefined) return warning
  return detail.length > 0 ? `${text}（${detail.join(':')}）` : text
}
