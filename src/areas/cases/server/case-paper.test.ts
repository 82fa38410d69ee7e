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
  complaint: ['民事起诉状', '原告：周某', '被告：某某纺织', '人民法院'],
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
