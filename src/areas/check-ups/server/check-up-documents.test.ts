import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answersWith, instrument } from '../../../engines/checkup/answers-sample.ts'
import { checkUpOf, type Answers } from '../../../engines/checkup/index.ts'
import { toDocx } from '../../../platform/server/documents/index.ts'
import { partsOf, print, type Printed } from '../../../../tests/support/word-processor.ts'
import type { DocumentFacts } from './document-parts.ts'
import { prescriptionDocument } from './prescription-document.ts'
import { reportDocument } from './report-document.ts'

const NAME = '江苏䶮鿍新型复合膜材料与智能装备制造（泗洪经济开发区）有限责任公司'
const wrong = instrument.items.slice(0, 20)
const inspectors = [
  { name: '王䶮', certificate: '苏工监字第0001号' },
  { name: '阿卜杜热合曼·买买提', certificate: '苏工监字第0002号' },
]

/** Twenty findings, names that few fonts hold, one re-check; all invented. */
const facts: DocumentFacts = {
  result: checkUpOf(
    instrument,
    answersWith(
      Object.fromEntries(
        wrong.map(({ id, evidence }, at) => [
          id,
          {
            outcome: 'zero',
            findings: `第${at + 1}处，名册缺身份证号`,
            evidence: evidence.slice(0, 1),
            selfCheck: 'full',
          },
        ]),
      ),
      {
        enterprise: { name: NAME, headcount: 320 },
        inspectors,
        rechecks: [{ date: '2026-12-20', inspectors, items: [{ id: 'C1', outcome: 'full' }] }],
      } satisfies Partial<Answers>,
    ),
  ),
  unionName: '泗洪县总工会',
  madeOn: '2026-12-20',
  photos: { C2: 2 },
}
const { result } = facts

/** Page numbers stand between lines where a page ends. */
const read = ({ plain }: Printed): string => plain.replaceAll(/—\d+—/g, '')

describe.each([
  ['report', reportDocument],
  ['prescription', prescriptionDocument],
] as const)('the %s', (_, make) => {
  let docx: Buffer
  let printed: Printed
  beforeAll(async () => {
    docx = await toDocx(make(facts))
    printed = await print(docx)
  }, 60_000)
  afterAll(() => printed?.close())

  it('says whom it is about, that it is no penalty, who checked and who signs', async () => {
    const xml = (await partsOf(docx)).get('word/document.xml')!
    for (const text of [
      NAME,
      '2026年11月30日',
      '王䶮（监督证号苏工监字第0001号）',
      '阿卜杜热合曼·买买提（监督证号苏工监字第0002号）',
      '服务性评估，不具行政处罚效力',
      '体检经本企业同意进行',
      '商业秘密和个人信息保密',
    ])
      expect(xml).toContain(text)
    expect(printed.plain).toContain('泗洪县总工会2026年12月20日')
    // In the table a long name takes two lines; no sign of it is lost.
    for (const part of ['江苏䶮鿍新型复合膜材料', '有限责任公司', '王䶮（监督证号'])
      expect(printed.plain).toContain(part)
  })

  it('holds every finding with clause and evidence over several pages, each with its number', () => {
    expect(result.findings).toHaveLength(19)
    expect(printed.pages).toBeGreaterThan(5)
    const whole = read(printed)
    for (const it of result.findings) {
      expect(whole).toContain(it.what)
      expect(whole).toContain(`证据：${it.evidence[0]!.replaceAll(' ', '')}`)
    }
    expect(whole).toContain('《劳动合同法》第10、14、82条')
    expect(whole).toContain('劳动合同原件；现场照片2张')
    for (const [at, text] of printed.texts.entries()) expect(text).toMatch(new RegExp(`— ?${at + 1} ?—`))
  })

  it('stands on the page of official documents, with fonts named and none embedded', async () => {
    const parts = await partsOf(docx)
    const xml = parts.get('word/document.xml')!
    const margins = /<w:pgMar [^>]*>/.exec(xml)![0]
    const margin = (name: string): number => (Number(new RegExp(`w:${name}="(\\d+)"`).exec(margins)![1]) / 1440) * 25.4
    for (const [name, shall] of [
      ['top', 37],
      ['left', 28],
      ['bottom', 35],
      ['right', 26],
    ] as const)
      expect(Math.abs(margin(name) - shall)).toBeLessThan(1)
    expect(xml).toContain('仿宋_GB2312')
    expect([...parts.values()].some((it) => /<w:embed/.test(it))).toBe(false)
    // Names of columns come again on each page.
    expect(xml).toContain('<w:tblHeader/>')
  })
})

it('says in the report how the grade came about, before and after the re-check', async () => {
  const printed = await print(await toDocx(reportDocument(facts)))
  const whole = read(printed)
  for (const it of result.gradeSteps) expect(whole).toContain(it.text.replaceAll(' ', ''))
  expect(whole).toContain('C1改为符合')
  expect(whole).toContain('自查偏高')
  expect(whole).toContain('24小时内报')
  for (const it of result.findings) expect(whole).toContain(`法律责任：${it.liability.replaceAll(' ', '')}`)
  for (const it of result.items) expect(whole).toContain(it.why.replaceAll(' ', ''))
  await printed.close()
}, 60_000)

it('says in the prescription what to do, by when, and how it is proved', async () => {
  const printed = await print(await toDocx(prescriptionDocument(facts)))
  const whole = read(printed)
  for (const it of result.prescriptions) expect(whole).toContain(`怎么做：${it.action.replaceAll(' ', '')}`)
  expect(whole).toContain('期限：2026年12月7日（5个工作日，建议期限')
  expect(whole).toContain('期限：2026年12月15日（15个自然日，法定期限：劳动合同法50条(15日)）')
  expect(whole).toContain('复查时出示：劳动合同原件、入职时间台账')
  for (const it of result.prescriptions) expect(whole).toContain(`逾期的：${it.document.replaceAll(' ', '')}`)
  await printed.close()
}, 60_000)

const xmlOf = async (it: ReturnType<typeof reportDocument>) =>
  (await partsOf(await toDocx(it))).get('word/document.xml')!

it('names what was not verified, why, and what must be seen', async () => {
  const waiting = { W1: { outcome: 'not_verified', reason: '银行流水未到', evidence: [] } } as const
  const xml = await xmlOf(reportDocument({ ...facts, result: checkUpOf(instrument, answersWith(waiting)) }))
  const { evidence } = instrument.items.find((it) => it.id === 'W1')!
  expect(xml).toContain(`W1：银行流水未到。须看：${evidence.join('、')}`)
})

it('says so where nothing was found', async () => {
  const clean = { ...facts, result: checkUpOf(instrument, answersWith()) }
  expect(await xmlOf(reportDocument(clean))).toContain('没有发现问题')
  expect(await xmlOf(prescriptionDocument(clean))).toContain('没有须整改的问题')
})
