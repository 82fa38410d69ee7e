import type { Color } from '../../engines/checkup/index.ts'

export const checkUpStateNames: Readonly<Record<string, string>> = {
  planned: '待体检',
  in_progress: '体检中',
  submitted: '已提交',
  reported: '已出报告',
}
export const findingStateNames: Readonly<Record<string, string>> = {
  open: '待整改',
  submitted: '已提交',
  passed: '复查通过',
  returned: '退回',
}
export const escalationNames: Readonly<Record<string, string>> = {
  none: '',
  reminder: '提示函',
  opinion: '意见书',
  recommendation: '建议书',
}
export const outcomeNames = {
  full: '符合',
  partial: '部分符合',
  zero: '不符合',
  not_applicable: '不适用',
  not_verified: '未核实',
} as const
export type Outcome = keyof typeof outcomeNames

/** What the enterprise may say of itself. */
export const selfCheckNames: Readonly<Record<string, string>> = { ...outcomeNames, unsure: '说不清' }

export const severityNames: Readonly<Record<string, string>> = { red_line: '红线', major: '重大', general: '一般' }

export const instrumentStatusNames: Readonly<Record<string, string>> = {
  candidate: '候选',
  in_force: '正式',
  withdrawn: '已撤回',
}

export const colorNames: Readonly<Record<Color, string>> = { green: '绿', yellow: '黄', orange: '橙', red: '红' }

/** 绿, or that nothing was graded. */
export const gradeText = (color: string): string => colorNames[color as Color] ?? '不定等'
