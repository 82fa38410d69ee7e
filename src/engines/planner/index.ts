/** The planner as a library: pure, for Node and for browsers. */
export * from './model.ts'
export { brokenBy, check, plainReason, scoreOf, type Plan, type Totals, type Verdict } from './check.ts'
export { explain } from './explain.ts'
export { indexProblem, viewPlan, type IndexedProblem } from './index-problem.ts'
export { plan, replan, type PlanOptions, type Progress } from './plan.ts'
export { readProblem } from './read-problem.ts'
export { applyChange } from './apply-change.ts'
export type { Broken, RuleName } from './rules/index.ts'
