import { expect, it } from 'vitest'
import { toDocx } from '../../../platform/server/documents/index.ts'
import { print } from '../../../../tests/support/word-processor.ts'
import { entitlementsOf, readClaim } from '../../../engines/entitlements/index.ts'
import { paperKinds } from '../domain/index.ts'
import { casePaper, type Paper } from './case-paper.ts'

const claim = readClaim({
  region: '321324',
  employment: { start: '2024-03-01', end: '2026-10-31' },
  termination: { ground: 'unlawful' },
  wages: { averageMonthly: 5000 },
  arrears: [{ monthly: 5000, months: 2 }],
})
if (!claim.ok) throw new Error(JSON.stringify(claim.detail))
const paper: Omit<Paper, 'kind'> = {
  union: '泗洪县总工会',
  number: '2026-007',
  topic: 'termination',
  employer: '某某纺织有限公司（虚构）',
  message: '2026年10月31日被口头辞退，九月、十月工资没有发。',
  persons: [
    {
      name: '周某（虚构）',
      phone: '13900000000',
      start: '2024-03-01',
      end: '2026-10-31',
      entitlements: entitlementsOf(claim.value),
      amounts: [{ kind: 'damages', payer: 'employer', amountFen: 3_000_000, basis: '' }],
      answer: '可以申请仲裁，工会指派律师代理。',
    },
  ],
  evidence: ['工资银行流水', '工作证'],
  lawyers: ['沈律师（虚构）'],
  awardServedOn: '2026-11-20',
  today: '2026-11-30',
}

const facts: Readonly<Record<(typeof paperKinds)[number], readonly string[]>> = {
  advice_record: [
    '法律咨询答复记录',
    '咨询编号：2026-007',
    '违法解除或者终止赔偿金30,000.00元',
    '第八十七条',
    '可以申请仲裁',
    '泗洪县总工会',
    '2026年11月30日',
  ],
  mediation_application: [
    '劳动争议调解申请书',
    '申请人：周某',
    '被申请人：某某纺织有限公司',
    '拖欠工资10,000.00元',
    '合计40,000.00元',
    '被口头辞退',
    '泗洪县总工会劳动争议调解组织',
  ],
  mediation_agreement: ['劳动争议调解协议书', '赔偿金30,000.00元（大写：叁万元整）', '第十六条', '调解员（签名）'],
  arbitration_application: [
    '劳动人事争议仲裁申请书',
    '请求事项',
    '30,000.00元',
    '2024年3月1日入职',
    '的算法',
    '工资银行流水',
    '劳动人事争议仲裁委员会',
  ],
  power_of_attorney: ['授权委托书', '委托人：周某', '受委托人：沈律师', '特别授权'],
  complaint: ['民事起诉状', '原告：周某', '被告：某某纺织', '2026年11月20日收到裁决书', '第五十条', '人民法院'],
}

it.each(paperKinds)(
  'prints %s with every fact in order',
  async (kind) => {
    const printed = await print(await toDocx(casePaper({ kind, ...paper })))
    try {
      let from = 0
      for (const fact of facts[kind]) {
        const at = printed.plain.indexOf(fact.replaceAll(/\s/g, ''), from)
        expect([fact, at >= from]).toEqual([fact, true])
        from = at
      }
      expect([Math.round(printed.size.width), Math.round(printed.size.height)]).toEqual([210, 297])
    } finally {
      await printed.close()
    }
  },
  60_000,
)

it('names in a paper of many each with their own figures, articles and reckoning, sums them up and lets each sign', async () => {
  const [first] = paper.persons
  const own = (name: string, monthly: number): (typeof paper.persons)[number] => {
    const facts = readClaim({
      region: '321324',
      employment: { start: '2024-03-01', end: '2026-10-31' },
      arrears: [{ monthly, months: 2 }],
    })
    if (!facts.ok) throw new Error(JSON.stringify(facts.detail))
    return { ...first!, name, entitlements: entitlementsOf(facts.value) }
  }
  const persons = Array.from({ length: 10 }, (_, at) => own(`某甲${at + 1}`, 1000 * (at + 1)))
  const printed = await print(await toDocx(casePaper({ ...paper, kind: 'arbitration_application', persons })))
  // A page number may stand in the middle of a sentence.
  const plain = printed.plain.replaceAll(/—\d+—/g, '')
  try {
    for (const [at, it] of persons.entries()) {
      const [whole, thousands] = [2000 * (at + 1), `${2 * (at + 1)},000.00`]
      expect(plain).toContain(`${it.name}：支付拖欠工资${thousands}元（《劳动法》第五十条`)
      expect(plain).toContain(`${it.name}的拖欠工资的算法：第1笔：${whole / 2}×2个月＝${whole}元`)
    }
    expect(plain).toContain('以上10人共计110,000.00元')
    expect(plain).toContain('三至五名，《劳动争议调解仲裁法》第七条')
    expect(plain.split('签名（手印）')[1]).toContain('10某甲10')
  } finally {
    await printed.close()
  }
}, 60_000)

it('keeps what the engine remarks out of the claim and in the line to be deleted', () => {
  const text = casePaper({ ...paper, kind: 'complaint' }).blocks.map((it) => JSON.stringify(it))
  expect(text.filter((it) => it.includes('三倍封顶'))).toEqual([expect.stringContaining('提交前请核对并删去本行')])
})

it('claims what is still open: less what was paid, nothing that is out of time', () => {
  const facts = readClaim({
    region: '321324',
    employment: { start: '2020-01-01', end: '2024-12-31' },
    termination: { ground: 'unlawful' },
    wages: { averageMonthly: 5000 },
    arrears: [{ monthly: 5000, months: 2, paid: 4000 }],
    annualLeave: { unusedDays: 5 },
    events: [{ date: '2025-06-30', kind: 'claim' }],
    paid: [{ code: 'unlawful_termination', amount: 20_000 }],
    filedOn: '2026-06-30',
  })
  const later = readClaim({
    region: '321324',
    employment: { start: '2020-01-01', end: '2024-12-31' },
    arrears: [{ monthly: 4321, months: 1 }],
    filedOn: '2026-06-30',
  })
  if (!facts.ok || !later.ok) throw new Error('no claim')
  const text = (claim: typeof facts.value) =>
    JSON.stringify(
      casePaper({
        ...paper,
        kind: 'mediation_application',
        persons: [{ ...paper.persons[0]!, entitlements: entitlementsOf(claim) }],
      }).blocks,
    )
  // Five years at 5,000 twice, less 20,000; two months less 4,000.
  expect(text(facts.value)).toContain('支付违法解除或者终止赔偿金30,000.00元')
  expect(text(facts.value)).toContain('支付拖欠工资6,000.00元')
  expect(text(later.value)).not.toContain('支付拖欠工资')
})

it('says which figures are not verified, in the line to be deleted', () => {
  const facts = readClaim({
    region: '321324',
    employment: { start: '2024-01-01', end: '2026-10-31' },
    termination: { ground: 'art41_layoff' },
    wages: { averageMonthly: 1700, aboveThreeTimes: false },
  })
  if (!facts.ok) throw new Error(JSON.stringify(facts.detail))
  const persons = [{ ...paper.persons[0]!, entitlements: entitlementsOf(facts.value) }]
  const text = casePaper({ ...paper, kind: 'complaint', persons }).blocks.map((it) => JSON.stringify(it))
  expect(text.filter((it) => it.includes('未经核实'))).toEqual([expect.stringContaining('提交前请核对并删去本行')])
})

it('lets each pay what is theirs in an agreement', () => {
  const amounts = [
    { kind: 'damages', payer: 'employer', amountFen: 3_000_000, basis: '' },
    { kind: 'injury_medical', payer: 'fund', amountFen: 5_000_000, basis: '九级' },
  ]
  const text = JSON.stringify(
    casePaper({ ...paper, kind: 'mediation_agreement', persons: [{ ...paper.persons[0]!, amounts }] }).blocks,
  )
  expect(text).toMatch(/乙方于[^。]+支付赔偿金30,000.00元（大写：叁万元整）。/)
  expect(text).toMatch(/工伤保险基金于[^。]+支付一次性工伤医疗补助金50,000.00元（大写：伍万元整），依据：九级。/)
})

it('leaves room for what is not known instead of making it up', async () => {
  const bare = casePaper({
    ...paper,
    kind: 'arbitration_application',
    message: '',
    evidence: [],
    persons: [{ name: '', phone: '', amounts: [] }],
  })
  const text = JSON.stringify(bare.blocks)
  expect(text).toContain('申请人：＿＿＿＿＿＿')
  expect(text).toContain('请求＿＿＿＿＿＿')
  expect(text).not.toMatch(/undefined|null|NaN/)
})
