import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { partsOf, print, type Band, type Printed } from '../../../../tests/support/word-processor.ts'
import { blank, chineseNumber, dateInFull, item, paragraph, signature, table, title, titleLines } from './document.ts'
import { toDocx, type OfficialDocument } from './index.ts'

const long = '甲'.repeat(28 * 60)
const documentOf = (form: OfficialDocument['form']): OfficialDocument => ({
  form,
  organ: '泗洪县总工会',
  number: '泗洪工意〔2026〕1号',
  blocks: [
    title('关于某事的意见书'),
    item(1, '甲'),
    item(2, '乙'),
    item(2, '丙'),
    item(1, '丁'),
    item(2, '戊'),
    item(3, '', '己'),
    item(4, '', '庚'),
    paragraph(long),
    signature('泗洪县总工会', '2026-01-05'),
  ],
  properties: { title: '一 & 二', creator: '泗洪县总工会', at: new Date('2026-01-05T00:00:00Z') },
})

const mmOf = (twips: number): number => (twips / 1440) * 25.4
const attribute = (xml: string, element: string, name: string): number =>
  Number(new RegExp(`<w:${element} [^>]*w:${name}="(-?\\d+)"`).exec(xml)![1])

describe('the page of GB/T 9704', () => {
  let parts: Map<string, string>
  let xml: string
  beforeAll(async () => {
    parts = await partsOf(await toDocx(documentOf('official')))
    xml = parts.get('word/document.xml')!
  })

  it('is A4 with a core of 156 mm by 225 mm, 37 mm below the upper and 28 mm from the left edge', () => {
    const size = ['w', 'h'].map((name) => mmOf(attribute(xml, 'pgSz', name)))
    const [top, left, bottom, right] = ['top', 'left', 'bottom', 'right'].map((it) =>
      mmOf(attribute(xml, 'pgMar', it)),
    ) as [number, number, number, number]
    expect(size[0]).toBeCloseTo(210, 0)
    expect(size[1]).toBeCloseTo(297, 0)
    for (const [is, shall] of [
      [top, 37],
      [left, 28],
      [size[0]! - left - right, 156],
      [size[1]! - top - bottom, 225],
    ] as const)
      expect(Math.abs(is - shall)).toBeLessThan(1)
  })

  it('has a grid of 22 lines and 28 characters of 16 pt', () => {
    expect(xml).toContain('w:type="linesAndChars"')
    const pitch = attribute(xml, 'docGrid', 'linePitch')
    const height = 16_838 - attribute(xml, 'pgMar', 'top') - attribute(xml, 'pgMar', 'bottom')
    expect(Math.floor(height / pitch)).toBe(22)
    const wide = 16 + attribute(xml, 'docGrid', 'charSpace') / 4096
    const width = (11_906 - attribute(xml, 'pgMar', 'left') - attribute(xml, 'pgMar', 'right')) / 20
    expect(Math.floor(width / wide)).toBe(28)
  })

  it('names its fonts with others in their place and embeds none', () => {
    const fonts = parts.get('word/fontTable.xml')!
    for (const name of ['仿宋_GB2312', '方正小标宋简体', '黑体', '楷体_GB2312', '宋体'])
      expect(fonts).toContain(`w:name="${name}"`)
    expect(fonts.match(/<w:altName /g)).toHaveLength(5)
    expect([...parts.keys()].filter((it) => it.startsWith('word/fonts/'))).toEqual([])
    for (const text of parts.values()) expect(text).not.toMatch(/<w:embed/)
    expect(xml).toContain('w:eastAsia="仿宋_GB2312"')
  })

  it('gives the same bytes for the same document, whenever it is made', async () => {
    const first = await toDocx(documentOf('letter'))
    await new Promise((done) => setTimeout(done, 2100))
    expect((await toDocx(documentOf('letter'))).equals(first)).toBe(true)
    expect(parts.get('docProps/core.xml')).toContain('<dc:title>一 &amp; 二</dc:title>')
  })
})

// Pages are looked at sign by sign, which takes its time on a busy machine.
describe('as LibreOffice prints it', { timeout: 60_000 }, () => {
  let official: Printed
  let letter: Printed
  beforeAll(async () => {
    official = await print(await toDocx(documentOf('official')))
    letter = await print(await toDocx(documentOf('letter')))
  }, 60_000)
  afterAll(async () => {
    await official?.close()
    await letter?.close()
  })

  it('sets 28 characters a line and 22 lines a page', () => {
    const full = official.texts[1]!.split('\n').map((it) => it.trim())
    const body = full.filter((it) => /^甲+$/.test(it))
    expect(body).toHaveLength(22)
    // The first begins two characters in.
    expect(new Set(body.slice(1).map((it) => it.length))).toEqual(new Set([28]))
    expect(official.texts[1]).toMatch(/— ?2 ?—/)
  })

  it('counts items by level and anew under each heading', () => {
    for (const text of ['一、甲', '（一）乙', '（二）丙', '二、丁', '（一）戊', '1.己', '（1）庚'])
      expect(official.plain).toContain(text)
    expect(official.plain).toContain('泗洪县总工会2026年1月5日')
  })

  const near = (is: number | undefined, shall: number): void => expect(Math.abs(is! - shall)).toBeLessThan(1)
  const red = (bands: Band[]): Band[] => bands.filter((it) => it.colour === 'red')

  it('puts the mark 35 mm below the core and the rule as wide as the core 4 mm below the number', async () => {
    const bands = await official.bands(1)
    const [mark, rule] = red(bands)
    near(mark!.top, 37 + 35)
    near(rule!.right - rule!.left, 156)
    const number = bands.filter((it) => it.colour === 'black' && it.bottom < rule!.top).at(-1)
    near(rule!.top - number!.bottom, 4)
  })

  it('puts the letter mark at 30 mm, the double rules 4 mm below it and 20 mm above the edge, 170 mm long', async () => {
    const bands = await letter.bands(1)
    const [mark, thick, thin, thinLow, thickLow, ...more] = red(bands)
    near(mark!.top, 30)
    near(thick!.top - mark!.bottom, 4)
    for (const rule of [thick!, thin!, thinLow!, thickLow!]) {
      near(rule.right - rule.left, 170)
      near((rule.left + rule.right) / 2, 105)
    }
    const high = (it: Band | undefined): number => it!.bottom - it!.top
    expect(high(thick)).toBeGreaterThan(high(thin) * 2)
    expect(high(thickLow)).toBeGreaterThan(high(thinLow) * 2)
    near(297 - thickLow!.bottom, 20)
    expect(more).toEqual([])
    // 3号的八分之七 between the rule and the number.
    const number = bands.find((it) => it.colour === 'black' && it.top > thin!.bottom)
    near(number!.top - thin!.bottom, (16 * 7 * 25.4) / (8 * 72))
    expect(letter.texts[0]).not.toContain('—')
    expect(letter.texts[1]).toMatch(/— ?2 ?—/)
  })

  it('puts the page number 7 mm below the core', async () => {
    for (const it of [official, letter]) {
      const last = (await it.bands(2)).at(-1)!
      near((last.top + last.bottom) / 2, 262 + 7)
    }
  })

  it('puts the number one character inside the outer edge: left on even pages, right on odd ones', async () => {
    const character = (14 * 25.4) / 72
    for (const it of [official, letter]) {
      near((await it.bands(2)).at(-1)!.left, 28 + character)
      near((await it.bands(3)).at(-1)!.right, 28 + 156 - character)
    }
  })

  it('ends the date four characters before the right edge', async () => {
    const bands = (await official.bands(official.pages)).filter((it) => it.colour === 'black')
    const date = bands.at(-2)
    // The sign itself is a little narrower than its place.
    near(date!.right + 0.5, 28 + 156 - 4 * (156 / 28))
  })
})

it('repeats the names of columns on each page, and keeps together what is to be signed together', async () => {
  const row = (text: string) => ({ cells: [{ text }, { text: '' }] })
  const rows = (name: string, count: number) => Array.from({ length: count }, (_, at) => row(`${name}${at + 1}`))
  const header = {
    header: true,
    cells: [
      { text: '甲栏', label: true },
      { text: '乙栏', label: true },
    ],
  }
  const blocks = [
    table([1, 1], [header, ...rows('长', 50)]),
    // Behind the long table and these lines there is room for a part of the short one.
    ...Array.from({ length: 12 }, () => blank),
    table([1, 1], rows('签', 6), true),
  ]
  const printed = await print(await toDocx({ ...documentOf('plain'), blocks }))
  try {
    for (const text of printed.texts.filter((it) => it.includes('长'))) expect(text).toContain('甲栏')
    const signs = printed.texts.filter((it) => it.includes('签'))
    expect(signs).toHaveLength(1)
    expect(printed.texts.at(-1)).toMatch(/签 ?6/)
    expect(printed.texts.at(-2)).toMatch(/长 ?50/)
  } finally {
    await printed.close()
  }
}, 60_000)

it('loses no stop wherever in a line it falls', async () => {
  const stops = ['，', '。', '；', '：', '）。', '”。', '》，']
  const texts = Array.from({ length: 35 }, (_, at) =>
    stops.map((stop) => `戊己，${'甲'.repeat(at + 12)}${stop}乙丙丁，庚辛`),
  ).flat()
  const printed = await print(await toDocx({ ...documentOf('official'), blocks: texts.map(paragraph) }))
  try {
    const read = printed.plain.replaceAll(/—\d+—/g, '')
    expect(texts.filter((text) => !read.includes(text))).toEqual([])
  } finally {
    await printed.close()
  }
}, 60_000)

it('writes Chinese numbers and full dates', () => {
  expect([1, 9, 10, 11, 19, 20, 21, 99].map(chineseNumber)).toEqual([
    '一',
    '九',
    '十',
    '十一',
    '十九',
    '二十',
    '二十一',
    '九十九',
  ])
  expect(dateInFull('2026-01-05')).toBe('2026年1月5日')
})

it('breaks a title between words, evenly, and never inside a name', () => {
  expect(titleLines('关于规范加班工资支付的')).toEqual(['关于规范加班工资支付的'])
  const name = '江苏示例膜材料有限公司'
  const lines = titleLines(`关于依法处理${name}拖欠加班工资的`, [name])
  expect(lines.join('')).toBe(`关于依法处理${name}拖欠加班工资的`)
  expect(lines.some((it) => it.includes(name))).toBe(true)
  const longest = titleLines('一'.repeat(65))
  expect(longest.every((it) => it.length <= 20)).toBe(true)
})
