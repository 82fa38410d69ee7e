import { describe, expect, it } from 'vitest'
import { readInstrument, shippedInstruments, type FormFault } from '../../../engines/checkup/index.ts'
import { changesBetween, placeFault, syntaxFault } from './index.ts'

const whole = shippedInstruments[0]!
const faultsOf = (json: unknown) => {
  const read = readInstrument(json)
  return read.ok ? [] : (read.detail!.faults as FormFault[]).map((it) => placeFault(json, it))
}
const withItem = (at: number, change: object) => ({
  ...whole,
  items: whole.items.map((it, place) => (place === at ? { ...it, ...change } : it)),
})

describe('a fault of an instrument', () => {
  it('names the item, the field and what to do', () => {
    const { prescription } = whole.items[3]!
    expect(faultsOf(withItem(3, { prescription: { ...prescription, days: 0 } }))).toEqual([
      {
        where: `第 4 条 ${whole.items[3]!.id} ${whole.items[3]!.title}`,
        field: '处方的期限天数（prescription.days）',
        mend: '应为 1 到 1000 的整数，收到 0',
      },
    ])
    expect(faultsOf(withItem(0, { articles: [{ law: '' }] }))).toMatchObject([
      { field: '依据第 1 个的条号（articles[0].article）', mend: '必须填写，现在没有' },
      { field: '依据第 1 个的法律名称（articles[0].law）' },
    ])
    expect(faultsOf(withItem(1, { id: whole.items[0]!.id }))).toMatchObject([
      { where: expect.stringContaining('第 2 条 C1'), field: '编号（id）' },
    ])
  })

  it('names groups, grades and the whole', () => {
    const groups = whole.groups.map((it, at) => (at === 0 ? { ...it, weight: 19 } : it))
    expect(faultsOf({ ...whole, groups })).toMatchObject([
      { where: `第 1 组 ${groups[0]!.name}`, field: '权重（weight）', mend: expect.stringContaining('加起来是 18') },
    ])
    const bands = whole.bands.map((it, at) => (at === 1 ? { ...it, least: 95 } : it))
    expect(faultsOf({ ...whole, bands })[0]).toMatchObject({ where: '第 2 等 B', field: '最低分（least）' })
    expect(faultsOf({ ...whole, titel: '' })).toMatchObject([{ where: '评估表', field: 'titel（titel）' }])
    expect(faultsOf([])).toMatchObject([{ where: '评估表', field: '整个内容' }])
  })

  it('tells where JSON breaks off', () => {
    const text = JSON.stringify(whole, null, 2)
    const said = (broken: string): string => {
      try {
        return String(JSON.parse(broken))
      } catch (error) {
        return syntaxFault(broken, (error as Error).message).where
      }
    }
    // Line 3 is the title: a name without quotes, a Chinese comma, a file cut off.
    const lines = text.split('\n')
    const third = (line: string): string => [...lines.slice(0, 2), line, ...lines.slice(3)].join('\n')
    expect(said(third('  "title": x,'))).toBe('第 3 行第 12 个字符附近')
    expect(said(third(lines[2]!.replace(/,$/, '，')))).toMatch(/^第 3 行/)
    expect(said(text.slice(0, 12))).toMatch(/^第 2 行/)
    expect(syntaxFault(text, 'at position 4').where).toBe('第 2 行第 3 个字符附近')
    expect(syntaxFault(text, 'unexpected').where).toBe('文件')
  })
})

describe('a new version beside an old one', () => {
  it('names items that were added, taken out and changed', () => {
    const [first, second, ...rest] = whole.items
    const changed = {
      ...whole,
      items: [{ ...first!, weight: 5 }, ...rest, { ...second!, id: 'N1', title: '新的一条' }],
    }
    expect(changesBetween(whole, changed)).toEqual({
      added: ['N1 新的一条'],
      removed: [`${second!.id} ${second!.title}`],
      changed: [`${first!.id} ${first!.title}`],
    })
    expect(changesBetween(whole, structuredClone(whole))).toEqual({ added: [], removed: [], changed: [] })
  })
})
