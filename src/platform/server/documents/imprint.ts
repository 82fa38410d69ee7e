import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  TabStopType,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
  type IBorderOptions,
  type Paragraph,
} from 'docx'
import { dateInFull, type Imprint, type OfficialDocument } from './document.ts'
import { CORE, LINE_PITCH, MARGIN, PAGE, POINTS } from './page.ts'
import { exactly, gap, line, run, widthOf } from './paragraphs.ts'

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }
// 7.4.1: 0.35 mm outside, 0.25 mm between, in eighths of a point.
const outer = { style: BorderStyle.SINGLE, size: 8, color: '000000' }
const inner = { style: BorderStyle.SINGLE, size: 6, color: '000000' }

interface Part {
  readonly content: Paragraph
  /** Lines of 4号 that it takes. */
  readonly lines: number
}

const PITCH = LINE_PITCH - 40

const row = ({ content, lines }: Part, top: IBorderOptions, bottom: IBorderOptions): TableRow =>
  new TableRow({
    cantSplit: true,
    height: { value: PITCH * lines, rule: HeightRule.EXACT },
    children: [
      new TableCell({
        width: { size: CORE.width, type: WidthType.DXA },
        margins: { left: 0, right: 0, top: 0, bottom: 0, marginUnitType: WidthType.DXA },
        borders: { top, bottom, left: none, right: none },
        children: [content],
      }),
    ],
  })

const ONE = POINTS.four * 20

const copiesPart = (copies: readonly string[]): Part => {
  const text = `抄送：${copies.join('，')}。`
  // Free: one character on either side, and three more on lines that run on, below the first sign behind the colon.
  const wide = Math.floor(CORE.width / ONE) - 5
  return {
    lines: Math.max(1, Math.ceil((widthOf(text) - 3) / wide)),
    content: line([run(text, 'body', POINTS.four)], {
      spacing: exactly(PITCH),
      indent: { left: ONE * 4, hanging: ONE * 3, right: ONE },
    }),
  }
}

const printedPart = (printer: string, printedOn: string): Part => ({
  lines: 1,
  content: line([run(`${printer}\t${dateInFull(printedOn)}印发`, 'body', POINTS.four)], {
    spacing: exactly(PITCH),
    alignment: AlignmentType.LEFT,
    indent: { left: ONE, right: ONE },
    tabStops: [{ type: TabStopType.RIGHT, position: CORE.width - ONE }],
  }),
})

/**
 * 7.4: copies, then printer and date, between rules at the lower edge of the core; the letter form has the copies
 * alone, without rules (10.1). Nothing where there is nothing to print.
 */
export const imprintTable = (form: OfficialDocument['form'], imprint: Imprint): (Table | Paragraph)[] => {
  const ruled = form === 'official'
  const copies = imprint.copies.length > 0 ? copiesPart(imprint.copies) : undefined
  const { printer, printedOn } = imprint
  const printed = ruled && printer && printedOn ? printedPart(printer, printedOn) : undefined
  const rows = [
    ...(copies ? [row(copies, ruled ? outer : none, !ruled ? none : printed ? inner : outer)] : []),
    ...(printed ? [row(printed, copies ? inner : outer, outer)] : []),
  ]
  if (rows.length === 0) return []
  const height = PITCH * ((copies?.lines ?? 0) + (printed?.lines ?? 0))
  return [
    new Table({
      rows,
      width: { size: CORE.width, type: WidthType.DXA },
      columnWidths: [CORE.width],
      layout: TableLayoutType.FIXED,
      borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
      // By its place on the page: "at the bottom" is not understood by every program.
      float: {
        horizontalAnchor: TableAnchorType.PAGE,
        verticalAnchor: TableAnchorType.PAGE,
        absoluteHorizontalPosition: MARGIN.left,
        absoluteVerticalPosition: PAGE.height - MARGIN.bottom - height,
      },
    }),
    // What the table is anchored to: it keeps it on this page.
    gap(20),
  ]
}
