import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toDocx } from '../../../platform/server/documents/index.ts'
import { samples } from '../../../../tests/support/sample-letters.ts'
import { partsOf, print, type Printed } from '../../../../tests/support/word-processor.ts'
import type { LetterContent } from '../domain/index.ts'
import { letterDocument } from './letter-document.ts'

/** What must be read, in this order; spaces and line ends aside. */
const facts = {
  reminder: [
    '泗洪县总工会',
    '泗洪工提〔2026〕1号',
    '关于规范加班工资支付和考勤管理的工会劳动法律监督提示函',
    '江苏示例膜材料有限公司：',
    '一、发现的风险',
    '1.2026年7月至10月，一车间42名职工',
    '《中华人民共和国劳动法》第四十四条',
    '2.考勤记录没有由职工每月签字确认',
    '二、提示',
    '职工据此解除劳动合同的',
    '三、建议措施',
    '3.安排加班前征求工会意见。',
    '10个工作日内',
    '不是法定期限',
    '联系人：陈明远',
    '联系电话：0527-80000000',
    '泗洪县总工会2026年11月30日',
    '栏目为拟定，待省总统一格式后替换',
    '送达回证',
    '泗洪工提〔2026〕1号',
    '填发单位：泗洪县总工会',
  ],
  opinion: [
    '泗洪县总工会',
    '泗洪工意〔2026〕3号',
    '工会劳动法律监督意见书',
    '江苏示例膜材料有限公司：',
    '监督时间：2026年11月16日至2026年11月18日',
    '陈明远（监督证号苏工监字第0001号）、李秀英（监督证号苏工监字第0002号）',
    '（一）2026年7月至10月',
    '证据：2026年7月至10月考勤记录',
    '违反条款：《中华人民共和国劳动法》第四十四条。',
    '整改要求：补发42名职工休息日加班工资。',
    '整改标准：逐人计算表',
    '整改期限：收到意见书后15个工作日内。',
    '（二）3名职工入职满三十日',
    '三、书面告知',
    '15个工作日内',
    '《江苏省工会劳动法律监督条例》第二十条',
    '四、救济与配合义务',
    '泗洪县总工会2026年11月30日',
    '栏目为拟定，待省总统一格式后替换',
    '抄送：泗洪县人力资源和社会保障局。',
    '2026年11月30日印发',
    '送达回证',
  ],
  recommendation: [
    '泗洪县总工会',
    '泗洪工建〔2026〕1号',
    '工会劳动法律监督建议书',
    '泗洪县人力资源和社会保障局：',
    '2026年10月12日向该单位发出工会劳动法律监督意见书（泗洪工意〔2026〕3号），2026年10月13日送达',
    '逾期没有书面答复',
    '第二十一条',
    '一、未改正的情形',
    '二、处理建议',
    '5个工作日内立案，或者书面说明理由',
    '第二十三条',
    '附件：1.工会劳动法律监督意见书及送达回证',
    '3.监督检查笔录',
    '泗洪县总工会2026年11月30日',
    '栏目为拟定，待省总统一格式后替换',
    '抄送：泗洪县人民检察院。',
    '送达回证',
  ],
} as const

const kinds = ['reminder', 'opinion', 'recommendation'] as const

/** Every text of a letter, however deep. */
const textsOf = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : []

describe.each(kinds)('the %s', (kind) => {
  let docx: Buffer
  let printed: Printed
  beforeAll(async () => {
    docx = await toDocx(letterDocument(samples[kind]))
    printed = await print(docx)
  }, 60_000)
  afterAll(() => printed?.close())

  it('is opened and printed with all its facts in order', () => {
    let at = 0
    for (const fact of facts[kind]) {
      const found = printed.plain.indexOf(fact.replaceAll(/\s/g, ''), at)
      expect(found < 0 ? `missing: ${fact}` : 'found').toBe('found')
      at = found + 1
    }
  })

  it('loses nothing of what was written', () => {
    const { content } = samples[kind]
    const { kind: _, ...texts } = content as LetterContent & Record<string, unknown>
    // Dates are written out; page breaks put a number between two lines.
    const read = printed.plain.replaceAll(/—\d+—/g, '')
    for (const text of textsOf(texts))
      if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) expect(read).toContain(text.replaceAll(' ', ''))
  })

  it('is of A4 pages with margins, grid and fonts as they should be', async () => {
    expect(Math.round(printed.size.width)).toBe(210)
    expect(Math.round(printed.size.height)).toBe(297)
    const parts = await partsOf(docx)
    const xml = parts.get('word/document.xml')!
    const sections = xml.match(/<w:sectPr.*?<\/w:sectPr>/gs)!
    expect(sections).toHaveLength(2)
    for (const section of sections) {
      const value = (name: string): number => Number(new RegExp(`w:${name}="(-?\\d+)"`).exec(section)![1])
      const margins = ['top', 'left', 'bottom', 'right'].map((it) => (value(it) / 1440) * 25.4)
      for (const [at, shall] of [37, 28, 35, 26].entries()) expect(Math.abs(margins[at]! - shall)).toBeLessThan(1)
      expect(Math.floor((16_838 - value('top') - value('bottom')) / value('linePitch'))).toBe(22)
      const pitch = 16 + value('charSpace') / 4096
      expect(Math.floor((11_906 - value('left') - value('right')) / 20 / pitch)).toBe(28)
    }
    expect(xml).toContain('仿宋_GB2312')
    expect([...parts.keys()].filter((it) => it.startsWith('word/fonts/'))).toEqual([])
    expect([...parts.values()].some((it) => /<w:embed/.test(it))).toBe(false)
  })

  it('has the receipt on a last page of its own', () => {
    const last = printed.texts.at(-1)!
    expect(last.replaceAll(/\s/g, '')).toMatch(/^送达回证/)
    expect(last).not.toMatch(/— ?\d+ ?—/)
  })
})

it('says that a draft is one', async () => {
  const { number: _, ...draft } = samples.reminder
  const text = (await partsOf(await toDocx(letterDocument(draft)))).get('word/document.xml')!
  expect(text).toContain('草稿，未编号')
  expect(text).not.toContain('〔2026〕')
})
