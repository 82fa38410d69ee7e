import type { PrintedLetter } from '../../src/areas/letters/domain/index.ts'

const common = {
  unionName: '泗洪县总工会',
  enterpriseName: '江苏示例膜材料有限公司',
  creditCode: '91321324MA00000000',
  contactName: '陈明远',
  contactPhone: '0527-80000000',
  copies: [],
  date: '2026-11-30',
} as const

const breaches = [
  {
    fact: '2026年7月至10月，一车间42名职工休息日加班没有安排补休，也没有支付百分之二百的加班工资',
    articles: '《中华人民共和国劳动法》第四十四条',
  },
  {
    fact: '考勤记录没有由职工每月签字确认',
    articles: '《江苏省工资支付条例》第十七条、第十八条',
  },
] as const

/** One letter of each kind; people, enterprise and facts are invented. For tests and for the pictures in docs. */
export const samples: Readonly<Record<'reminder' | 'opinion' | 'recommendation', PrintedLetter>> = {
  reminder: {
    ...common,
    kind: 'reminder',
    number: '泗洪工提〔2026〕1号',
    subject: '规范加班工资支付和考勤管理',
    content: {
      kind: 'reminder',
      risks: breaches,
      advice:
        '加班费是劳动报酬的一部分。长期不足额支付容易引发集体争议，职工据此解除劳动合同的，用人单位还应当支付经济补偿。请及早自查自纠。',
      measures: [
        '核对7月以来的加班记录，补发不足部分',
        '每月由职工签字确认考勤，保存二年以上',
        '安排加班前征求工会意见',
      ],
    },
  },
  opinion: {
    ...common,
    kind: 'opinion',
    number: '泗洪工意〔2026〕3号',
    subject: '支付加班工资和依法参加社会保险',
    copies: ['泗洪县人力资源和社会保障局'],
    content: {
      kind: 'opinion',
      inspectedFrom: '2026-11-16',
      inspectedTo: '2026-11-18',
      inspectors: [
        { name: '陈明远', certificate: '苏工监字第0001号' },
        { name: '李秀英', certificate: '苏工监字第0002号' },
      ],
      findings: [
        {
          ...breaches[0],
          evidence: '2026年7月至10月考勤记录、工资发放表，听取单位和职工意见的笔录',
          demand: '补发42名职工休息日加班工资',
          standard: '逐人计算表经本人签字，银行代发回单齐全',
          byWhen: '收到意见书后15个工作日内',
        },
        {
          fact: '3名职工入职满三十日没有办理社会保险登记',
          articles: '《中华人民共和国社会保险法》第五十八条',
          evidence: '劳动合同、社会保险缴费明细',
          demand: '为3名职工补办社会保险登记并补缴',
          standard: '社会保险经办机构出具的参保证明',
          byWhen: '2026年12月31日前',
        },
      ],
    },
  },
  recommendation: {
    ...common,
    kind: 'recommendation',
    number: '泗洪工建〔2026〕1号',
    subject: '依法处理江苏示例膜材料有限公司拖欠加班工资',
    copies: ['泗洪县人民检察院'],
    opinion: {
      number: '泗洪工意〔2026〕3号',
      issuedOn: '2026-10-12',
      deliveredOn: '2026-10-13',
      outcome: 'unanswered',
    },
    content: {
      kind: 'recommendation',
      department: '泗洪县人力资源和社会保障局',
      unremedied: breaches,
      proposal: '建议依法立案查处，责令该单位限期支付拖欠的加班工资；逾期不支付的，责令加付赔偿金。',
      evidence: ['工会劳动法律监督意见书及送达回证', '2026年7月至10月考勤记录和工资发放表', '监督检查笔录'],
    },
  },
}
