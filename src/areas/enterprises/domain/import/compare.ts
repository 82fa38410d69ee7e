import type { GapPattern } from '../gaps.ts'
import { pilotLevelNames } from '../pilot-levels.ts'
import { titleOf } from './columns.ts'
import type { TownshipName } from './find-township.ts'
import type { EnterpriseInput, ParsedRow, RowProblem } from './parse-row.ts'

/** An enterprise as the register has it; found by its credit code. */
export interface ExistingEnterprise extends Omit<EnterpriseInput, 'gaps' | 'longitude' | 'latitude'> {
  readonly id: string
  readonly longitude: number
  readonly latitude: number
  readonly gaps: readonly GapPattern[]
}

export interface ComparedRow {
  readonly rowNumber: number
  readonly status: 'new' | 'changed' | 'same' | 'bad'
  readonly parsed: ParsedRow
  readonly existingId: string | undefined
  readonly changes: readonly { readonly field: string; readonly from: string; readonly to: string }[]
  readonly problems: readonly RowProblem[]
}

const gapKey = (gap: GapPattern): string => `${gap.kind} ${[...gap.weekdays].toSorted().join('')} ${gap.from}-${gap.to}`
const sameGaps = (a: readonly GapPattern[], b: readonly GapPattern[]): boolean =>
  a.map(gapKey).toSorted().join() === b.map(gapKey).toSorted().join()

// Two writings of one place may differ by rounding; 0.00001 degrees are about a metre.
const samePlace = (a: number, b: number): boolean => Math.abs(a - b) < 1e-5

/** An empty cell says nothing about the week, and one that says what it said before leaves what was edited since. */
const saysNewShifts = (input: EnterpriseInput, was: ExistingEnterprise): boolean =>
  input.gaps !== undefined && input.shiftText !== '' && input.shiftText !== was.shiftText

const changesOf = (
  input: EnterpriseInput,
  was: ExistingEnterprise,
  townships: ReadonlyMap<string, string>,
): ComparedRow['changes'] => {
  const changes: { field: string; from: string; to: string }[] = []
  const compare = (field: string, from: string | number, to: string | number): void => {
    if (from !== to) changes.push({ field, from: String(from), to: String(to) })
  }
  compare(titleOf('name'), was.name, input.name)
  compare(titleOf('township'), townships.get(was.townshipId) ?? '', townships.get(input.townshipId) ?? '')
  if (input.industry !== '') compare(titleOf('industry'), was.industry, input.industry)
  compare(titleOf('headcount'), was.headcount, input.headcount)
  compare(titleOf('pilotLevel'), pilotLevelNames[was.pilotLevel], pilotLevelNames[input.pilotLevel])
  compare(titleOf('contactName'), was.contactName, input.contactName)
  compare(titleOf('contactPhone'), was.contactPhone, input.contactPhone)
  if (input.longitude !== null && input.latitude !== null)
    if (!samePlace(was.longitude, input.longitude) || !samePlace(was.latitude, input.latitude))
      compare(titleOf('point'), `${was.longitude},${was.latitude}`, `${input.longitude},${input.latitude}`)
  if (saysNewShifts(input, was)) changes.push({ field: titleOf('shifts'), from: was.shiftText, to: input.shiftText })
  return changes
}

/** A row against the enterprise it is about; the week's gaps are taken out of the input where they stay as they are. */
const compareRow = (
  parsed: ParsedRow,
  input: EnterpriseInput,
  was: ExistingEnterprise,
  townships: ReadonlyMap<string, string>,
): ComparedRow => {
  const changes = changesOf(input, was, townships)
  const keepsWeek = !saysNewShifts(input, was)
  const edited = keepsWeek && input.shiftText !== '' && input.gaps !== undefined && !sameGaps(was.gaps, input.gaps)
  return {
    rowNumber: parsed.rowNumber,
    status: changes.length > 0 ? 'changed' : 'same',
    parsed: {
      ...parsed,
      input: keepsWeek ? { ...input, gaps: undefined } : input,
      warnings: edited ? [...parsed.warnings, '表里的班次没有变，系统里改过的时间缝隙保留不动'] : parsed.warnings,
    },
    existingId: was.id,
    changes,
    problems: [],
  }
}

/**
 * Tells new, changed, same and bad rows apart. A code that stands in the file twice is bad in both places, also where
 * one of them has other faults: nobody but the sender knows which is right.
 */
export const compareRows = (
  rows: readonly ParsedRow[],
  existing: ReadonlyMap<string, ExistingEnterprise>,
  townships: readonly TownshipName[],
): ComparedRow[] => {
  const names = new Map(townships.map((it) => [it.id, it.name]))
  const byCode = Map.groupBy(rows, (row) => row.creditCode ?? '')
  return rows.map((parsed): ComparedRow => {
    const { rowNumber, input, creditCode = '' } = parsed
    const others = creditCode === '' ? [] : byCode.get(creditCode)!.filter((it) => it !== parsed)
    const problems = [...parsed.problems]
    if (others.length > 0)
      problems.push({
        column: titleOf('creditCode'),
        value: creditCode,
        problem: `与第 ${others
          .slice(0, 5)
          .map((it) => it.rowNumber)
          .join('、')} 行的信用代码相同`,
        mend: '同一家企业只留一行',
      })
    if (!input || problems.length > 0)
      return { rowNumber, status: 'bad', parsed, existingId: undefined, changes: [], problems }
    const was = existing.get(creditCode)
    return was
      ? compareRow(parsed, input, was, names)
      : { rowNumber, status: 'new', parsed, existingId: undefined, changes: [], problems }
  })
}
