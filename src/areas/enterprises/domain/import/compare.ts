import type { GapPattern } from '../gaps.ts'
import { pilotLevelNames } from '../pilot-levels.ts'
import { titleOf } from './columns.ts'
import type { EnterpriseInput, ParsedRow, RowProblem, TownshipName } from './parse-row.ts'

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

// Two writings of one place may differ in the sixth place, some ten centimetres.
const samePlace = (a: number, b: number): boolean => Math.abs(a - b) < 1e-5

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
  // An empty cell says nothing about gaps; a written one replaces the week.
  if (input.gaps && input.shiftText !== '' && (was.shiftText !== input.shiftText || !sameGaps(was.gaps, input.gaps)))
    changes.push({ field: titleOf('shifts'), from: was.shiftText, to: input.shiftText })
  return changes
}

/** Tells new, changed, same and bad rows apart; a code that stands in the file twice is bad in both places. */
export const compareRows = (
  rows: readonly ParsedRow[],
  existing: ReadonlyMap<string, ExistingEnterprise>,
  townships: readonly TownshipName[],
): ComparedRow[] => {
  const names = new Map(townships.map((it) => [it.id, it.name]))
  const byCode = Map.groupBy(
    rows.filter((row) => row.input),
    (row) => row.input!.creditCode,
  )
  return rows.map((parsed): ComparedRow => {
    const { rowNumber, input } = parsed
    const twins = input ? byCode.get(input.creditCode)!.filter((it) => it !== parsed) : []
    const problems: readonly RowProblem[] =
      twins.length > 0
        ? [
            ...parsed.problems,
            {
              column: titleOf('creditCode'),
              value: input!.creditCode,
              problem: `与第 ${twins.map((it) => it.rowNumber).join('、')} 行的信用代码相同`,
              mend: '同一家企业只留一行',
            },
          ]
        : parsed.problems
    if (!input || problems.length > 0)
      return { rowNumber, status: 'bad', parsed, existingId: undefined, changes: [], problems }
    const was = existing.get(input.creditCode)
    if (!was) return { rowNumber, status: 'new', parsed, existingId: undefined, changes: [], problems }
    const changes = changesOf(input, was, names)
    return { rowNumber, status: changes.length > 0 ? 'changed' : 'same', parsed, existingId: was.id, changes, problems }
  })
}
