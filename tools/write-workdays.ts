/**
 * Writes src/platform/base/workdays-data.ts: the days off and the worked weekend days of the announced years, read
 * from the chinese-days package. A year is added here only once its notice is out: the package also answers for
 * years that nobody has announced, by guessing. `--check` compares instead and exits 1 where they differ.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import chineseDays from 'chinese-days'
import prettier from 'prettier'
import { addDays, weekdayOf, yearOf } from '../src/platform/base/civil-date.ts'

const NOTICES: Readonly<Record<number, string>> = {
  2024: '国务院办公厅 2023-10-25 通知',
  2025: '国务院办公厅 2024-11-12 通知',
  2026: '国务院办公厅 2025-11-04 通知',
}

const years = Object.entries(NOTICES).map(([key, source]) => {
  const year = Number(key)
  const holidays: string[] = []
  const workdays: string[] = []
  for (let date = `${year}-01-01`; yearOf(date) === year; date = addDays(date, 1)) {
    const { work, name } = chineseDays.getDayDetail(date)
    // The name of a day that a notice lists has three parts ("National Day,国庆节,3"), of any other its weekday alone.
    if (!name.includes(',')) continue
    if (!work) holidays.push(date)
    else if (weekdayOf(date) > 5) workdays.push(date)
  }
  return { year, source, holidays, workdays }
})

const path = new URL('../src/platform/base/workdays-data.ts', import.meta.url)
const text = await prettier.format(
  [
    '// Written by tools/write-workdays.ts from the chinese-days package. Do not edit.',
    "import type { CalendarYear } from './workdays.ts'",
    '',
    '/** The years whose State Council notice is known here, with that notice. */',
    `export const shippedYears: readonly CalendarYear[] = ${JSON.stringify(years)}`,
  ].join('\n'),
  { ...(await prettier.resolveConfig(new URL(import.meta.url))), parser: 'typescript' },
)
if (!process.argv.includes('--check')) writeFileSync(path, text)
else if (readFileSync(path, 'utf8') !== text) {
  console.error('workdays-data.ts does not match chinese-days: run node tools/write-workdays.ts')
  process.exitCode = 1
}
