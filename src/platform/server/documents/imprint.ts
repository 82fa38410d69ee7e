import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  HeightRule,
  TabStopType,
  type IParagraphOptions,
  type Paragraph,
} from 'docx'
import { dateInFull, type Imprint, type OfficialDocument } from './document.ts'
import { CORE, LINE_PITCH, MARGIN, PAGE, POINTS } from './page.ts'
import { exactly, gap, line, run, widthOf } from './paragraphs.ts'

// 7.4.1: 0.35 mm outside, 0.25 mm between, in eighths of a point.
const outer = { style: BorderStyle.SINGLE, size: 8, space: 0, color: '000000' }
const inner = { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' }
/** Points between the last line and the rule below it. */
const UNDER = 4

const PITCH = LINE_PITCH
const ONE = POINTS.four * 20

/** A frame as wide as the core, of `lines` lines that end `above` twips over its lower edge. */
const framed = (lines: number, above: number): IParagraphOptions => ({
  spacing: exactly(PITCH - (UNDER * 20) / lines),
  // By its place on the page: "at the bottom" is not understood alike by every program.
  frame: {
    type: 'absolute',
    position: { x: MARGIN.left, y: PAGE.height - MARGIN.bottom - above - lines * PITCH },
    width: CORE.width,
    height: lines * PITCH,
    rule: HeightRule.EXACT,
    wrap: FrameWrap.AROUND,
    anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
  },
})

/**
 * 7.4: copies, then printer and date, between rules at the lower edge of the core, on the page on which the document
 * ends; the letter form has the copies alone, without rules (10.1). Nothing where there is nothing to print.
 */
export const imprintLines = (form: OfficialDocument['form'], imprint: Imprint): Paragraph[] => {
  const { copies, printer, printedOn } = imprint
  const ruled = form === 'official'
  const printed = ruled && printer !== undefined && printedOn !== undefined
  const text = `抄送：${copies.join('，')}。`
  // Free: one character on either side, and three more on lines that run on, below the first sign behind the colon.
  const lines = Math.max(1, Math.ceil((widthOf(text) - 3) / (Math.floor(CORE.width / ONE) - 5)))
  const copied =
    copies.length > 0 &&
    line([run(text, 'body', POINTS.four)], {
      ...framed(lines, printed ? PITCH : 0),
      indent: { left: ONE * 4, hanging: ONE * 3, right: ONE },
      ...(ruled ? { border: { top: outer, ...(printed ? {} : { bottom: { ...outer, space: UNDER } }) } } : {}),
    })
  const last =
    printed &&
    line([run(`${printer}\t${dateInFull(printedOn)}印发`, 'body', POINTS.four)], {
      ...framed(1, 0),
      alignment: AlignmentType.LEFT,
      indent: { left: ONE, right: ONE },
      tabStops: [{ type: TabStopType.RIGHT, position: CORE.width - ONE }],
      border: { top: copied ? inner : outer, bottom: { ...outer, space: UNDER } },
    })
  // What the frames are anchored to ends the section and takes no room of its own; text keeps clear of frames.
  return copied || last ? [...(copied ? [copied] : []), ...(last ? [last] : []), gap(2)] : []
}
