/**
 * What the figures count. Every measure is a condition on visits that have taken place; the number is counted from the
 * rows it opens to and never typed.
 */
export const measures = [
  { key: 'visits', label: '上门场次', unit: '场', definition: '已登记活动记录的上门活动，一场一行。' },
  { key: 'heads', label: '服务人次', unit: '人次', definition: '各场活动记录里到场人数之和，同一人参加两场算两次。' },
  { key: 'enterprises', label: '覆盖企业', unit: '家', definition: '至少有一场活动的试点企业，一家只算一次。' },
  { key: 'talks', label: '微宣讲', unit: '场', definition: '按「宣讲」计数的活动。', countsAs: 'talk' },
  { key: 'shows', label: '演出', unit: '场', definition: '按「演出」计数的活动。', countsAs: 'show' },
  { key: 'readings', label: '读书活动', unit: '场', definition: '按「读书」计数的活动。', countsAs: 'reading' },
  { key: 'advices', label: '现场指导', unit: '场', definition: '按「现场指导」计数的活动。', countsAs: 'advice' },
  { key: 'clinics', label: '普法咨询', unit: '场', definition: '按「咨询」计数的活动。', countsAs: 'clinic' },
  { key: 'trained', label: '受训人数', unit: '人次', definition: '各场活动记录里受训人数之和。' },
] as const
export type MeasureKey = (typeof measures)[number]['key']

/** 「余」: the count rounded down to its leading digits, for texts; below 20 it is told exactly. */
export const roundedDown = (count: number): string => {
  if (count < 20) return String(count)
  const unit = count >= 1_000 ? (count >= 10_000 ? 1_000 : 100) : count >= 200 ? 100 : 10
  const base = Math.floor(count / unit) * unit
  return base === count ? String(count) : `${base}余`
}
