import type { Article, Finding, Prescription } from '../../../engines/checkup/index.ts'
import { dateInFull, type CivilDate } from '../../../platform/base/civil-date.ts'

/** 《name》 with what stands behind it in brackets; numbered documents have no name to be put in quotes. */
const quoted = (law: string): string => {
  const [name = law] = law.split('(')
  return /〔|号令/.test(name) ? law : `《${name}》${law.slice(name.length)}`
}

/** Articles as they are cited; a number that was written from memory says so to its reader. */
export const citation = (articles: readonly Article[]): string =>
  articles
    .map(({ law, article, recalled }) => {
      const number = /^\d/.test(article) ? `第 ${article}${article.includes('条') ? '' : ' 条'}` : article
      return `${quoted(law)}${number}${recalled ? '（条号未核实）' : ''}`
    })
    .join('；')

/** The last day of a deadline with its length, and whether a law sets it. */
export const deadlineText = (
  { days, unit, basis, basisText }: Pick<Prescription, 'days' | 'unit' | 'basis' | 'basisText'>,
  dueOn: CivilDate | null,
): string => {
  const length = `${days} 个${unit === 'working' ? '工作日' : '自然日'}`
  const until = dueOn ? dateInFull(dueOn) : '所跨年份的节假日安排未公布，公布后另行告知'
  const kind = basis === 'statutory' ? '法定期限' : '建议期限'
  const more = /^建议值\(非法定\)$/.test(basisText) ? '' : `：${basisText}`
  return `${until}（${length}，${kind}${more}）`
}

/** What the engine said of one item that was not in order. */
export interface FindingDetail {
  readonly finding: Finding
  readonly prescription: Prescription
}

/** A finding in the words in which it is told to the enterprise, and in which a letter would put it. */
export const wordsOf = ({ finding, prescription }: FindingDetail, dueOn: CivilDate | null) => ({
  fact: finding.what || finding.standard,
  evidence: finding.evidence.join('；'),
  articles: citation(finding.articles),
  liability: finding.liability,
  demand: prescription.action,
  /** By what it is seen that it was done. */
  standard: prescription.proof.join('、'),
  byWhen: deadlineText(prescription, dueOn),
})
