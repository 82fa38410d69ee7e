import { expect, test } from 'vitest'
import { shownStep } from './plain-words.zh.ts'

const text = (expression: string, value: string) => shownStep({ label: '步骤', expression, value }).text

test('sums are rounded to the cent and grouped, dates and documents are left alone', () => {
  expect(text('3000 ÷ 21.75 × 12.5 天 × 1.5', '2586.2069 元')).toBe('3000 ÷ 21.75 × 12.5 天 × 1.5 ＝ 2,586.21 元')
  expect(text('36000 × 12', '432000 元')).toBe('36,000 × 12 ＝ 432,000 元')
  expect(text('2021-03-01 至 2026-08-31（首尾都计）', '6 年')).toBe('2021-03-01 至 2026-08-31（首尾都计） ＝ 6 年')
  expect(text('自 2026-08-31 起一年', '最后一日 2027-08-31')).toBe('自 2026-08-31 起一年，最后一日 2027-08-31')
  expect(text('苏人社发〔2018〕113号', '')).toBe('苏人社发〔2018〕113号')
})
