import { jobQuestions } from './job-questions.ts'
import { faultOf, type Answer, type Answers, type At, type Question } from './question.ts'
import { topicQuestions } from './topic-questions.ts'

/** Every question, in the order in which they are put. */
export const questions: readonly Question[] = [...jobQuestions, ...topicQuestions]

export interface Path {
  /** The questions to be put, in order; those after the first open one follow from its answer and may change. */
  readonly questions: readonly Question[]
  /** Answers to these questions only: what was said to one that is no longer put does not count. */
  readonly said: Answers
  /** The first question without an answer; undefined at the end. */
  readonly open: Question | undefined
}

/** Which questions follow from the answers so far. */
export const pathOf = (answers: Answers, at: At): Path => {
  const said: Record<string, Answer> = {}
  const put: Question[] = []
  let open: Question | undefined
  for (const question of questions) {
    if (!question.asked(said, at)) continue
    put.push(question)
    const answer = answers[question.id]
    if (answer === undefined) open ??= question
    else said[question.id] = answer
  }
  return { questions: put, said, open }
}

/** An answer as a person reads it. */
export const answerText = (question: Question, answer: Answer | undefined, at: At): string => {
  if (answer === null || answer === undefined) return '不清楚'
  switch (question.kind) {
    case 'choice':
    case 'choices': {
      const wanted = (Array.isArray(answer) ? answer : [answer]).map(String)
      return question
        .options(at)
        .filter((it) => wanted.includes(it.value))
        .map((it) => it.label)
        .join('、')
    }
    case 'months':
      return Array.isArray(answer) ? `${answer.join('、')} 元` : ''
    case 'yuan':
      return `${String(answer)} 元`
    case 'count':
      return `${String(answer)} ${question.unit}`
    case 'date':
      return String(answer)
  }
}

/** Of answers read from somewhere, those of one path that can stand, up to the first that cannot. */
export const soundAnswers = (raw: Readonly<Record<string, unknown>>, at: At): Answers => {
  let answers: Answers = {}
  for (;;) {
    const { open, said } = pathOf(answers, at)
    const answer = open && (raw[open.id] as Answer | undefined)
    if (!open || answer === undefined || faultOf(open, answer, said, at) !== undefined) return said
    answers = { ...said, [open.id]: answer }
  }
}
