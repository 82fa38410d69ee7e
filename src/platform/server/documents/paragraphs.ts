import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
  type ParagraphChild,
} from 'docx'
import { dateInFull, type Block, type Cell, type Level, type Row } from './document.ts'
import { fontOf, type FaceName } from './fonts.ts'
import { counter } from './ordinals.ts'
import { CHARACTER, CORE, LINE_PITCH, POINTS } from './page.ts'

export const run = (text: string, face: FaceName = 'body', points: number = POINTS.three, color?: string): TextRun =>
  new TextRun({ text, font: fontOf(face), size: points * 2, ...(color ? { color } : {}) })

/** Lines of exactly this height: 22 to a page whatever face stands in for one that is missing. */
export const exactly = (twips: number) => ({ line: twips, lineRule: LineRuleType.EXACT, before: 0, after: 0 })

/** `count` characters of the body wide. */
export const characters = (count: number): number => Math.round(count * CHARACTER)

export const line = (children: ParagraphChild[], options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({
    spacing: exactly(LINE_PITCH),
    alignment: AlignmentType.BOTH,
    widowControl: false,
    ...options,
    children,
  })

/** An empty line, of the body's height unless another is given. */
export const gap = (twips: number = LINE_PITCH, options: IParagraphOptions = {}): Paragraph =>
  line([], { spacing: exactly(twips), run: { size: twips < LINE_PITCH ? 2 : POINTS.three * 2 }, ...options })

const levelFace: Readonly<Record<Level, FaceName>> = { 1: 'black', 2: 'kai', 3: 'body', 4: 'body' }

/** How many characters wide; digits and Latin signs are half as wide. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[\u0020-\u007e]/.test(sign) ? 0.5 : 1), 0)

const thin = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
const grid = { top: thin, bottom: thin, left: thin, right: thin, insideHorizontal: thin, insideVertical: thin }

const cellOf = (cell: Cell, width: number, keepNext: boolean): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan: cell.span ?? 1,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 80, right: 80, marginUnitType: WidthType.DXA },
    children: [
      line([run(cell.text, cell.label ? 'black' : 'body', POINTS.four)], {
        spacing: exactly(440),
        keepNext,
        alignment: cell.label ? AlignmentType.CENTER : AlignmentType.LEFT,
      }),
    ],
  })

const tableOf = (columns: readonly number[], rows: readonly Row[], together: boolean): Table => {
  const parts = columns.reduce((sum, it) => sum + it, 0)
  const widths = columns.map((it) => Math.floor((CORE.width * it) / parts))
  return new Table({
    width: { size: CORE.width, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    borders: grid,
    rows: rows.map((row, place) => {
      let at = 0
      return new TableRow({
        cantSplit: true,
        tableHeader: row.header ?? false,
        height: { value: 120 + 440 * (row.lines ?? 1), rule: HeightRule.ATLEAST },
        children: row.cells.map((cell) => {
          const taken = widths.slice(at, at + (cell.span ?? 1))
          at += cell.span ?? 1
          return cellOf(
            cell,
            taken.reduce((sum, it) => sum + it, 0),
            together && place < rows.length - 1,
          )
        }),
      })
    }),
  })
}

const attachmentLines = (names: readonly string[]): Paragraph[] => {
  // 7.3.4: a name that runs on is aligned with the name's first sign, not with the margin.
  const lead = names.length > 1 ? 6 : 5
  return [
    gap(),
    ...names.map((name, at) => {
      const number = names.length > 1 ? `${at + 1}.` : ''
      return line([run(`${at === 0 ? '附件：' : ''}${number}${name}`)], {
        indent: { left: characters(lead), hanging: characters(at === 0 ? lead - 2 : widthOf(number)) },
      })
    }),
  ]
}

/** From the middle of the page on, so that there is room to write behind it. */
const signLine = (text: string): Paragraph => line([run(text)], { indent: { left: Math.round(CORE.width / 2) } })

const signatureLines = (organ: string, date: string): Paragraph[] => {
  const dated = dateInFull(date)
  // The name is centred over the date, and the date over the name where that is longer (7.3.5.1).
  const [name, day] = [widthOf(organ), widthOf(dated)]
  const right = { organ: 4 + Math.max(0, (day - name) / 2), date: 4 + Math.max(0, (name - day) / 2) }
  const at = (text: string, free: number, keepNext: boolean): Paragraph =>
    line([run(text)], { alignment: AlignmentType.RIGHT, indent: { right: characters(free) }, keepNext })
  // Room for the seal, whose upper edge comes within one line below the text.
  return [
    gap(LINE_PITCH, { keepNext: true }),
    gap(LINE_PITCH, { keepNext: true }),
    at(organ, right.organ, true),
    at(dated, right.date, false),
  ]
}

/** Paragraphs and tables of `blocks`, items numbered anew under each heading of a higher level. */
export const renderBlocks = (blocks: readonly Block[]): (Paragraph | Table)[] => {
  const ordinalOf = counter()
  const indent = { firstLine: characters(2) }
  const render = (block: Block, next: Block | undefined): (Paragraph | Table)[] => {
    // The signature never stands alone on a page (7.3.5.5).
    const keepNext = next?.kind === 'signature'
    switch (block.kind) {
      case 'title':
        return block.lines.map((text) =>
          line([run(text, 'title', POINTS.two)], { alignment: AlignmentType.CENTER, spacing: exactly(640) }),
        )
      case 'recipient':
        return [gap(), line([run(`${block.names.join('、')}：`)], { alignment: AlignmentType.LEFT })]
      case 'paragraph':
        return [line([run(block.text)], { indent, keepNext })]
      case 'item': {
        const face = levelFace[block.level]
        const heading = run(`${ordinalOf(block.level)}${block.heading}`, face)
        const children = block.text === undefined ? [heading] : [heading, run(block.text)]
        return [line(children, { indent, keepNext: keepNext || block.text === undefined })]
      }
      case 'attachments':
        return attachmentLines(block.names)
      case 'signature':
        return signatureLines(block.organ, block.date)
      case 'signed':
        return [gap(), signLine(`${block.by}：`), gap(), signLine('　　　　年　　月　　日')]
      case 'note':
        return [line([run(`（${block.text}）`)], { indent })]
      case 'table':
        return [tableOf(block.columns, block.rows, block.together ?? false)]
      case 'blank':
        return [gap()]
    }
  }
  return blocks.flatMap((block, at) => render(block, blocks[at + 1]))
}
