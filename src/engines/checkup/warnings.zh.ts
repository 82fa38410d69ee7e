/** What a reader must know beside the grade; `items` are the numbers of the items concerned. */
const texts = {
  instrument_not_in_force: () => '所用评估表不是正式发布的评估表，权重、等级线和注明建议的期限是建议值',
  nothing_applicable: () => '没有适用的项目，不评分、不定等',
  red_line_not_verified: (items: string) => `红线项 ${items} 未核实，等级只供参考，请尽快补查`,
  not_verified: (items: string) => `${items} 未核实，按未满分计，请补查`,
  not_applicable_unforeseen: (items: string) => `${items} 判为不适用，但评估表没有写明不适用的情形，请复核`,
  sample_missing: (items: string) => `${items} 应抽查，没有填写抽查数和合格数`,
  sample_too_small: (items: string) => `${items} 的抽查数少于抽样方案；相关人员本来较少的，请在检查情况里写明`,
  finding_without_text: (items: string) => `${items} 有问题但没有写检查情况`,
  finding_without_evidence: (items: string) => `${items} 有问题但没有写证据`,
  full_without_evidence: (items: string) => `${items} 判为符合但没有写看了什么证据`,
  article_recalled: (items: string) => `${items} 有凭记忆写的条号，没有读到原文，引用前须复核`,
  year_not_announced: (items: string) => `${items} 的期限按工作日计算，跨入的年份节假日安排未公布，到期日不予推算`,
} satisfies Record<string, (items: string) => string>

export type WarningCode = keyof typeof texts

/** In this order: what bears on the grade first. */
export const warningCodes = Object.keys(texts) as readonly WarningCode[]

/** A warning as a Chinese sentence. */
export const warningText = (code: WarningCode, items: readonly string[]): string => texts[code](items.join('、'))
