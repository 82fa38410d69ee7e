import {
  colorNames,
  outcomeNames,
  severityNames,
  type CheckUp,
  type SelfCheck,
} from '../../../engines/checkup/index.ts'
import {
  dateInFull,
  item,
  paragraph,
  type Block,
  type OfficialDocument,
} from '../../../platform/server/documents/index.ts'
import { citation } from '../domain/wording.ts'
import { selfCheckNames } from '../names.zh.ts'
import { evidenceText, framed, gradeText, listed, type DocumentFacts } from './document-parts.ts'

const conclusion = (result: CheckUp): Block[] => {
  const { gradeSteps, stages, redLines, warnings, notes } = result
  return [
    item(1, '结论'),
    paragraph(`${gradeText(result)}。`),
    ...gradeSteps.map((it) => item(3, '', `${it.text}。`)),
    ...redLines.map((it) =>
      paragraph(`红线：${it.itemId} ${it.title}，应在${it.reportWithinHours}小时内报${it.reportTo.join('、')}。`),
    ),
    ...(stages.length > 1
      ? [
          listed(
            ['日期', '得分', '等级', '改变的项'],
            [9, 4, 6, 9],
            stages.map((it) => [
              dateInFull(it.date),
              it.score === null ? '不评分' : `${it.score}`,
              it.color ? `${colorNames[it.color]}（${it.grade}）` : '不定等',
              it.changes.map((change) => `${change.itemId}改为${outcomeNames[change.to]}`).join('、') || '首次检查',
            ]),
          ),
        ]
      : []),
    ...warnings.filter((it) => it.code === 'instrument_not_in_force').map((it) => paragraph(`${it.text}。`)),
    ...notes.map(paragraph),
  ]
}

const findings = ({ result, photos }: DocumentFacts): Block[] => [
  item(1, '问题'),
  ...(result.findings.length === 0 ? [paragraph('没有发现问题。')] : []),
  ...result.findings.flatMap((it) => [
    item(2, `${it.itemId} ${it.title}（${severityNames[it.severity]}，${outcomeNames[it.outcome]}）`),
    paragraph(`检查情况：${it.what || it.standard}`),
    paragraph(`评分标准：${it.standard}`),
    paragraph(`依据：${citation(it.articles)}`),
    paragraph(`证据：${evidenceText(it.evidence, photos[it.itemId] ?? 0)}`),
    paragraph(`法律责任：${it.liability}`),
  ]),
]

const seenAs = { better: '自查偏高', worse: '自查偏低', other: '不一致' } as const

const differences = ({ differences: list }: CheckUp): Block[] => [
  item(1, '企业自查与检查不一致的'),
  list.length === 0
    ? paragraph('没有，或者企业没有自查。')
    : listed(
        ['项', '内容', '企业自查', '检查', '比较'],
        [3, 9, 5, 5, 6],
        list.map((it) => [
          it.itemId,
          it.title,
          selfCheckNames[it.selfCheck satisfies SelfCheck] ?? '',
          outcomeNames[it.outcome],
          seenAs[it.enterprise],
        ]),
      ),
]

const unverified = ({ unverified: { items } }: CheckUp): Block[] => [
  item(1, '未核实的'),
  ...(items.length === 0
    ? [paragraph('没有。')]
    : items.map((it) => paragraph(`${it.itemId}：${it.reason}。须看：${it.evidence.join('、')}`))),
]

/** 体检报告: grade and its reasons, findings with clause and evidence, differences, what was not verified. */
export const reportDocument = (facts: DocumentFacts): OfficialDocument => {
  const { result } = facts
  return framed('劳动用工法治体检报告', facts, [
    ...conclusion(result),
    item(1, '各组得分'),
    listed(
      ['组', '适用分值', '得到', '百分制'],
      [12, 5, 5, 6],
      result.groups.map((it) => [it.name, `${it.inDenominator}`, `${it.earned}`, `${it.score ?? '不适用'}`]),
    ),
    ...findings(facts),
    ...differences(result),
    ...unverified(result),
    item(1, '逐项评分'),
    listed(
      ['项', '内容', '计分'],
      [3, 9, 16],
      result.items.map((it) => [it.id, it.title, it.why]),
    ),
  ])
}
