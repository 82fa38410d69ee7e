/** Every operation of the letters: drafting and issuing, delivery and answers, what an enterprise receives. */
export * from './letter-contract.ts'
export * from './answer-contract.ts'
export * from './received-contract.ts'
