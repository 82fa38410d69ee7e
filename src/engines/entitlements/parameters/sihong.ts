import type { AnyParameter } from './model.ts'

/** The county of Sihong. */
export const sihong: readonly AnyParameter[] = [
  {
    key: 'region_min_wage_class',
    concept: 'min_wage_class',
    region: '321324',
    label: '泗洪县最低工资地区类别',
    unit: '类',
    source: '凭记忆，附件未见；须以苏人社规〔2025〕3号附件核对',
    versions: [{ from: '2018-08-01', value: 'III', status: 'UNVERIFIED' }],
  },
]
