import type { AnyParameter } from './model.ts'

/** The city of Suqian. W is needed for the cap of three times and is not held: no figure is put in its place. */
export const suqian: readonly AnyParameter[] = [
  {
    key: 'suqian_avg_monthly_wage',
    concept: 'local_avg_monthly_wage',
    region: '321300',
    label: '宿迁市上年度职工月平均工资',
    unit: '元/月',
    source: '未查到，须由管理员附来源录入；自录入年度起算日生效',
    note: '1 至 6 月用哪一年的数，看当地做法',
    versions: [],
  },
  {
    key: 'region_min_wage_class_suqian',
    concept: 'min_wage_class',
    region: '321300',
    label: '宿迁市区最低工资地区类别',
    unit: '类',
    source: '凭记忆，附件未见；须以苏人社规〔2025〕3号附件核对',
    versions: [{ from: '2018-08-01', value: 'III', status: 'UNVERIFIED' }],
  },
]
