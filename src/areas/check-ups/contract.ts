/** Every operation of the check-ups: draws and instruments, the check-up itself, repairs and the year. */
export * from './draw-contract.ts'
export * from './check-up-contract.ts'
export * from './finding-contract.ts'
