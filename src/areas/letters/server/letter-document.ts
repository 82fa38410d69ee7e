import {
  attachments,
  dateInFull,
  item,
  note,
  paragraph,
  receiptForm,
  recipient,
  signature,
  title,
  titleLines,
  type Block,
  type OfficialDocument,
} from '../../../platform/server/documents/index.ts'
import { instantOf } from '../../../platform/base/civil-date.ts'
import {
  terms,
  type OpinionContent,
  type PrintedLetter,
  type RecommendationContent,
  type ReminderContent,
} from '../domain/index.ts'
import { columnsNote, deliveryWayNames, letterTitles } from '../texts.zh.ts'

const LAW = '《江苏省工会劳动法律监督条例》'

/** A sentence with its full stop, however it was typed. */
const sentence = (text: string): string => `${text.replace(/[。．.；;，,\s]+$/u, '')}。`

const columns = (...names: string[]): Block => note(`${names.map((it) => `“${it}”`).join('')}等${columnsNote}`)

const contact = ({ contactName, contactPhone }: PrintedLetter): Block[] => [
  item(1, '联系方式'),
  paragraph(`联系人：${contactName}`),
  paragraph(`联系电话：${contactPhone}`),
]

const breaches = (list: readonly { readonly fact: string; readonly articles: string }[]): Block[] =>
  list.map(({ fact, articles }) => item(3, '', `${sentence(fact)}依据：${sentence(articles)}`))

const reminderBlocks = (letter: PrintedLetter, it: ReminderContent): Block[] => [
  paragraph(
    `根据《中华人民共和国工会法》${LAW}的有关规定，我会在劳动法律监督中发现你单位劳动用工存在以下风险，现予提示。`,
  ),
  item(1, '发现的风险'),
  ...breaches(it.risks),
  item(1, '提示'),
  paragraph(it.advice),
  item(1, '建议措施'),
  ...it.measures.map((measure) => item(3, '', sentence(measure))),
  item(1, '答复期'),
  paragraph(
    `请你单位自收到本函次日起${terms.reminder.workdays}个工作日内，将核查和处理情况书面告知我会。这是工会建议的答复期，不是法定期限。`,
  ),
  ...contact(letter),
]

const opinionBlocks = (letter: PrintedLetter, it: OpinionContent): Block[] => {
  const period =
    it.inspectedFrom === it.inspectedTo
      ? dateInFull(it.inspectedFrom)
      : `${dateInFull(it.inspectedFrom)}至${dateInFull(it.inspectedTo)}`
  return [
    paragraph(`根据${LAW}的规定，我会对你单位遵守劳动法律法规的情况进行了监督，现提出如下意见。`),
    item(1, '监督时间和人员'),
    paragraph(`监督时间：${period}。`),
    paragraph(
      `监督人员：${it.inspectors.map(({ name, certificate }) => `${name}（监督证号${certificate}）`).join('、')}。`,
    ),
    item(1, '查明的事实和整改要求'),
    ...it.findings.flatMap((finding) => [
      item(2, sentence(finding.fact)),
      paragraph(`证据：${sentence(finding.evidence)}`),
      paragraph(`违反条款：${sentence(finding.articles)}`),
      paragraph(`整改要求：${sentence(finding.demand)}`),
      paragraph(`整改标准：${finding.standard.replace(/[。；]$/u, '')}；整改期限：${sentence(finding.byWhen)}`),
    ]),
    item(1, '书面告知'),
    paragraph(
      `请你单位自收到本意见书次日起${terms.opinion.workdays}个工作日内，将处理情况书面告知我会（${terms.opinion.basis}）。逾期不改正的，将依照该条例第二十一条向有关主管部门提出建议书。`,
    ),
    item(1, '救济与配合义务'),
    paragraph(
      '你单位对上述事实有不同意见的，可以在答复期内书面说明并附证据。监督期间应当如实提供有关资料，不得拒绝、阻挠或者提供虚假材料（该条例第二十八条）。',
    ),
    ...contact(letter),
  ]
}

const outcomes = {
  unanswered: '该单位逾期没有书面答复',
  'not-obeyed': '经核实，该单位没有按照意见书改正',
} as const

const recommendationBlocks = (letter: PrintedLetter, it: RecommendationContent): Block[] => {
  const { opinion } = letter
  const cited = opinion
    ? `我会于${dateInFull(opinion.issuedOn)}向该单位发出${letterTitles.opinion}（${opinion.number}），${dateInFull(opinion.deliveredOn)}送达。${outcomes[opinion.outcome]}。`
    : ''
  return [
    paragraph(`${letter.enterpriseName}存在违反劳动法律法规的情形。${cited}现依照${LAW}第二十一条，提出如下建议。`),
    paragraph(`该单位统一社会信用代码：${letter.creditCode}`),
    item(1, '未改正的情形'),
    ...breaches(it.unremedied),
    item(1, '处理建议'),
    paragraph(it.proposal),
    item(1, '办理期限'),
    paragraph(
      `请贵单位自收到本建议书次日起${terms.recommendation.workdays}个工作日内立案，或者书面说明理由（${terms.recommendation.basis}），并将结果告知我会。`,
    ),
    ...contact(letter),
    ...attachments(it.evidence),
  ]
}

const shape = (letter: PrintedLetter): { blocks: Block[]; receiver: string; note: Block } => {
  const { content } = letter
  switch (content.kind) {
    case 'reminder':
      return {
        blocks: reminderBlocks(letter, content),
        receiver: letter.enterpriseName,
        note: columns('发现的风险', '提示', '建议措施', '答复期'),
      }
    case 'opinion':
      return {
        blocks: opinionBlocks(letter, content),
        receiver: letter.enterpriseName,
        note: columns('监督时间和人员', '查明的事实和整改要求', '书面告知', '救济与配合义务'),
      }
    case 'recommendation':
      return {
        blocks: recommendationBlocks(letter, content),
        receiver: content.department,
        note: columns('未改正的情形', '处理建议', '办理期限'),
      }
  }
}

/**
 * The letter as an official document, its receipt (送达回证) on a page of its own.
 * Reminder and recommendation are in letter form (信函格式, GB/T 9704—2012 10.1): they go to a body that the union does
 * not direct, a reminder asks and a recommendation proposes. The opinion is in the general form with the red rule: it
 * states facts, cites articles and sets a term that the law gives.
 * Everything printed is of the letter's own fields; see `PrintedLetter`.
 */
export const letterDocument = (letter: PrintedLetter): OfficialDocument => {
  const { blocks, receiver, note: columnNote } = shape(letter)
  const kindTitle = letterTitles[letter.kind]
  const number = letter.number ?? '（草稿，未编号）'
  return {
    form: letter.kind === 'opinion' ? 'official' : 'letter',
    organ: letter.unionName,
    number,
    blocks: [
      title(...titleLines(`关于${letter.subject}的`, [letter.enterpriseName]), kindTitle),
      recipient(receiver),
      ...blocks,
      signature(letter.unionName, letter.date),
      columnNote,
    ],
    imprint: { copies: letter.copies, printer: letter.unionName, printedOn: letter.date },
    appendices: [
      {
        blocks: receiptForm({
          document: `关于${letter.subject}的${kindTitle}`,
          number,
          receiver,
          deliverer: letter.unionName,
          ways: Object.values(deliveryWayNames),
        }),
      },
    ],
    properties: { title: `关于${letter.subject}的${kindTitle}`, creator: letter.unionName, at: instantOf(letter.date) },
  }
}
