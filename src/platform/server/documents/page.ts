import type { ISectionPropertiesOptions } from 'docx'

/*
 * The page of GB/T 9704—2012 (党政机关公文格式). Clauses are named where a measure is taken from them; they were read in
 * transcriptions of the standard, not in the printed standard itself.
 * Lengths are in twips (1/20 pt, 1440 to an inch) unless a name says otherwise.
 */

const TWIPS_PER_MM = 1440 / 25.4

/** Whole twips of a length in mm. */
export const mm = (length: number): number => Math.round(length * TWIPS_PER_MM)

/** 5.1: A4, 210 mm × 297 mm, as word processors write it. */
export const PAGE = { width: 11_906, height: 16_838 } as const

/** 5.2.1: 天头 37 mm, 订口 28 mm, 版心 156 mm × 225 mm; what is left is 26 mm on the right and 35 mm below. ±1 mm. */
export const MARGIN = { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35) } as const
export const CORE = {
  width: PAGE.width - MARGIN.left - MARGIN.right,
  height: PAGE.height - MARGIN.top - MARGIN.bottom,
} as const

/** 5.2.3: 22 lines of 28 characters fill the core. */
export const LINES = 22
export const CHARACTERS = 28

/** Points of the named sizes (号): 二号, 三号, 四号. 5.2.2: 3号 unless said otherwise. */
export const POINTS = { two: 22, three: 16, four: 14 } as const

/** Rounded down, or the last line would not fit. */
export const LINE_PITCH = Math.floor(CORE.height / LINES)

/** w:charSpace: what the pitch of a character differs from the body's size, in 1/4096 pt; rounded down likewise. */
export const CHAR_SPACE = Math.floor((CORE.width / 20 / CHARACTERS - POINTS.three) * 4096)

/**
 * What is taken from the width of each character (w:spacing), so that 28 of 3号 fit, in whole twips. One more than
 * need be: where a line is filled to its last twip, LibreOffice (7.4) loses a stop or comma that ends it.
 */
export const SPREAD = Math.floor(CORE.width / CHARACTERS - POINTS.three * 20) - 1

/** The pitch of one character of the body: what 「空一字」 leaves free. */
export const CHARACTER = POINTS.three * 20 + SPREAD

/** 5.2.4 black; 7.2.4 the head is red. */
export const RED = 'FF0000'

/** 10.1: double rules of the letter form, 170 mm, centred on the page, the lower one 20 mm from the page's edge. */
export const LETTER = {
  ruleWidth: mm(170),
  markTop: mm(30),
  markToRule: mm(4),
  lowerRule: mm(20),
} as const

/** 7.2.4: from the core's upper edge to the mark's. 7.2.7: from the number to the red rule. */
export const HEAD = { markTop: mm(35), numberToRule: mm(4) } as const

/** 7.5: from the core's lower edge to the dashes beside the page number. */
export const PAGE_NUMBER_DROP = mm(7)

/** Size, margins and grid of every section; header and footer distances differ by form. */
export const sectionPage = (header: number, footer: number): ISectionPropertiesOptions => ({
  page: { size: { ...PAGE }, margin: { ...MARGIN, header, footer, gutter: 0 } },
  grid: { type: 'linesAndChars', linePitch: LINE_PITCH, charSpace: CHAR_SPACE },
})
