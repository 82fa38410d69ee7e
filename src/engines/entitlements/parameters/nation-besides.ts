import type { AnyParameter } from './model.ts'

const region = '000000'
const INJURY = '工伤保险条例（国务院令第586号，2010-12-20 修订，2011-01-01 施行）'

/** What holds everywhere in the mainland and no line of a claim rests on, as of 2026-11-22. */
export const nationBesides: readonly AnyParameter[] = [
  {
    key: 'annual_workdays',
    concept: 'annual_workdays',
    region,
    label: '年工作日',
    unit: '天/年',
    source: '劳社部发〔2008〕3号；人社部发〔2025〕2号',
    versions: [
      { from: '2000-01-01', value: 251, status: 'UNVERIFIED', source: '劳社部发〔2000〕8号（凭记忆）' },
      { from: '2008-01-01', value: 250, status: 'CONFIRMED' },
      { from: '2025-01-01', value: 248, status: 'CONFIRMED' },
    ],
  },
  {
    key: 'monthly_workdays',
    concept: 'monthly_workdays',
    region,
    label: '月工作日（制度工作时间）',
    unit: '天/月',
    source: '劳社部发〔2008〕3号；人社部发〔2025〕2号',
    note: '只用于核定工时，不得用来折算工资',
    versions: [
      { from: '2008-01-01', value: 20.83, status: 'CONFIRMED' },
      { from: '2025-01-01', value: 20.67, status: 'CONFIRMED' },
    ],
  },
  {
    key: 'statutory_holidays_per_year',
    concept: 'statutory_holidays_per_year',
    region,
    label: '全体公民放假的法定节假日',
    unit: '天/年',
    source: '全国年节及纪念日放假办法（2024-11-10 第四次修订，2025-01-01 施行）',
    versions: [
      { from: '1999-09-18', value: 10, status: 'UNVERIFIED' },
      { from: '2008-01-01', value: 11, status: 'CONFIRMED' },
      { from: '2025-01-01', value: 13, status: 'CONFIRMED' },
    ],
  },
  {
    key: 'disability_pension_ratio',
    concept: 'disability_pension_ratio',
    region,
    label: '伤残津贴',
    unit: '本人工资的比例',
    source: `${INJURY}第三十五条、第三十六条`,
    versions: [
      { from: '2011-01-01', value: { 1: 0.9, 2: 0.85, 3: 0.8, 4: 0.75, 5: 0.7, 6: 0.6 }, status: 'CONFIRMED' },
    ],
  },
  {
    key: 'care_ratio',
    concept: 'care_ratio',
    region,
    label: '生活护理费',
    unit: '统筹地区上年度职工月平均工资的比例',
    source: `${INJURY}第三十四条`,
    versions: [{ from: '2011-01-01', value: { full: 0.5, most: 0.4, part: 0.3 }, status: 'CONFIRMED' }],
  },
  {
    key: 'dependant_ratio',
    concept: 'dependant_ratio',
    region,
    label: '供养亲属抚恤金',
    unit: '本人工资的比例',
    source: `${INJURY}第三十九条`,
    versions: [
      { from: '2011-01-01', value: { spouse: 0.4, other: 0.3, aloneExtra: 0.1, most: 1 }, status: 'CONFIRMED' },
    ],
  },
  {
    key: 'final_award_months',
    concept: 'final_award_months',
    region,
    label: '小额终局裁决',
    unit: '当地月最低工资的月数',
    source: '劳动争议调解仲裁法第四十七条；劳动人事争议仲裁办案规则第五十条（逐项）',
    versions: [{ from: '2008-05-01', value: 12, status: 'CONFIRMED' }],
  },
  {
    key: 'late_performance_daily_rate',
    concept: 'late_performance_daily_rate',
    region,
    label: '迟延履行期间的加倍部分债务利息',
    unit: '每日',
    source: '民事诉讼法第二百六十四条；法释〔2014〕8号',
    note: '自生效文书确定的履行期届满次日起',
    versions: [{ from: '2014-08-01', value: 0.000175, status: 'CONFIRMED' }],
  },
  {
    key: 'non_compete_ratio',
    concept: 'non_compete_ratio',
    region,
    label: '竞业限制补偿（未约定时）',
    unit: '离职前十二个月月均工资的比例',
    source: '最高人民法院劳动争议司法解释（一）第三十六条',
    versions: [{ from: '2013-02-01', value: { numerator: 3, denominator: 10 }, status: 'CONFIRMED' }],
  },
  {
    key: 'medical_period',
    concept: 'medical_period',
    region,
    label: '医疗期',
    unit: '月',
    source: '劳部发〔1994〕479号第三条、第四条',
    versions: [
      {
        from: '1995-01-01',
        value: [
          { totalBelow: 10, unitBelow: 5, months: 3, window: 6 },
          { totalBelow: 10, unitBelow: null, months: 6, window: 12 },
          { totalBelow: null, unitBelow: 5, months: 6, window: 12 },
          { totalBelow: null, unitBelow: 10, months: 9, window: 15 },
          { totalBelow: null, unitBelow: 15, months: 12, window: 18 },
          { totalBelow: null, unitBelow: 20, months: 18, window: 24 },
          { totalBelow: null, unitBelow: null, months: 24, window: 30 },
        ],
        status: 'CONFIRMED',
      },
    ],
  },
  {
    key: 'maternity_leave_days',
    concept: 'maternity_leave_days',
    region,
    label: '产假（国家标准）',
    unit: '天',
    source: '女职工劳动保护特别规定第七条',
    versions: [
      {
        from: '2012-04-28',
        value: { base: 98, difficultBirth: 15, eachFurtherChild: 15, miscarriageEarly: 15, miscarriageLate: 42 },
        status: 'CONFIRMED',
      },
    ],
  },
  {
    key: 'over_age_rules',
    concept: 'over_age_rules',
    region,
    label: '超过法定退休年龄劳动者的基本权益',
    unit: '规定',
    source: '人力资源和社会保障部令第56号（二手资料）',
    note: '书面用工协议、工时与加班、最低工资、工伤保险、可仲裁；不产生经济补偿与二倍工资',
    versions: [{ from: '2026-07-01', value: '人力资源和社会保障部令第56号', status: 'CORROBORATED' }],
  },
]
