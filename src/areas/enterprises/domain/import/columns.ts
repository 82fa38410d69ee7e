interface ImportColumn {
  readonly field: string
  /** What ledgers in use call it. The first name is the template's. */
  readonly names: readonly string[]
  /** Titles that mean it only where no column has one of `names`: 工会主席 stands beside 联系人 in many ledgers. */
  readonly lesser?: readonly string[]
  readonly required: boolean
}

/** Columns of the register. */
export const importColumns = [
  {
    field: 'name',
    names: ['企业名称', '单位名称', '公司名称', '企业全称', '试点企业', '试点企业名称', '用人单位名称', '企业'],
    lesser: ['单位', '名称', '公司'],
    required: true,
  },
  {
    field: 'creditCode',
    names: [
      '统一社会信用代码',
      '社会信用代码',
      '信用代码',
      '统一信用代码',
      '统一代码',
      '统一社会信用代码证号',
      '企业信用代码',
      '企业社会信用代码',
    ],
    lesser: ['机构代码', '组织机构代码', '营业执照号', '营业执照号码', '营业执照注册号'],
    required: true,
  },
  {
    field: 'township',
    names: [
      '乡镇街道',
      '所属乡镇',
      '所属乡镇街道',
      '所属镇街',
      '所属镇街园区',
      '乡镇街道园区',
      '镇街园区',
      '镇街',
      '乡镇',
      '街道',
      '所在乡镇',
      '所在乡镇街道',
      '所属街道',
      '所属园区',
      '所属板块',
      '属地',
      '所属行政区划街道',
    ],
    lesser: ['所在地', '地址', '企业地址', '所在地址', '板块', '园区'],
    required: true,
  },
  {
    field: 'industry',
    names: ['行业', '所属行业', '行业类别', '行业类型', '行业门类', '主营行业', '工会所属行业'],
    lesser: ['产业', '主营业务', '所属产业'],
    required: false,
  },
  {
    field: 'headcount',
    names: ['职工数', '职工人数', '员工人数', '职工总数', '员工数', '员工总数', '从业人数', '在职职工数', '用工人数'],
    lesser: ['人数', '从业人员', '企业人数', '总人数'],
    required: true,
  },
  {
    field: 'pilotLevel',
    names: ['试点级别', '试点层级', '产改试点级别', '试点类型', '试点等级', '企业试点级别'],
    lesser: ['级别', '层级'],
    required: true,
  },
  {
    field: 'contactName',
    names: [
      '联系人',
      '联系人姓名',
      '工会联系人',
      '联络人',
      '联络员',
      '工会联络员',
      '工会联络人',
      '联络人姓名',
      '工会联络人姓名',
      '工会联系人姓名',
      '联系方式姓名',
      '联系人信息姓名',
    ],
    lesser: ['工会主席', '工会主席姓名', '负责人', '企业负责人', '姓名'],
    required: true,
  },
  {
    field: 'contactPhone',
    names: ['电话', '联系电话', '联系人电话', '手机', '手机号', '手机号码', '电话号码', '联系方式', '联系人手机'],
    lesser: ['工会主席联系电话', '工会主席电话', '负责人电话', '座机', '固定电话', '移动电话'],
    required: true,
  },
  { field: 'point', names: ['经纬度', '坐标', '位置坐标', '地理坐标', '经纬', '经纬度坐标'], required: false },
  { field: 'longitude', names: ['经度', '东经'], required: false },
  { field: 'latitude', names: ['纬度', '北纬'], required: false },
  {
    field: 'shifts',
    names: ['班次与午休', '班次', '班次及午休', '班次午休', '班次制度', '工作时间', '作息时间', '上下班时间', '班制'],
    required: false,
  },
  // Two columns that ledgers keep beside the shifts; both are read as part of the shift text.
  {
    field: 'breaks',
    names: ['午休', '午休时间', '用餐时段', '用餐时间', '就餐时间', '就餐时段', '休息时间', '休息时段'],
    required: false,
  },
  { field: 'office', names: ['可接待时段', '可接待时间', '接待时间', '办公时间', '方便时段'], required: false },
] as const satisfies readonly ImportColumn[]

export type ImportField = (typeof importColumns)[number]['field']

/** The template's title of a field. */
export const titleOf = (field: ImportField): string => importColumns.find((it) => it.field === field)!.names[0]

/** Titles by which the register's sheet is told from others in a workbook. */
export const registerTitles: readonly string[] = importColumns.flatMap((it) => [...it.names])

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
