import type { GapKind, WeekProblem } from './domain/gaps.ts'

export const gapKindNames: Readonly<Record<GapKind, string>> = {
  break: '休息',
  handover: '交接班',
  office: '办公',
}

/** What each kind of gap is for, for those who set them. */
export const gapKindHints: Readonly<Record<GapKind, string>> = {
  break: '午休、就餐、工间休息，适合宣讲和演出',
  handover: '两班交接的时候，适合短的活动',
  office: '能接待的办公时段，适合指导和体检',
}

export const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'] as const

/** 周一至周五, 周一、三: ISO weekdays in order, runs of three and more as 至. */
export const weekdaysText = (weekdays: readonly number[]): string => {
  const days = weekdays.toSorted((one, other) => one - other)
  if (days.length === 0) return '未选星期'
  if (days.length === 7) return '每天'
  const runs: number[][] = []
  for (const day of days) {
    const last = runs.at(-1)
    if (last && last.at(-1) === day - 1) last.push(day)
    else runs.push([day])
  }
  const name = (day: number): string => weekdayNames[day - 1] ?? ''
  const parts = runs.flatMap((run) =>
    run.length >= 3 ? [`${name(run[0]!)}至${name(run.at(-1)!)}`] : run.map((day) => name(day)),
  )
  return `周${parts.join('、')}`
}

/** As said at the gap itself. */
export const weekProblemTexts: Readonly<Record<WeekProblem['problem'], string>> = {
  GAP_REVERSED: '结束不晚于开始',
  GAP_TOO_SHORT: '短于 10 分钟',
  GAP_NO_DAY: '没有选星期',
  GAP_OVERLAP: '和同类的另一段重叠',
}

export const pointSourceNames = {
  township: '乡镇占位点',
  import: '表格导入',
  operator: '人工核定',
} as const

export const exceptionEffectNames = { closed: '当天不接待', added: '临时增加一段', replaced: '改为另一段' } as const

export const quietKindNames = { quiet: '繁忙期', freeze: '冻结' } as const

export const dayKindNames = { workday: '', weekend: '', holiday: '休', makeup: '班' } as const
