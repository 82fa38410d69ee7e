/** Columns of the register, with the names that ledgers in use give them. The first name is the template's. */
export const importColumns = [
  {
    field: 'name',
    names: ['企业名称', '单位名称', '公司名称', '企业全称', '单位', '企业', '用人单位名称'],
    required: true,
  },
  {
    field: 'creditCode',
    names: [
      '统一社会信用代码',
      '社会信用代码',
      '信用代码',
      '统一信用代码',
      '机构代码',
      '营业执照号',
      '统一社会信用代码证号',
    ],
    required: true,
  },
  {
    field: 'township',
    names: ['乡镇街道', '所属乡镇', '乡镇', '街道', '所在乡镇', '所在地', '所属乡镇街道', '镇街', '属地', '所属板块'],
    required: true,
  },
  { field: 'industry', names: ['行业', '所属行业', '行业类别', '行业类型', '主营行业', '产业'], required: false },
  {
    field: 'headcount',
    names: ['职工数', '职工人数', '员工人数', '职工总数', '从业人数', '人数', '在职职工数', '用工人数'],
    required: true,
  },
  { field: 'pilotLevel', names: ['试点级别', '级别', '试点层级', '产改试点级别', '试点类型'], required: true },
  {
    field: 'contactName',
    names: ['联系人', '工会联系人', '联络人', '联系人姓名', '工会联络员', '联络员', '工会主席'],
    required: true,
  },
  {
    field: 'contactPhone',
    names: ['电话', '联系电话', '手机', '手机号', '联系方式', '手机号码', '电话号码'],
    required: true,
  },
  { field: 'point', names: ['经纬度', '坐标', '位置坐标', '地理坐标', '经纬'], required: false },
  { field: 'longitude', names: ['经度', '东经'], required: false },
  { field: 'latitude', names: ['纬度', '北纬'], required: false },
  {
    field: 'shifts',
    names: ['班次与午休', '班次', '班次及午休', '工作时间', '作息时间', '上下班时间', '班制', '午休时间'],
    required: false,
  },
] as const

export type ImportField = (typeof importColumns)[number]['field']

/** The template's title of a field. */
export const titleOf = (field: ImportField): string => importColumns.find((it) => it.field === field)!.names[0]

/** Columns of the template and of the workbook with bad rows, in their order. */
export const templateFields = [
  'name',
  'creditCode',
  'township',
  'industry',
  'headcount',
  'pilotLevel',
  'contactName',
  'contactPhone',
  'point',
  'shifts',
] as const satisfies readonly ImportField[]
