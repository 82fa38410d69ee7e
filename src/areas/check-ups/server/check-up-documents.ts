import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
  convertMillimetersToTwip,
} from 'docx'
import { colorNames, outcomeNames, severityNames, type CheckUp } from '../../../engines/checkup/index.ts'
import { citation, deadlineText } from '../domain/wording.ts'

/** What stands on both documents. */
export interface DocumentFacts {
  readonly result: CheckUp
  readonly unionName: string
  /** The day on which the report was or is made. */
  readonly madeOn: string
}

// Named, not embedded, as GB/T 9704 has them; sizes in half points.
const BODY = { font: '仿宋_GB2312', size: 28 }
const HEAD = { font: '黑体', size: 28 }
const TITLE = { font: '方正小标宋简体', size: 44 }
const SMALL = { font: '仿宋_GB2312', size: 24 }

const line = (text: string, run = BODY, more: object = {}): Paragraph =>
  new Paragraph({ spacing: { line: 480 }, children: [new TextRun({ text, ...run })], ...more })
const body = (text: string): Paragraph => line(text, BODY, { indent: { firstLine: 560 } })
const head = (text: string): Paragraph => line(text, HEAD, { keepNext: true, spacing: { before: 200, line: 480 } })

const table = (rows: readonly (readonly string[])[], widths: readonly number[]): Table =>
  new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widths.map((it) => it * 90),
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          tableHeader: at === 0,
          cantSplit: true,
          children: cells.map(
            (text, column) =>
              new TableCell({
                width: { size: widths[column]!, type: WidthType.PERCENTAGE },
                children: [new Paragraph({ children: [new TextRun({ text, ...SMALL, bold: at === 0 })] })],
              }),
          ),
        }),
    ),
  })

const gradeText = ({ score, color, grade }: CheckUp): string =>
  score === null || color === null ? '不评分、不定等' : `${score} 分，${colorNames[color]}（${grade}）`

const signatures = ({ result, unionName, madeOn }: DocumentFacts): Paragraph[] => [
  head('检查人员'),
  ...result.stages[0]!.inspectors.map(({ name, certificate }) =>
    body(`${name}（工会劳动法律监督员证号 ${certificate}）　签名：`),
  ),
  line(unionName, BODY, { alignment: AlignmentType.RIGHT, spacing: { before: 400, line: 480 } }),
  line(madeOn, BODY, { alignment: AlignmentType.RIGHT }),
]

const frame = (title: string, facts: DocumentFacts, children: readonly (Paragraph | Table)[]): Promise<Buffer> =>
  Packer.toBuffer(
    new Document({
      title: `${title} ${facts.result.enterprise.name}`,
      creator: facts.unionName,
      styles: { default: { document: { run: BODY } } },
      sections: [
        {
          properties: {
            page: {
              size: { width: convertMillimetersToTwip(210), height: convertMillimetersToTwip(297) },
              margin: {
                top: convertMillimetersToTwip(37),
                bottom: convertMillimetersToTwip(35),
                left: convertMillimetersToTwip(28),
                right: convertMillimetersToTwip(26),
              },
            },
          },
          children: [
            line(title, TITLE, { alignment: AlignmentType.CENTER, spacing: { after: 300 } }),
            body(`企业：${facts.result.enterprise.name}`),
            body(`体检日期：${facts.result.date}`),
            body(facts.result.statement),
            ...children,
            ...signatures(facts),
          ],
        },
      ],
    }),
  )

/** 体检报告: grade and its reasons, findings with clause and evidence, differences, what was not verified. */
export const reportDocument = (facts: DocumentFacts): Promise<Buffer> => {
  const { result } = facts
  const { findings, stages } = result
  return frame('劳动用工法治体检报告', facts, [
    head('一、结论'),
    body(`${gradeText(result)}。问题 ${findings.length} 项，其中红线 ${result.redLines.length} 项。`),
    ...result.gradeSteps.map((it) => body(it.text)),
    ...(stages.length > 1
      ? stages.map((it) => body(`${it.date}：${it.score ?? '—'} 分，${it.color ? colorNames[it.color] : '不定等'}`))
      : []),
    body(`评估表：${result.instrument.title}，版本 ${result.instrument.version}。`),
    ...result.warnings.filter((it) => it.code === 'instrument_not_in_force').map((it) => body(`${it.text}。`)),
    ...result.notes.map(body),
    head('二、各组得分'),
    table(
      [
        ['组', '适用权重', '得分', '百分制'],
        ...result.groups.map((it) => [it.name, `${it.inDenominator}`, `${it.earned}`, `${it.score ?? '不适用'}`]),
      ],
      [40, 20, 20, 20],
    ),
    head('三、问题'),
    ...(findings.length === 0 ? [body('没有发现问题。')] : []),
    ...findings.flatMap((it, at) => [
      line(`${at + 1}. ${it.itemId} ${it.title}（${severityNames[it.severity]}，${outcomeNames[it.outcome]}）`, HEAD, {
        keepNext: true,
      }),
      body(`检查情况：${it.what || it.standard}`),
      body(`评分标准：${it.standard}`),
      body(`依据：${citation(it.articles)}`),
      body(`证据：${it.evidence.join('；') || '未写明'}`),
      body(`法律责任：${it.liability}`),
    ]),
    head('四、企业自查与检查不一致的'),
    ...(result.differences.length === 0
      ? [body('没有，或者企业没有自查。')]
      : result.differences.map((it) =>
          body(
            `${it.itemId} ${it.title}：自查${outcomeNames[it.selfCheck as 'full'] ?? '不清楚'}，检查${outcomeNames[it.outcome]}`,
          ),
        )),
    head('五、未核实的'),
    ...(result.unverified.items.length === 0
      ? [body('没有。')]
      : result.unverified.items.map((it) => body(`${it.itemId}：${it.reason}。须看：${it.evidence.join('、')}`))),
    head('六、逐项评分'),
    table([['项', '内容', '计分'], ...result.items.map((it) => [it.id, it.title, it.why])], [12, 38, 50]),
  ])
}

/** 诊疗处方: for each finding what to do, by when, and how it is proved. */
export const prescriptionDocument = (facts: DocumentFacts): Promise<Buffer> => {
  const { result } = facts
  const { recheckOn } = result.next
  return frame('劳动用工法治体检诊疗处方', facts, [
    body(`体检结论：${gradeText(result)}。${recheckOn ? `首次复查：${recheckOn} 前。` : ''}`),
    ...(result.findings.length === 0 ? [body('没有须整改的问题。')] : []),
    ...result.findings.flatMap((finding, at) => {
      const prescription = result.prescriptions[at]!
      return [
        head(`${at + 1}. ${finding.itemId} ${finding.title}（${severityNames[finding.severity]}）`),
        body(`问题：${finding.what || finding.standard}`),
        body(`依据：${citation(finding.articles)}`),
        body(`怎么做：${prescription.action}`),
        body(`期限：${deadlineText(prescription, prescription.dueOn)}`),
        body(`复查时出示：${prescription.proof.join('、')}`),
        body(`逾期的：${prescription.document}`),
      ]
    }),
  ])
}
