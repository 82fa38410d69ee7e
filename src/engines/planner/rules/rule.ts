import type { PlanView } from '../index-problem.ts'

export type RuleName = 'assignment' | 'gap' | 'days' | 'shift' | 'limits' | 'burden' | 'predecessor' | 'pinned'

/** One broken rule: which, at which request, with the numbers a sentence needs. */
export interface Broken {
  readonly rule: RuleName
  readonly code: string
  readonly request: string
  readonly team?: string
  readonly day?: number
  /** Requests that stand in the way. */
  readonly others?: readonly string[]
  readonly detail?: Readonly<Record<string, number | string>>
}

/** A hard rule reads a plan and names everything in it that breaks the rule. */
export type Rule = (view: PlanView) => Broken[]
