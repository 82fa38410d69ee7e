import {
  blank,
  dateInFull,
  item,
  note,
  paragraph,
  signature,
  signed,
  table,
  title,
  type Block,
  type OfficialDocument,
} from '../../../platform/server/documents/index.ts'
import { instantOf, type CivilDate } from '../../../platform/base/civil-date.ts'
import { lineNames, type Entitlements, type Line } from '../../../engines/entitlements/index.ts'
import { capitalText, COLLECTIVE, yuanText, type PaperKind } from '../domain/index.ts'
import { amountKindNames, paperNames, payerNames, topicNames } from '../names.zh.ts'

export interface PaperPerson {
  readonly name: string
  readonly phone: string
  readonly start?: CivilDate
  readonly end?: CivilDate
  /** What the law computes from the person's facts; absent where the facts are no claim yet. */
  readonly entitlements?: Entitlements
  readonly amounts: readonly {
    readonly kind: string
    readonly payer: string
    readonly amountFen: number
    readonly basis: string
  }[]
  readonly answer?: string
}

export interface Paper {
  readonly kind: PaperKind
  readonly union: string
  readonly number: string
  readonly topic: string
  readonly employer: string
  readonly message: string
  readonly persons: readonly PaperPerson[]
  readonly evidence: readonly string[]
  readonly lawyers: readonly string[]
  /** The day the last award reached the person. */
  readonly awardServedOn?: CivilDate
  readonly today: CivilDate
}

/** Room to write in what is not known. */
const OPEN = '＿＿＿＿＿＿'
const or = (text: string | undefined): string => text || OPEN

/** Yuan of the engine as fen. */
const fenOf = (yuan: number): number => Math.round(yuan * 100)

const due = (line: Line): number | undefined => line.balance ?? line.claimable ?? line.amount
const isDue = (line: Line): boolean => line.status === 'ok' && (due(line) ?? 0) > 0

const articlesOf = (line: Line): string => line.articles.map((it) => `《${it.law}》${it.article}`).join('、')

/** What the engine says about its own computing, not a step of it: for who checks the paper, not for who is given it. */
const REMARK = '说明'

/** How a worker follows the amount: each step in words, figures and result. */
const stepsOf = (line: Line): string =>
  (line.steps ?? [])
    .filter((it) => it.label !== REMARK)
    .map((it) => `${it.label}：${it.expression}${it.value === '' ? '' : `＝${it.value}`}`)
    .join('；')

/** 劳动争议调解仲裁法 7: ten or more with a common claim may elect three to five of them. */
const representatives = (paper: Paper): Block[] =>
  paper.persons.length < COLLECTIVE
    ? []
    : [
        paragraph(
          `以上${paper.persons.length}人共同推举代表（三至五名，《劳动争议调解仲裁法》第七条）：${OPEN}、${OPEN}、${OPEN}。`,
        ),
      ]

/** Each signs for themselves: one line for one, a row each for several. */
const signedByAll = (paper: Paper, we: string): Block[] =>
  paper.persons.length < 2
    ? [signed(`${we}（签名）`)]
    : [
        paragraph(`${we}签名：`),
        table(
          [10, 30, 36, 24],
          [
            { cells: ['序号', '姓名', '签名（手印）', '日期'].map((text) => ({ text, label: true })) },
            ...paper.persons.map((it, at) => ({
              cells: [String(at + 1), it.name, '', ''].map((text) => ({ text })),
              lines: 2,
            })),
          ],
        ),
      ]

const parties = (paper: Paper, we: string, they: string): Block[] => [
  ...paper.persons.flatMap((it) => [
    paragraph(`${we}：${or(it.name)}，性别＿＿，＿＿＿＿年＿＿月生，身份证号码：${OPEN}${OPEN}。`),
    paragraph(`联系电话：${or(it.phone)}，住址：${OPEN}${OPEN}。`),
  ]),
  ...representatives(paper),
  paragraph(`${they}：${or(paper.employer)}，住所地：${OPEN}${OPEN}。`),
  paragraph(`法定代表人（负责人）：${OPEN}，联系电话：${OPEN}。`),
]

/** Every amount that the facts give, with its articles; what is not verified says so. */
const claims = (paper: Paper): Block[] => {
  const several = paper.persons.length > 1
  let [all, counted] = [0, 0]
  const blocks = paper.persons.flatMap((person) => {
    const lines = person.entitlements?.lines.filter(isDue) ?? []
    const who = several ? `${or(person.name)}：` : ''
    if (lines.length === 0) return [item(3, '', `${who}请求${OPEN}${OPEN}。`)]
    const total = lines.reduce((sum, line) => sum + fenOf(due(line)!), 0)
    all += total
    counted += 1
    return [
      ...lines.map((line) =>
        item(3, '', `${who}支付${lineNames[line.code]}${yuanText(fenOf(due(line)!))}元（${articlesOf(line)}）。`),
      ),
      ...(lines.length > 1 ? [paragraph(`${who}以上合计${yuanText(total)}元。`)] : []),
    ]
  })
  return counted > 1 ? [...blocks, paragraph(`以上${counted}人共计${yuanText(all)}元。`)] : blocks
}

const reasons = (paper: Paper): Block[] => [
  ...paper.persons.map((it) =>
    paragraph(
      `${or(it.name)}于${it.start ? dateInFull(it.start) : OPEN}入职，${it.end ? `${dateInFull(it.end)}离职` : '现仍在职'}，因${topicNames[paper.topic] ?? OPEN}与用人单位发生争议。`,
    ),
  ),
  ...(paper.message === '' ? [paragraph(`${OPEN}${OPEN}${OPEN}`)] : [paragraph(paper.message)]),
  ...paper.persons.flatMap((person) =>
    (person.entitlements?.lines.filter(isDue) ?? []).flatMap((line) => {
      const of = `${paper.persons.length > 1 ? `${or(person.name)}的` : ''}${lineNames[line.code]}`
      return stepsOf(line) === '' ? [] : [paragraph(`${of}的算法：${stepsOf(line)}。`)]
    }),
  ),
]

/** What has to be checked before the paper leaves the house; stands in brackets at its end. */
const unverified = (paper: Paper): Block[] => {
  const lines = paper.persons.flatMap((it) => it.entitlements?.lines.filter(isDue) ?? [])
  const remarks = lines.flatMap((line) =>
    (line.steps ?? []).filter((it) => it.label === REMARK).map((it) => it.expression),
  )
  const doubtful = paper.persons.some((it) => (it.entitlements?.unverified.length ?? 0) > 0)
  const all = [...(doubtful ? ['部分标准未经核实'] : []), ...new Set(remarks)]
  return all.length > 0 ? [note(`提交前请核对并删去本行：${all.join('；')}`)] : []
}

const evidence = (paper: Paper): Block[] =>
  paper.evidence.length === 0 ? [] : [item(1, '证据'), ...paper.evidence.map((it) => item(3, '', `${it}。`))]

const application = (paper: Paper, we: string, they: string, body: string, before: readonly Block[] = []): Block[] => [
  ...parties(paper, we, they),
  item(1, '请求事项'),
  ...claims(paper),
  item(1, '事实和理由'),
  ...before,
  ...reasons(paper),
  ...evidence(paper),
  paragraph('此致'),
  paragraph(body),
  ...signedByAll(paper, we),
  ...unverified(paper),
]

const agreement = (paper: Paper): Block[] => [
  ...parties(paper, '甲方（职工）', '乙方（用人单位）'),
  paragraph(`双方因${topicNames[paper.topic] ?? OPEN}发生争议，经${paper.union}调解，自愿达成如下协议：`),
  ...paper.persons.flatMap((person) =>
    person.amounts.length === 0
      ? [item(3, '', `乙方于＿＿＿＿年＿＿月＿＿日前向${or(person.name)}支付${OPEN}元。`)]
      : person.amounts.map((it) =>
          item(
            3,
            '',
            `${payerNames[it.payer] === '用人单位' ? '乙方' : payerNames[it.payer]}于＿＿＿＿年＿＿月＿＿日前向${or(person.name)}支付${amountKindNames[it.kind]}${yuanText(it.amountFen)}元（大写：${capitalText(it.amountFen)}）${it.basis === '' ? '' : `，依据：${it.basis}`}。`,
          ),
        ),
  ),
  item(3, '', '双方履行完毕后，就本争议再无其他请求。'),
  item(
    3,
    '',
    '一方不履行的，另一方可以依法申请仲裁；因支付拖欠劳动报酬、工伤医疗费、经济补偿或者赔偿金达成的协议，职工可以依法申请支付令（《劳动争议调解仲裁法》第十六条）。',
  ),
  paragraph(
    '本协议一式三份，双方和调解组织各执一份，自双方签名（盖章）、调解员签名并加盖调解组织印章后生效。双方可以自生效之日起十五日内共同向仲裁委员会申请审查。',
  ),
  ...signedByAll(paper, '甲方'),
  signed('乙方（盖章）'),
  signed('调解员（签名）'),
]

const attorney = (paper: Paper): Block[] => [
  ...paper.persons.map((it) =>
    paragraph(`委托人：${or(it.name)}，身份证号码：${OPEN}${OPEN}，联系电话：${or(it.phone)}。`),
  ),
  paragraph(
    `受委托人：${paper.lawyers.length > 0 ? paper.lawyers.join('、') : OPEN}，工作单位：${OPEN}，联系电话：${OPEN}。`,
  ),
  paragraph(
    `现委托上列受委托人在${paper.persons.length > 1 ? '我们' : '我'}与${or(paper.employer)}${topicNames[paper.topic] ?? ''}争议一案中，作为${paper.persons.length > 1 ? '我们' : '我'}的代理人。`,
  ),
  paragraph('代理权限：□一般代理　□特别授权（代为承认、放弃、变更请求，进行和解、调解，提起诉讼、上诉，领取文书）。'),
  paragraph('代理期限：自签名之日起至本阶段程序终结止。'),
  ...signedByAll(paper, '委托人'),
  signed('受委托人（签名）'),
]

const advice = (paper: Paper): Block[] => [
  paragraph(
    `咨询编号：${paper.number}。咨询事项：${topicNames[paper.topic] ?? OPEN}。用人单位：${or(paper.employer)}。`,
  ),
  item(1, '咨询的问题'),
  paragraph(paper.message || OPEN),
  item(1, '应得的各项'),
  ...claims(paper),
  item(1, '答复'),
  ...paper.persons.map((it) => paragraph(`${paper.persons.length > 1 ? `${or(it.name)}：` : ''}${or(it.answer)}`)),
  paragraph('以上按咨询人所述事实计算，供参考；以仲裁裁决、法院判决为准。'),
  signature(paper.union, paper.today),
  ...unverified(paper),
]

/** A court takes a dispute after the award, within fifteen days of its being served. */
const award = (paper: Paper): Block[] => [
  paragraph(
    `＿＿＿＿劳动人事争议仲裁委员会作出＿＿＿＿号裁决，原告于${paper.awardServedOn ? dateInFull(paper.awardServedOn) : '＿＿＿＿年＿＿月＿＿日'}收到裁决书，不服该裁决，依照《劳动争议调解仲裁法》第五十条在十五日内起诉。`,
  ),
]

const blocksOf: Readonly<Record<PaperKind, (paper: Paper) => Block[]>> = {
  advice_record: advice,
  mediation_application: (paper) => application(paper, '申请人', '被申请人', `${paper.union}劳动争议调解组织`),
  mediation_agreement: agreement,
  arbitration_application: (paper) => application(paper, '申请人', '被申请人', '＿＿＿＿劳动人事争议仲裁委员会'),
  power_of_attorney: attorney,
  complaint: (paper) => application(paper, '原告', '被告', '＿＿＿＿人民法院', award(paper)),
}

/** A paper of a case on the plain official page; what the case does not know is left open to be written in. */
export const casePaper = (paper: Paper): OfficialDocument => ({
  form: 'plain',
  organ: paper.union,
  number: '',
  blocks: [title(paperNames[paper.kind]!), blank, ...blocksOf[paper.kind](paper)],
  properties: { title: paperNames[paper.kind]!, creator: paper.union, at: instantOf(paper.today) },
})
