import { faces } from './fonts.ts'
import { LINE_PITCH, POINTS, SPREAD } from './page.ts'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

/**
 * word/styles.xml: one style, the body's. Lines of exactly the grid's pitch and characters of the grid's pitch are set
 * by the style and not taken from the grid: LibreOffice gives a character that is wider than the pitch two places of
 * the grid (7.4), so that 3号 would come to 14 a line. Word shows the same page either way.
 * Punctuation does not hang beyond the core and nothing is put between Chinese and Latin signs.
 */
export const stylesXml = (): string => {
  const { name } = faces.body
  const size = POINTS.three * 2
  return (
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles xmlns:w="${W}">` +
    '<w:docDefaults><w:rPrDefault><w:rPr>' +
    `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:eastAsia="${name}" w:cs="${name}" w:hint="eastAsia"/>` +
    `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>` +
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:overflowPunct w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>' +
    '<w:pPr><w:widowControl w:val="0"/><w:overflowPunct w:val="0"/><w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>' +
    `<w:snapToGrid w:val="0"/><w:spacing w:line="${LINE_PITCH}" w:lineRule="exact"/><w:jc w:val="both"/></w:pPr>` +
    `<w:rPr><w:snapToGrid w:val="0"/><w:spacing w:val="${SPREAD}"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>` +
    '</w:style></w:styles>'
  )
}
