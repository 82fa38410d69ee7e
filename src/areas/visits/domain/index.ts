export * from './states.ts'
export * from './standing-needs.ts'
export * from './travel-minutes.ts'
