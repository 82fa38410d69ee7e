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
  award: '作出裁决',
  sue: '向法院起诉',
  appeal: '上诉',
}

export const stepNames: Readonly<Record<string, string>> = {
  mediation_asked: '申请调解',
  mediated: '调解结束',
  arbitration_asked: '申请仲裁',
  arbitration_docketed: '仲裁受理',
  arbitration_prolonged: '裁决延期',
  award_served: '收到裁决书',
  suit_filed: '起诉',
  judgment_served: '收到判决书',
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

type Detail = Readonly<Record<string, unknown>>

/** 「第2位：没有答复；答复还没有送到本人」 for each person of a case. */
export const lackText = (lacks: readonly { readonly ordinal: number; readonly lacks: readonly string[] }[]): string =>
  lacks
    .map((it) => {
      const names = it.lacks.map((name) => lackNames[name] ?? name).join('、')
      return it.ordinal === 0 ? names : `第${it.ordinal}位当事人：${names}`
    })
    .join('；')

export const caseTexts = {
  CASE_STATE: {
    status: 409,
    title: '现在不能这样做',
    text: (detail: Detail) =>
      `这个案件现在是「${caseStateNames[String(detail.state)] ?? ''}」，不能做这一步。已结案的，要由当事人说没有解决才重新打开。`,
  },
  CASE_LACKS: {
    status: 422,
    title: '还不能结案',
    text: (detail: Detail) =>
      `件件有回音：每位当事人都要有结果、金额、答复，并且答复已送到本人。现在还缺——${lackText((detail.lacks ?? []) as Parameters<typeof lackText>[0])}。补齐后再结。`,
  },
  CLAIM_INVALID: {
    status: 422,
    title: '事实填写有误',
    text: '当事人的事实里有填得不对的地方，没有保存。请按标出的位置改正。',
  },
  LAWYER_CONFLICT: {
    status: 409,
    title: '有利害关系，不能指派',
    text: (detail: Detail) =>
      `这位与「${String(detail.employer ?? '')}」有登记在册的关系，不能办理针对它的案件。请另派一位。`,
  },
  NOT_A_MEMBER: { status: 422, title: '不是本县的工作人员', text: '只能指派工会工作人员或小分队队员。' },
  ALREADY_ASSIGNED: { status: 409, title: '已经指派', text: '这位已经在办这个案件。' },
  DATE_AHEAD: { status: 422, title: '日期还没到', text: '登记的是已经发生的事，日期不能在今天之后。' },
  DELIVERY_HALF: { status: 422, title: '送达没有填全', text: '送达要同时写明哪一天、用什么方式。' },
  CALLBACK_HALF: {
    status: 422,
    title: '回访没有填全',
    text: '联系上了就要写明是否解决；没有联系上就不能写是否解决。',
  },
  SHEET_REFUSED: { status: 422, title: '文件读不了', text: (detail: Detail) => String(detail.reason ?? '') },
  COLUMNS_MISSING: {
    status: 422,
    title: '缺少列',
    text: (detail: Detail) => `第一行的表头里缺少：${((detail.missing ?? []) as string[]).join('、')}。补上后再上传。`,
  },
  FILE_EMPTY: { status: 422, title: '文件是空的', text: '这个文件里没有内容，请重新选择。' },
  TOO_MANY: {
    status: 429,
    title: '求助太多',
    text: '这一小时收到的求助过多，系统先拦下了。请稍后再试，或直接打县总工会的电话。',
  },
  NOT_A_CLINIC: { status: 422, title: '不是普法咨询', text: '这次上门不是普法咨询，不能登记咨询情况。' },
  CLINIC_NOT_HELD: { status: 409, title: '还没有办', text: '这场咨询还没有到场，办完再登记。' },
  ANSWERED_OVER_ASKED: {
    status: 422,
    title: '答的多于问的',
    text: (detail: Detail) => `「${String(detail.topic ?? '')}」答复的比提问的多，请核对。`,
  },
  NAMED_TWICE: {
    status: 422,
    title: '写了两次',
    text: (detail: Detail) => `「${String(detail.name ?? '')}」写了两行，请合成一行。`,
  },
} as const
