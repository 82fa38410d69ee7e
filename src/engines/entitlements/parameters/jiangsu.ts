import type { AnyParameter } from './model.ts'

const region = '320000'
const INJURY = '江苏省实施《工伤保险条例》办法（省政府令第103号，2015-06-01 施行）'
const NOTICE_2026 = '苏人社规〔2025〕3号 https://jshrss.jiangsu.gov.cn/art/2025/12/29/art_77263_11701076.html'

/** What Jiangsu lays down, as of 2026-11-22. */
export const jiangsu: readonly AnyParameter[] = [
  {
    key: 'jiangsu_min_wage_monthly',
    concept: 'min_wage_monthly',
    region,
    label: '江苏月最低工资（按地区类别）',
    unit: '元/月',
    source: NOTICE_2026,
    note: '2026-01-01 的生效日由发文日推断；加班费、中夜班高温等特殊津贴不计入',
    versions: [
      {
        from: '2018-08-01',
        value: { I: [2020, 'UNVERIFIED'], II: [1830, 'UNVERIFIED'], III: [1620, 'UNVERIFIED'] },
        status: 'UNVERIFIED',
        source: '凭记忆',
      },
      {
        from: '2021-08-01',
        value: { I: [2280, 'CORROBORATED'], II: [2070, 'UNVERIFIED'], III: [1840, 'UNVERIFIED'] },
        status: 'UNVERIFIED',
        source: '一类有二手印证，二、三类凭记忆',
      },
      {
        from: '2024-01-01',
        value: { I: [2490, 'CORROBORATED'], II: [2260, 'CORROBORATED'], III: [2010, 'CORROBORATED'] },
        status: 'CORROBORATED',
        source: '由南京、盐城、连云港公积金缴存下限印证',
      },
      {
        from: '2026-01-01',
        value: { I: [2660, 'CONFIRMED'], II: [2430, 'CORROBORATED'], III: [2180, 'UNVERIFIED'] },
        status: 'UNVERIFIED',
        source: `${NOTICE_2026}；二类由徐州公积金缴存下限印证，三类未见附件`,
      },
    ],
  },
  {
    key: 'jiangsu_injury_medical_lump',
    concept: 'injury_medical_lump',
    region,
    label: '一次性工伤医疗补助金',
    unit: '元',
    source: `${INJURY}；七级经江苏高院 2023 年度典型案例印证 http://js.xinhuanet.com/20240429/6df389060add48dd80b6150509347975/c.html，整表经 2026-06 江苏律师计算器印证`,
    note: '办法原文未见；未发现 2015 年以后修订',
    versions: [
      {
        from: '2015-06-01',
        value: { 5: 200000, 6: 160000, 7: 120000, 8: 80000, 9: 50000, 10: 30000 },
        status: 'CORROBORATED',
      },
    ],
  },
  {
    key: 'jiangsu_injury_employment_lump',
    concept: 'injury_employment_lump',
    region,
    label: '一次性伤残就业补助金',
    unit: '元',
    source: `${INJURY}；整表经 2026-06 江苏律师计算器印证`,
    versions: [
      {
        from: '2015-06-01',
        value: { 5: 95000, 6: 85000, 7: 45000, 8: 35000, 9: 25000, 10: 15000 },
        status: 'CORROBORATED',
      },
    ],
  },
  {
    key: 'jiangsu_injury_near_retirement',
    concept: 'injury_near_retirement',
    region,
    label: '临近法定退休年龄的支付比例',
    unit: '比例',
    source: INJURY,
    note: '本人提出解除时适用，依劳动合同法第三十八条解除的除外（第二十八条，二手转引 https://www.64365.com/special/20455688）；2025 年起法定退休年龄因人而异，须按本人的算',
    versions: [
      {
        from: '2015-06-01',
        value: [
          { below: 12, share: 0.1 },
          { below: 24, share: 0.2 },
          { below: 36, share: 0.4 },
          { below: 48, share: 0.6 },
          { below: 60, share: 0.8 },
        ],
        status: 'CORROBORATED',
      },
    ],
  },
  {
    key: 'jiangsu_occupational_disease_share',
    concept: 'occupational_disease_share',
    region,
    label: '患职业病的工伤医疗补助金上浮',
    unit: '比例',
    source: INJURY,
    versions: [{ from: '2015-06-01', value: 0.4, status: 'CORROBORATED' }],
  },
  {
    key: 'heat_allowance',
    concept: 'heat_allowance',
    region,
    label: '高温津贴',
    unit: '元/月',
    source: '苏人社发〔2018〕113号 https://suzhou.gusuwang.com/v9926.html',
    note: '6 至 9 月；2018 年以后有无新标准未查到',
    versions: [
      { from: '2011-06-01', value: 200, status: 'UNVERIFIED', source: '起始日凭记忆' },
      { from: '2018-06-01', value: 300, status: 'CORROBORATED' },
    ],
  },
]
