import type { AnyParameter } from './model.ts'
import { jiangsu } from './jiangsu.ts'
import { nation } from './nation.ts'
import { sihong } from './sihong.ts'
import { suqian } from './suqian.ts'

/** What the lines of a claim, heat and minimum wages rest on, widest region first: all that a phone has to load. */
export const lineParameters: readonly AnyParameter[] = [...nation, ...jiangsu, ...suqian, ...sihong]
