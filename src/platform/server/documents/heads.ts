import { AlignmentType, BorderStyle, Footer, Header, PageNumber, Paragraph, TextRun } from 'docx'
import type { OfficialDocument } from './document.ts'
import { fontOf } from './fonts.ts'
import { CORE, HEAD, LETTER, LINE_PITCH, MARGIN, PAGE, PAGE_NUMBER_DROP, POINTS, RED, mm } from './page.ts'
import { exactly, gap, line, run } from './paragraphs.ts'

/** Points of the mark: as wide as looks well, at most the size in use (7.2.4 leaves it free). */
const markPoints = (organ: string, most: number): number =>
  Math.min(most, Math.floor(CORE.width / 20 / Math.max(organ.length, 1)))

/*
 * In a line as high as its size the base line lies at four fifths; Chinese signs reach this part of their size above
 * the line, and end this part before its lower edge.
 */
const OVER_LINE = 0.055
const BELOW_SIGN = 0.115

const markLine = (organ: string, points: number): Paragraph =>
  line([run(organ, 'title', points, RED)], {
    alignment: AlignmentType.CENTER,
    spacing: exactly(points * 20),
  })

const rule = (size: number) => ({ style: BorderStyle.SINGLE, size, space: 0, color: RED })
// In eighths of a point: 1.5 mm in all, as 武文线 are drawn.
const THICK = 20
const THIN = 6

/** A double rule 170 mm long, centred on the page; `thick` is the line that is the thicker one. */
const doubleRule = (thick: 'upper' | 'lower'): Paragraph =>
  gap(30, {
    indent: {
      left: (PAGE.width - LETTER.ruleWidth) / 2 - MARGIN.left,
      right: (PAGE.width - LETTER.ruleWidth) / 2 - MARGIN.right,
    },
    border: {
      top: rule(thick === 'upper' ? THICK : THIN),
      bottom: rule(thick === 'upper' ? THIN : THICK),
    },
  })

/** 7.2: the mark, two lines below it the number, below that the red rule as wide as the core. */
export const officialHead = ({ organ, number }: OfficialDocument): Paragraph[] => {
  const points = markPoints(organ, 54)
  return [
    gap(HEAD.markTop + Math.round(points * 20 * OVER_LINE)),
    markLine(organ, points),
    gap(),
    gap(),
    line([run(number)], { alignment: AlignmentType.CENTER }),
    gap(mm(2.6), { border: { bottom: rule(12) } }),
    gap(),
    gap(),
  ]
}

/** 10.1: the mark 30 mm below the page's edge, 4 mm below it the double rule. It stands in the first page's header. */
export const letterHeader = ({ organ }: OfficialDocument): { header: Header; distance: number } => {
  const points = markPoints(organ, 48)
  return {
    header: new Header({
      children: [
        markLine(organ, points),
        gap(LETTER.markToRule - Math.round(points * 20 * BELOW_SIGN)),
        doubleRule('upper'),
      ],
    }),
    distance: LETTER.markTop + Math.round(points * 20 * OVER_LINE),
  }
}

/** 10.1: the number flush right below the rule, the title two lines below it. */
export const letterHead = ({ number }: OfficialDocument): Paragraph[] => [
  // The sign stands low in its line: this much less leaves 7/8 of a sign of 3号 between rule and number.
  line([run(number)], { alignment: AlignmentType.RIGHT, spacing: exactly(LINE_PITCH - mm(1.4)) }),
  gap(),
  gap(),
]

export const lowerDoubleRule = (): Footer => new Footer({ children: [doubleRule('lower')] })

const empty = (): Paragraph => gap(20)
export const emptyFooter = (): Footer => new Footer({ children: [empty()] })
export const emptyHeader = (): Header => new Header({ children: [empty()] })

/** 7.5: 4号 between dashes, one character inside the outer edge: right on odd pages, left on even ones. */
export const numberFooter = (side: 'odd' | 'even', below: number): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: side === 'odd' ? AlignmentType.RIGHT : AlignmentType.LEFT,
        indent: side === 'odd' ? { right: POINTS.four * 20 } : { left: POINTS.four * 20 },
        spacing: exactly(POINTS.four * 20),
        children: [
          new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], font: fontOf('song'), size: POINTS.four * 2 }),
        ],
      }),
      ...(below > 0 ? [gap(below)] : []),
    ],
  })

/** Room for the number's line under the core, in twips from the page's lower edge. */
export const FOOTER_DISTANCE = MARGIN.bottom - PAGE_NUMBER_DROP - mm(2.9)
