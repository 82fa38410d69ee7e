export { answerText, pathOf, questions, type Path } from './questions.ts'
export { faultOf, type Answer, type Answers, type At, type Option, type Question } from './question.ts'
export { claimOf } from './to-claim.ts'
