/** Levels of 产改 pilots, the highest first. */
export const pilotLevels = ['national', 'province', 'city', 'county'] as const
export type PilotLevel = (typeof pilotLevels)[number]

export const pilotLevelNames: Readonly<Record<PilotLevel, string>> = {
  national: '国家级',
  province: '省级',
  city: '市级',
  county: '县级',
}
