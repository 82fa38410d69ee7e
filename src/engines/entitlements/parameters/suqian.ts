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
    key: 'three_times_average_nearby',
    concept: 'three_times_average_nearby',
    region: '321300',
    label: '邻近设区市职工月平均工资的三倍',
    unit: '元/月',
    source: '由 2026 年盐城、连云港、徐州公积金缴存上限（31314、31545、32917 元）推得',
    note: '只用来提示可能封顶，不用于计算；录入本市的数以后不再使用',
    versions: [{ from: '2026-01-01', value: { least: 31_314, most: 32_917 }, status: 'UNVERIFIED' }],
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
