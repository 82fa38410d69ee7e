import { severityNames } from '../../../engines/checkup/index.ts'
import { dateInFull, item, paragraph, type OfficialDocument } from '../../../platform/server/documents/index.ts'
import { citation, deadlineText } from '../domain/wording.ts'
import { evidenceText, framed, gradeText, listed, type DocumentFacts } from './document-parts.ts'

/** 诊疗处方: for each finding what to do, by when, and how it is proved. */
export const prescriptionDocument = (facts: DocumentFacts): OfficialDocument => {
  const { result, photos } = facts
  const { findings, prescriptions, next } = result
  const recheck = next.recheckOn ? `首次复查：${dateInFull(next.recheckOn)}前。` : ''
  const rows = findings.map((finding, at) => ({ finding, prescription: prescriptions[at]! }))
  return framed('劳动用工法治体检诊疗处方', facts, [
    item(1, '处方一览'),
    paragraph(`体检结论：${gradeText(result)}。${recheck}`),
    rows.length === 0
      ? paragraph('没有须整改的问题。')
      : listed(
          ['项', '内容', '轻重', '最迟'],
          [3, 12, 4, 9],
          rows.map(({ finding, prescription }) => [
            finding.itemId,
            finding.title,
            severityNames[finding.severity],
            prescription.dueOn ? dateInFull(prescription.dueOn) : '未公布',
          ]),
        ),
    ...(rows.length === 0 ? [] : [item(1, '处方')]),
    ...rows.flatMap(({ finding, prescription }) => [
      item(2, `${finding.itemId} ${finding.title}（${severityNames[finding.severity]}）`),
      paragraph(`问题：${finding.what || finding.standard}`),
      paragraph(`依据：${citation(finding.articles)}`),
      paragraph(`证据：${evidenceText(finding.evidence, photos[finding.itemId] ?? 0)}`),
      paragraph(`怎么做：${prescription.action}`),
      paragraph(`期限：${deadlineText(prescription, prescription.dueOn)}`),
      paragraph(`复查时出示：${prescription.proof.join('、')}`),
      paragraph(`逾期的：${prescription.document}`),
    ]),
  ])
}
