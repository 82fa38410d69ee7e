import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { LetterContent } from './content.ts'
import type { LetterKind } from './kinds.ts'

/** A check-up's finding, as far as a letter says it. */
export interface FoundBreach {
  readonly title: string
  readonly fact: string
  readonly articles: string
  readonly liability: string
  readonly evidence: string
  readonly demand: string
  readonly standard: string
  readonly byWhen: string
}

/** The check-up in which they were found. */
export interface FoundAt {
  readonly checkedOn: CivilDate
  readonly inspectors: readonly { readonly name: string; readonly certificate: string }[]
}

const SUBJECT_MOST = 60

/** What the letter is about, to stand after 关于. */
const subjectOf = (findings: readonly FoundBreach[]): string => {
  const first = `整改${findings[0]?.title ?? ''}`
  const subject = findings.length > 1 ? `${first}等${findings.length}项问题` : first
  return subject.length > SUBJECT_MOST ? `整改${findings.length}项用工问题` : subject
}

/** A department is not named here: who sends the letter knows which one has the matter. */
const contentOf = (kind: LetterKind, findings: readonly FoundBreach[], at: FoundAt): Partial<LetterContent> => {
  const breaches = findings.map(({ fact, articles }) => ({ fact, articles }))
  if (kind === 'reminder')
    return {
      kind,
      risks: breaches,
      advice: [...new Set(findings.map((it) => it.liability).filter(Boolean))].join('\n'),
      measures: findings.map((it) => it.demand),
    }
  if (kind === 'opinion')
    return {
      kind,
      inspectedFrom: at.checkedOn,
      inspectedTo: at.checkedOn,
      inspectors: at.inspectors.map(({ name, certificate }) => ({ name, certificate })),
      findings: findings.map(({ fact, articles, evidence, demand, standard, byWhen }) => ({
        fact,
        articles,
        evidence,
        demand,
        standard,
        byWhen,
      })),
    }
  return {
    kind,
    unremedied: breaches,
    proposal: '',
    evidence: ['法治体检报告', '意见书及送达回证'],
  }
}

/**
 * A draft from findings of one check-up; who drafts it goes over every word, and who issues it is somebody else.
 * @param findings at least one, all of the check-up
 */
export const draftFrom = (
  kind: LetterKind,
  findings: readonly FoundBreach[],
  at: FoundAt,
): { readonly subject: string; readonly content: Partial<LetterContent> } => ({
  subject: subjectOf(findings),
  content: contentOf(kind, findings, at),
})
