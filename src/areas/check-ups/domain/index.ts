export * from './states.ts'
export * from './escalation.ts'
export * from './draw.ts'
export * from './year.ts'
