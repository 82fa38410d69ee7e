export * from './gaps.ts'
export * from './burden-budget.ts'
export * from './pilot-levels.ts'
