export * from './team-shift.ts'
