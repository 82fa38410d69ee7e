import { assignment } from './assignment.ts'
import { burden } from './burden.ts'
import { days } from './days.ts'
import { gap } from './gap.ts'
import { limits } from './limits.ts'
import { pinned } from './pinned.ts'
import { predecessor } from './predecessor.ts'
import type { Rule } from './rule.ts'
import { shift } from './shift.ts'

/** All hard rules; a plan that breaks one is worth nothing. */
export const rules: readonly Rule[] = [assignment, gap, days, shift, limits, burden, predecessor, pinned]
export type { Broken, Rule, RuleName } from './rule.ts'
