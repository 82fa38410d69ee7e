import type { AnyParameter } from './model.ts'

const region = '320000'
const WAGES = '江苏省工资支付条例（2026-05-27 第三次修正文本）'
const CONTRACTS = '江苏省劳动合同条例'

/** What Jiangsu lays down and no line of a claim rests on, as of 2026-11-22. */
export const jiangsuBesides: readonly AnyParameter[] = [
  {
    key: 'sick_pay_floor_ratio',
    concept: 'sick_pay_floor_ratio',
    region,
    label: '病假工资、疾病救济费下限',
    unit: '最低工资的比例',
    source: `${WAGES}第二十七条`,
    versions: [{ from: '2005-01-01', value: 0.8, status: 'CONFIRMED' }],
  },
  {
    key: 'idle_allowance_ratio',
    concept: 'idle_allowance_ratio',
    region,
    label: '停工停产生活费下限',
    unit: '最低工资的比例',
    source: `${WAGES}第三十一条`,
    note: '第一个工资支付周期内照约定支付',
    versions: [{ from: '2005-01-01', value: 0.8, status: 'CONFIRMED' }],
  },
  {
    key: 'non_compete_ratio_jiangsu',
    concept: 'non_compete_ratio',
    region,
    label: '竞业限制补偿下限',
    unit: '离职前十二个月月均工资的比例',
    source: `${CONTRACTS}第二十八条`,
    versions: [{ from: '2013-05-01', value: { numerator: 1, denominator: 3 }, status: 'CONFIRMED' }],
  },
  {
    key: 'medical_subsidy_months_jiangsu',
    concept: 'medical_subsidy_months',
    region,
    label: '医疗补助费',
    unit: '月工资',
    source: `${CONTRACTS}第三十四条`,
    versions: [{ from: '2013-05-01', value: { least: 6, seriousExtra: 0.5, terminalExtra: 1 }, status: 'CONFIRMED' }],
  },
  {
    key: 'maternity_leave_total_jiangsu',
    concept: 'maternity_leave_total',
    region,
    label: '江苏产假合计（国家 98 天加延长）',
    unit: '天',
    source: '江苏省人口与计划生育条例及优化生育政策实施方案（二手）',
    versions: [
      { from: '2016-03-30', value: 128, status: 'CORROBORATED' },
      { from: '2022-02-10', value: 158, status: 'CORROBORATED' },
    ],
  },
]
