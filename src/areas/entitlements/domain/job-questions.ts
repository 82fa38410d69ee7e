import { addDays } from '../../../platform/base/civil-date.ts'
import { dayOf, type Option, type Question } from './question.ts'
import { about, contractCounts, disabled, groundOf, hasLeft, severs, wageKnown } from './situation.ts'

const options =
  (...rows: readonly (readonly [value: string, label: string, hint?: string])[]) =>
  (): readonly Option[] =>
    rows.map(([value, label, hint]) => ({ value, label, ...(hint === undefined ? {} : { hint }) }))

/** A relation may be ended by a notice whose days still run. */
const LONGEST_NOTICE_DAYS = 92
/** From here on the laws of contracts and of limitation are both in force. */
const RULES_HELD_FROM = '2008-05-01'

/** What it is about, how the job ended, where and how long it lasted, what it paid. */
export const jobQuestions: readonly Question[] = [
  {
    id: 'topics',
    kind: 'choices',
    title: '您遇到了什么事？',
    why: '可以选几样，后面只问用得着的问题。',
    asked: () => true,
    options: options(
      ['wages', '欠薪', '工资没发，或者没发够'],
      ['termination', '被辞退、离职', '工作已经结束，想知道有没有补偿'],
      ['contract', '没签书面劳动合同'],
      ['overtime', '加班没给加班费'],
      ['leave', '年休假没休'],
      ['injury', '工伤、职业病'],
      ['probation', '试用期太长'],
      ['low', '工资低于最低工资'],
      ['heat', '夏天没发高温津贴'],
    ),
  },
  {
    id: 'ended',
    kind: 'choice',
    title: '工作是怎么结束的？',
    why: '由谁提出、因为什么，决定有没有补偿。',
    unknown: '算不出离职的补偿，其他的照算',
    asked: (said) => about(said, 'termination'),
    options: options(
      ['employer', '单位不让我干了'],
      ['me', '我自己走的'],
      ['both', '双方商量好分手'],
      ['expiry', '合同到期没有再签'],
      ['gone', '单位破产、关门、解散'],
      ['retired', '到年龄退休，开始领养老金'],
    ),
  },
  {
    id: 'employerReason',
    kind: 'choice',
    title: '单位是怎么说的？',
    why: '理由成立与否，补偿差一倍。',
    unknown: '算不出离职的补偿，其他的照算',
    asked: (said) => said['ended'] === 'employer',
    options: options(
      ['unlawful', '没说理由，或者理由站不住', '口头赶人、孕期产期、工伤或医疗期内辞退等'],
      ['art40_no_fault', '说我病后干不了、不胜任，或者情况变了'],
      ['art41_layoff', '一批人一起裁员'],
      ['art39_fault', '说我严重违纪、失职，并且有证据'],
    ),
  },
  {
    id: 'ownReason',
    kind: 'choice',
    title: '您为什么走？',
    why: '因为单位违法而走的，单位也要付补偿。',
    unknown: '算不出离职的补偿，其他的照算',
    asked: (said) => said['ended'] === 'me',
    options: options(
      ['art38_worker_resigns_for_cause', '单位有错', '拖欠工资、不交社保、不给劳动保护、强迫劳动等'],
      ['art37_resign', '我自己的原因'],
    ),
  },
  {
    id: 'whoFirst',
    kind: 'choice',
    title: '是谁先提出分手的？',
    why: '单位先提出的，有经济补偿。',
    unknown: '算不出离职的补偿，其他的照算',
    asked: (said) => said['ended'] === 'both',
    options: options(['art36_mutual_employer_proposed', '单位先提出'], ['art36_employee_proposed', '我先提出']),
  },
  {
    id: 'expiryWho',
    kind: 'choice',
    title: '为什么没有再签？',
    why: '单位愿意照原来的条件续、您不愿意的，没有经济补偿。',
    unknown: '算不出离职的补偿，其他的照算',
    asked: (said) => said['ended'] === 'expiry',
    options: options(['employer', '单位不续，或者条件变差'], ['worker', '单位愿意照旧或者更好，我不愿意']),
  },
  {
    id: 'goneHow',
    kind: 'choice',
    title: '单位是哪一种情形？',
    why: '两种情形引的法条不同。',
    unknown: '算不出离职的补偿，其他的照算',
    asked: (said) => said['ended'] === 'gone',
    options: options(
      ['art44_4_bankruptcy', '法院宣告破产'],
      ['art44_5_dissolution', '被吊销、责令关闭，或者自己决定解散'],
    ),
  },
  {
    id: 'wish',
    kind: 'choice',
    title: '您想回去上班，还是要赔偿？',
    why: '法律上两样只能选一样。',
    asked: (said) => groundOf(said) === 'unlawful',
    options: options(['money', '要赔偿'], ['back', '想回去上班']),
  },
  {
    id: 'injuryKind',
    kind: 'choice',
    title: '是哪一种情形？',
    why: '伤残和去世，适用的待遇不同。',
    asked: (said) => about(said, 'injury'),
    options: options(['disabled', '受伤或者得了职业病'], ['death', '因工去世，我是家属']),
  },
  {
    id: 'working',
    kind: 'choice',
    title: '现在还在这个单位吗？',
    why: '离开以后，申请仲裁的一年时间才开始走。',
    asked: (said) =>
      !about(said, 'termination') && (about(said, 'wages', 'overtime', 'leave', 'contract') || disabled(said)),
    options: options(['yes', '还在'], ['no', '已经离开']),
  },
  {
    id: 'place',
    kind: 'choice',
    title: '在哪里上班？',
    why: '最低工资、高温津贴、工伤补助金，各地标准不同。',
    asked: (said) =>
      severs(said) || about(said, 'low', 'heat') || (hasLeft(said) && (about(said, 'overtime') || disabled(said))),
    options: options(
      ['321324', '泗洪县'],
      ['321300', '宿迁市区'],
      ['320000', '江苏其他地方'],
      ['000000', '外省', '本页没有外省的标准，只按全国的规定算'],
    ),
  },
  {
    id: 'leaveUnused',
    kind: 'count',
    unit: '天',
    least: 1,
    most: 60,
    step: 1,
    title: '有几天年休假没休？',
    why: '只算没休、也没补钱的天数。',
    unknown: '不清楚的，后面按工龄来算',
    asked: (said) => about(said, 'leave'),
  },
  {
    id: 'start',
    kind: 'date',
    title: '哪一天开始在这个单位上班？',
    why: '从实际上班那天算，不是签合同那天。',
    unknown: '年限算不出，会告诉您缺这一项',
    monthWillDo: true,
    to: ({ today }) => today,
    asked: (said) =>
      severs(said) || about(said, 'contract', 'probation') || (said['leaveUnused'] === null && hasLeft(said)),
  },
  {
    id: 'end',
    kind: 'date',
    title: '最后一天上班是哪一天？',
    why: '年限算到这一天，时效也从它起算。',
    unknown: '年限和时效算不出，会告诉您缺这一项',
    from: (said) => {
      const start = dayOf(said['start'])
      return start !== undefined && start > RULES_HELD_FROM ? start : RULES_HELD_FROM
    },
    fromWhy: '（不早于入职；2008 年 5 月以前的规定，本页没有收录）',
    to: ({ today }) => addDays(today, LONGEST_NOTICE_DAYS),
    asked: (said) =>
      severs(said) ||
      (hasLeft(said) &&
        (about(said, 'wages', 'overtime', 'leave') ||
          disabled(said) ||
          (about(said, 'contract') && typeof said['start'] === 'string'))),
  },
  {
    id: 'wageForm',
    kind: 'choice',
    title: '每个月的工资差不多吗？',
    why: '补偿按离开前十二个月的平均工资算。',
    unknown: '金额算不出，会告诉您缺这一项',
    asked: (said, at) => severs(said) || about(said, 'leave') || contractCounts(said, at),
    options: options(['same', '差不多，填一个数就行'], ['differ', '差得多，我一个月一个月填']),
  },
  {
    id: 'wage',
    kind: 'yuan',
    least: 0.01,
    title: '一个月工资大约多少元？',
    why: '填应得的数：没扣社保和个税以前的，连奖金、津贴一起算。',
    unknown: '金额算不出，会告诉您缺这一项',
    asked: (said) => said['wageForm'] === 'same',
  },
  {
    id: 'months',
    kind: 'months',
    title: '最后十二个月，每个月应得多少元？',
    why: '不满十二个月的，有几个月填几个月。',
    unknown: '金额算不出，会告诉您缺这一项',
    asked: (said) => said['wageForm'] === 'differ',
  },
  {
    id: 'noticeGiven',
    kind: 'choice',
    title: '单位提前三十天书面通知您了吗？',
    why: '没有提前通知的，要多付一个月工资。',
    unknown: '多付的一个月工资算不出',
    asked: (said) => groundOf(said) === 'art40_no_fault',
    options: options(['yes', '提前通知了'], ['no', '没有提前通知']),
  },
  {
    id: 'lastMonthWage',
    kind: 'yuan',
    least: 0.01,
    title: '离开前的那一个月，工资多少元？',
    why: '多付的一个月工资，按上一个月的算。',
    unknown: '多付的一个月工资算不出',
    asked: (said) => said['noticeGiven'] === 'no',
  },
  {
    id: 'severancePaid',
    kind: 'yuan',
    least: 0,
    title: '单位已经给了多少离职补偿？',
    why: '已经给的要减去；没有给就填 0。',
    unknown: '按没有给来算',
    asked: (said) =>
      severs(said) && wageKnown(said) && typeof said['start'] === 'string' && typeof said['end'] === 'string',
  },
]
