const weekProblem: Readonly<Record<string, string>> = {
  GAP_REVERSED: '结束时间不晚于开始时间',
  GAP_TOO_SHORT: '短于 10 分钟，排不下任何活动',
  GAP_NO_DAY: '没有选星期',
  GAP_OVERLAP: '和同类的另一段重叠',
}

export const enterpriseTexts = {
  WEEK_INVALID: {
    status: 422,
    title: '这一周的时间缝隙有问题',
    text: (detail: Readonly<Record<string, unknown>>) =>
      `${(detail.problems as { at: number; problem: string }[])
        .map((it) => `第 ${it.at + 1} 段${weekProblem[it.problem]}`)
        .join('；')}。请改好后再保存，没有保存半截。`,
  },
  EXCEPTION_INCOMPLETE: {
    status: 422,
    title: '例外没有填全',
    text: '增加或替换时间缝隙要填类型、开始和结束时间，并且结束晚于开始。',
  },
  YEAR_NOT_ANNOUNCED: {
    status: 422,
    title: '未公布',
    text: (detail: Readonly<Record<string, unknown>>) =>
      `${String(detail.year ?? '这一年')}年的节假日和调休，国务院还未公布，因此不能排到那一年。公布后请管理员录入。`,
  },
  DATE_PAST: { status: 422, title: '日期已过', text: '不能登记已经过去的日期，请选今天或以后。' },
  DATES_REVERSED: { status: 422, title: '日期前后颠倒', text: '结束日期早于开始日期，请调换后再保存。' },
  SHEET_REFUSED: {
    status: 422,
    title: '这个文件没有读',
    text: (detail: Readonly<Record<string, unknown>>) =>
      String(detail.reason ?? '文件打不开，请另存为 .xlsx 后再上传。'),
  },
  SHEET_EMPTY: { status: 422, title: '表里没有数据', text: '表头下面没有一行数据。请填好后再上传，或下载模板对照。' },
  COLUMNS_MISSING: {
    status: 422,
    title: '缺少必要的列',
    text: (detail: Readonly<Record<string, unknown>>) =>
      `没有找到这些列：${(detail.missing as string[]).join('、')}。列名意思对上就行，顺序不限；可下载模板对照。`,
  },
  COLUMNS_AMBIGUOUS: {
    status: 422,
    title: '有两列意思一样',
    text: (detail: Readonly<Record<string, unknown>>) =>
      `${(detail.ambiguous as { field: string; headers: string[] }[])
        .map((it) => `「${it.headers.join('」「')}」都像是${it.field}`)
        .join('；')}。请只留一列后再上传。`,
  },
  IMPORT_ALREADY_CONFIRMED: {
    status: 409,
    title: '已经确认过',
    text: '这份文件已经确认导入，不会重复写入。需要改动请重新上传。',
  },
} as const
