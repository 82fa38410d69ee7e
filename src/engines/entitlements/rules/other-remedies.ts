/**
 * Matters that give no amount here, with where they belong: 社会保险法第六十三条、第八十四条、第八十六条；劳动保障监察条例第二十条；
 * 劳动合同法第九条、第八十四条、第九十二条；保障农民工工资支付条例第三十条。
 */
export interface Remedy {
  readonly matter: string
  readonly where: string
  readonly articles: readonly string[]
}

export const otherRemedies: readonly Remedy[] = [
  {
    matter: '单位未缴或者少缴社会保险',
    where:
      '向人社部门或者税务机关投诉，二年内提出，连续的自终了之日起；法院一般不受理补缴；可依第三十八条解除并要求经济补偿',
    articles: [
      '社会保险法第六十三条、第八十四条、第八十六条',
      '劳动保障监察条例第二十条',
      '劳动合同法第三十八条第（三）项',
    ],
  },
  {
    matter: '因未缴社会保险而得不到工伤、失业、生育、医疗待遇',
    where: '由单位赔偿，可以申请仲裁',
    articles: ['工伤保险条例第六十二条', '最高人民法院劳动争议司法解释（一）第一条'],
  },
  {
    matter: '收取押金、扣押证件',
    where: '由劳动行政部门责令退还，每人五百元以上二千元以下罚款',
    articles: ['劳动合同法第九条、第八十四条'],
  },
  {
    matter: '劳务派遣',
    where: '用工单位给劳动者造成损害的，派遣单位与用工单位连带赔偿',
    articles: ['劳动合同法第九十二条'],
  },
  {
    matter: '农民工工资',
    where: '分包单位拖欠的，由施工总承包单位先行清偿',
    articles: ['保障农民工工资支付条例第三十条'],
  },
]
