import { parameterSet, type AnyParameter } from './model.ts'
import { jiangsu } from './jiangsu.ts'
import { nation } from './nation.ts'
import { sihong } from './sihong.ts'
import { suqian } from './suqian.ts'

/** Every parameter that comes with the program, widest region first. */
export const shippedParameters: readonly AnyParameter[] = [...nation, ...jiangsu, ...suqian, ...sihong]

/** They are all as of this day. */
export const parametersAsOf = '2026-11-22'

export const shipped = parameterSet(shippedParameters)
