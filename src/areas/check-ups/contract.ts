/** Every operation of the check-ups: instruments, draws, the check-up itself, repairs and the year. */
export * from './instrument-contract.ts'
export * from './draw-contract.ts'
export * from './check-up-contract.ts'
export * from './finding-contract.ts'
