/** Every operation of legal aid: clinics, cases, the people in them, their figures. */
export * from './case-contract.ts'
export * from './evidence-contract.ts'
export * from './claimant-contract.ts'
export * from './clinic-contract.ts'
export * from './figure-contract.ts'
export * from './public-contract.ts'
