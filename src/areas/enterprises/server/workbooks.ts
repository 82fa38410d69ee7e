import { writeWorkbook, type SheetColumn } from '../../../platform/server/spreadsheets/write-workbook.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { FileAnswer } from '../../../platform/server/http/implement.ts'
import { shiftExample, templateFields, titleOf, type ComparedRow, type ImportField } from '../domain/import/index.ts'
import { pilotLevelNames } from '../domain/pilot-levels.ts'
import * as register from './register-queries.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const widths: Readonly<Record<(typeof templateFields)[number], number>> = {
  name: 34,
  creditCode: 24,
  township: 18,
  industry: 16,
  headcount: 10,
  pilotLevel: 12,
  contactName: 12,
  contactPhone: 18,
  point: 22,
  shifts: 56,
}

const hints: Partial<Record<ImportField, string>> = {
  creditCode: '18 位，按文本填写',
  point: '先经度后纬度，如 118.2121,33.4560；不知道可以留空',
  shifts: `照这样写：${shiftExample}`,
}

const industries = [
  '新型膜材料',
  '机械制造',
  '电子信息',
  '新能源',
  '纺织服装',
  '食品酿造',
  '文体用品',
  '物流商贸',
  '其他',
]

/** The register's columns with their drop-downs. */
const columnsFor = async <Row>(
  context: Context,
  value: (row: Row, field: (typeof templateFields)[number]) => string | number | null,
): Promise<SheetColumn<Row>[]> => {
  const choices: Partial<Record<ImportField, readonly string[]>> = {
    township: (await register.townships(context)).map((it) => it.name),
    pilotLevel: Object.values(pilotLevelNames),
    industry: industries,
  }
  return templateFields.map((field) => ({
    title: titleOf(field),
    width: widths[field],
    kind: field === 'headcount' ? 'number' : 'text',
    // A closed list would refuse an industry of one's own.
    choices: choices[field],
    hint: hints[field],
    value: (row) => value(row, field),
  }))
}

export const templateFile = async (context: Context): Promise<FileAnswer> => ({
  name: '产改试点企业名册模板.xlsx',
  mediaType: XLSX,
  bytes: await writeWorkbook({
    name: '企业名册',
    columns: await columnsFor<never>(context, () => null),
    rows: [],
    spareRows: 2_000,
  }),
})

/** The bad rows as the same workbook: red cells, the reason beside each; mended, it can be uploaded as it is. */
export const errorFile = async (context: Context, rows: readonly ComparedRow[]): Promise<FileAnswer> => {
  const columns = await columnsFor<ComparedRow>(context, (row, field) => {
    const cell = row.parsed.raw[field]
    if (field === 'headcount' && typeof cell === 'number') return cell
    return cell === null || cell === undefined ? null : String(cell)
  })
  return {
    name: '有错误的行.xlsx',
    mediaType: XLSX,
    bytes: await writeWorkbook({
      name: '企业名册',
      columns: [
        ...columns,
        {
          title: '错误原因',
          width: 60,
          value: (row) => row.problems.map((it) => `${it.column}：${it.problem}（${it.mend}）`).join('；'),
        },
      ],
      rows: rows.filter((row) => row.status === 'bad'),
      bad: (row) => row.problems.map((it) => it.column),
      spareRows: 0,
    }),
  }
}

/** The register as filtered on the page, in the template's columns, so that it can be edited and uploaded again. */
export const exportFile = async (context: Context, filter: register.ListFilter): Promise<FileAnswer> => {
  const { rows } = await register.enterprisesPage(context, filter, {
    sort: 'name',
    descending: false,
    limit: 50_000,
    offset: 0,
  })
  type Row = (typeof rows)[number]
  const columns = await columnsFor<Row>(context, (row, field) => {
    const cells: Readonly<Record<(typeof templateFields)[number], string | number>> = {
      name: row.name,
      creditCode: row.creditCode,
      township: row.townshipName,
      industry: row.industry,
      headcount: row.headcount,
      pilotLevel: pilotLevelNames[row.pilotLevel],
      contactName: row.contactName,
      contactPhone: row.contactPhone,
      point: row.pointSource === 'township' ? '' : `${row.longitude},${row.latitude}`,
      shifts: '',
    }
    return cells[field]
  })
  return {
    name: `试点企业名册-${context.scope.today}.xlsx`,
    mediaType: XLSX,
    bytes: await writeWorkbook({
      name: '企业名册',
      columns: [
        ...columns,
        { title: '本月打扰', width: 12, value: (row) => `${row.usedThisMonth}/${row.visitsPerMonth}` },
        { title: '今年上门场次', width: 14, kind: 'number', value: (row) => row.deliveredThisYear },
        { title: '最近上门', width: 14, value: (row) => row.lastVisitOn },
      ],
      rows,
    }),
  }
}
