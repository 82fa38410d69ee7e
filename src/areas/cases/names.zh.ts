/** What readers call the words of the contract. */
export const caseStateNames: Readonly<Record<string, string>> = { received: '待受理', open: '办理中', closed: '已结案' }

export const topicNames: Readonly<Record<string, string>> = {
  wages: '拖欠工资',
  termination: '辞退或离职补偿',
  contract: '没签劳动合同',
  overtime: '加班',
  leave: '年休假',
  injury: '工伤',
  insurance: '社会保险',
  women: '女职工权益',
  other: '其他',
}

export const pathNames: Readonly<Record<string, string>> = {
  advice: '解答咨询',
  drafting: '代写文书',
  mediation: '协商调解',
  arbitration: '代理仲裁',
  court: '代理诉讼',
}

export const outcomeNames: Readonly<Record<string, string>> = {
  advised: '已解答',
  drafted: '文书已交付',
  settled: '协商解决',
  mediated: '调解达成',
  awarded: '仲裁裁决',
  judged: '法院判决',
  withdrawn: '本人撤回',
  not_supported: '请求未获支持',
  not_accepted: '不予受理',
  referred: '已转送其他机构',
}

export const urgencyNames: Readonly<Record<string, string>> = {
  limitation_near: '时效快到了',
  limitation_over: '时效可能已过',
  collective: '十人以上，集体争议',
  wages_of_several: '三人以上欠薪（内部阈值）',
  injury: '工伤',
  pregnancy: '孕期、产期、哺乳期',
}

export const amountKindNames: Readonly<Record<string, string>> = {
  economic_compensation: '经济补偿金',
  damages: '赔偿金',
  wages: '工资',
  double_wage: '二倍工资差额',
  overtime: '加班工资',
  leave: '未休年休假工资',
  injury_disability: '一次性伤残补助金',
  injury_medical: '一次性工伤医疗补助金',
  injury_employment: '一次性伤残就业补助金',
  injury_wage: '停工留薪期工资',
  death: '一次性工亡补助金',
  other: '其他',
}

export const payerNames: Readonly<Record<string, string>> = {
  employer: '用人单位',
  fund: '工伤保险基金',
  other: '其他',
}

export const deadlineNames: Readonly<Record<string, string>> = {
  limitation: '仲裁时效',
  decide_aid: '决定是否受理',
  assign_lawyer: '指派律师',
  mediation: '调解期限',
  arbitration_docket: '仲裁委决定是否受理',
  serve_copy: '仲裁委送达申请书副本',
  defence: '对方提交答辩书',
  award: '作出裁决',
  sue: '向法院起诉',
  appeal: '上诉',
}

export const stepNames: Readonly<Record<string, string>> = {
  mediation_asked: '申请调解',
  mediated: '调解结束',
  arbitration_asked: '申请仲裁',
  arbitration_docketed: '仲裁受理',
  copy_served: '对方收到申请书',
  arbitration_prolonged: '裁决延期',
  award_served: '收到裁决书',
  suit_filed: '起诉',
  judgment_served: '收到判决书',
  appeal_filed: '上诉',
  note: '备注',
}

export const deliveryNames: Readonly<Record<string, string>> = {
  in_person: '当面',
  phone: '电话',
  letter: '信函',
  message: '微信或短信',
}

export const paperNames: Readonly<Record<string, string>> = {
  advice_record: '法律咨询答复记录',
  mediation_application: '劳动争议调解申请书',
  mediation_agreement: '劳动争议调解协议书',
  arbitration_application: '劳动人事争议仲裁申请书',
  power_of_attorney: '授权委托书',
  complaint: '民事起诉状',
}

export const lackNames: Readonly<Record<string, string>> = {
  CLAIMANT: '还没有登记当事人',
  OUTCOME: '没有结果',
  AMOUNTS: '没有金额，也没有写明为什么没有金额',
  ANSWER: '没有答复',
  DELIVERY: '答复还没有送到本人',
}

/** 「第2位：没有答复；答复还没有送到本人」 for each person of a case. */
export const lackText = (lacks: readonly { readonly ordinal: number; readonly lacks: readonly string[] }[]): string =>
  lacks
    .map((it) => {
      const names = it.lacks.map((name) => lackNames[name] ?? name).join('、')
      return it.ordinal === 0 ? names : `第${it.ordinal}位当事人：${names}`
    })
    .join('；')
