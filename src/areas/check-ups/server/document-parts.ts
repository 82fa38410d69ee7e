import { colorNames, type CheckUp } from '../../../engines/checkup/index.ts'
import { instantOf } from '../../../platform/base/civil-date.ts'
import {
  blank,
  dateInFull,
  paragraph,
  signature,
  table,
  title,
  type Block,
  type Cell,
  type OfficialDocument,
  type Row,
} from '../../../platform/server/documents/index.ts'

/** What stands on both documents. */
export interface DocumentFacts {
  readonly result: CheckUp
  readonly unionName: string
  /** The day of the report, or of the re-check after it: the same papers are the same on every day. */
  readonly madeOn: string
  /** Photos that the inspectors took, by item. */
  readonly photos: Readonly<Record<string, number>>
}

export const label = (text: string): Cell => ({ text, label: true })

/** A table whose columns are named, on each page anew; `widths` are parts of the core's. */
export const listed = (names: readonly string[], widths: readonly number[], rows: readonly string[][]): Block =>
  table(widths, [
    { header: true, cells: names.map(label) },
    ...rows.map((cells): Row => ({ cells: cells.map((text) => ({ text })) })),
  ])

export const gradeText = ({ score, color, grade }: Pick<CheckUp, 'score' | 'color' | 'grade'>): string =>
  score === null || color === null ? '不评分、不定等' : `${score}分，${colorNames[color]}（${grade}）`

/** What proves a finding: what was looked at, and the photos taken. */
export const evidenceText = (evidence: readonly string[], photos: number): string =>
  [...evidence, ...(photos > 0 ? [`现场照片${photos}张`] : [])].join('；') || '未写明'

const basics = ({ result }: DocumentFacts): Block => {
  const { enterprise, date, instrument, stages } = result
  const row = (name: string, text: string): Row => ({ cells: [label(name), { text }] })
  return table(
    [6, 22],
    [
      row('企业', enterprise.name),
      row('检查日期', dateInFull(date)),
      row('职工人数', `${enterprise.headcount}人`),
      ...stages[0]!.inspectors.map((it) => row('检查人员', `${it.name}（监督证号${it.certificate}）`)),
      row('评估表', `${instrument.title}，版本${instrument.version}`),
      row('结论', `${gradeText(result)}；问题${result.findings.length}项，其中红线${result.redLines.length}项`),
    ],
  )
}

/** Whoever checked signs, and the enterprise for having agreed and received it. */
const signing = ({ result }: DocumentFacts): Block =>
  table(
    [7, 13, 8],
    [
      { header: true, cells: ['签名人', '确认事项', '签名和日期'].map(label) },
      ...result.stages[0]!.inspectors.map((it): Row => ({
        cells: [{ text: it.name }, { text: '记录与现场所见一致' }, { text: '' }],
        lines: 2,
      })),
      {
        cells: [{ text: '企业代表' }, { text: '体检经本企业同意进行，已收到本件' }, { text: '' }],
        lines: 2,
      },
    ],
    true,
  )

const SECRECY = '检查人员对知悉的商业秘密和个人信息保密，检查资料只用于本次体检和督促整改。'

/** The page of both: title, whom it is about, the statement, the body, who signs. */
export const framed = (name: string, facts: DocumentFacts, body: readonly Block[]): OfficialDocument => {
  const { result, unionName, madeOn } = facts
  return {
    form: 'plain',
    organ: unionName,
    number: '',
    blocks: [
      title(name),
      blank,
      basics(facts),
      blank,
      paragraph(result.statement),
      ...body,
      paragraph(SECRECY),
      blank,
      signing(facts),
      signature(unionName, madeOn),
    ],
    properties: { title: `${name} ${result.enterprise.name}`, creator: unionName, at: instantOf(madeOn) },
  }
}
