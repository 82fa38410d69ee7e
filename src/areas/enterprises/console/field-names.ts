import { pilotLevelNames } from '../domain/index.ts'
import type { PilotLevel } from '../domain/index.ts'

/** Fields of an edit as people know them; for the conflict dialog. */
export const fieldNames: Readonly<Record<string, string>> = {
  name: '企业名称',
  industry: '行业',
  headcount: '职工数',
  pilotLevel: '试点级别',
  contactName: '联系人',
  contactPhone: '联系电话',
  longitude: '经度',
  latitude: '纬度',
  visitsPerMonth: '每月最多次数',
  minDaysBetween: '两次至少相隔天数',
  phonesAllowed: '车间可用手机',
  patterns: '一周的时间缝隙',
}

export const fieldText = (field: string, value: unknown): string => {
  if (value === null || value === undefined || value === '') return '（空）'
  if (field === 'pilotLevel') return pilotLevelNames[value as PilotLevel] ?? String(value)
  return typeof value === 'boolean' ? (value ? '是' : '否') : String(value)
}
