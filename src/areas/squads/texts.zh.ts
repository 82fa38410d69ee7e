export const squadNames = { culture: '文化', skills: '技能', rights: '维权' } as const

export const squadTexts = {
  NAME_TAKEN: { status: 409, title: '名称重复', text: '已经有同名的了，请换一个名称。' },
  SHIFT_INVALID: { status: 422, title: '时段有误', text: '每一段的结束时间要晚于开始时间，请改好后再保存。' },
  DATES_REVERSED: { status: 422, title: '日期前后颠倒', text: '结束日期早于开始日期，请调换后再保存。' },
} as const
