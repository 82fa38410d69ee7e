export const gapNames = { break: '休息', handover: '交接班', office: '办公' } as const

/** As what a held activity is counted in the figures. */
export const countNames = {
  talk: '宣讲',
  show: '演出',
  reading: '读书',
  advice: '现场指导',
  clinic: '咨询',
  training: '培训',
  other: '其他',
} as const
