import type { Claim, Ground } from '../../engines/entitlements/index.ts'

/** How the employment ended, for readers. */
export const groundNames: Readonly<Record<Ground, string>> = {
  unlawful: '违法辞退',
  art36_mutual_employer_proposed: '单位提出，双方协商解除',
  art36_employee_proposed: '本人提出，双方协商解除',
  art37_resign: '本人辞职',
  art38_worker_resigns_for_cause: '因欠薪、不缴社保等被迫离职',
  art39_fault: '因本人过错被辞退',
  art40_no_fault: '医疗期满、不胜任或客观情况变化被辞退',
  art41_layoff: '经济性裁员',
  art44_1_expiry: '合同到期不续',
  art44_4_bankruptcy: '单位破产',
  art44_5_dissolution: '单位吊销、关闭或解散',
  art44_2_3_retire_death: '退休或死亡',
  other_severance: '其他应付补偿的情形',
}

/** The usual facts of a claim in one line, for readers. */
export const claimText = (value: unknown): string => {
  const it = (value ?? {}) as Partial<Claim>
  const parts = [
    it.employment?.start && `入职 ${it.employment.start}`,
    it.employment?.end && `离职 ${it.employment.end}`,
    it.termination?.ground && groundNames[it.termination.ground],
    it.wages?.averageMonthly && `平均工资 ${it.wages.averageMonthly} 元`,
    it.arrears?.[0] && `欠薪 ${it.arrears[0].monthly} 元 × ${it.arrears[0].months} 个月`,
  ].filter(Boolean)
  return parts.length > 0 ? parts.join('；') : '没有登记'
}
