import { Document, Packer, type ISectionOptions } from 'docx'
import type { Appendix, OfficialDocument } from './document.ts'
import { fontTable } from './fonts.ts'
import {
  FOOTER_DISTANCE,
  emptyFooter,
  emptyHeader,
  letterHead,
  letterHeader,
  lowerDoubleRule,
  numberFooter,
  officialHead,
} from './heads.ts'
import { LETTER, mm, sectionPage } from './page.ts'
import { imprintLines } from './imprint.ts'
import { renderBlocks } from './paragraphs.ts'
import { stylesXml } from './styles.ts'
import { fixZipDates } from './zip-dates.ts'

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

const coreProperties = ({ title, creator, at }: OfficialDocument['properties']): string => {
  const instant = at.toISOString().replace(/\.\d+Z$/, 'Z')
  const dated = (name: string): string => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${instant}</dcterms:${name}>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(creator)}</dc:creator>` +
    `${dated('created')}${dated('modified')}</cp:coreProperties>`
  )
}

const official = (document: OfficialDocument): ISectionOptions => ({
  properties: sectionPage(mm(15), FOOTER_DISTANCE),
  headers: { default: emptyHeader(), even: emptyHeader() },
  footers: { default: numberFooter('odd', 0), even: numberFooter('even', 0) },
  children: [
    ...(document.form === 'plain' ? [] : officialHead(document)),
    ...renderBlocks(document.blocks),
    ...(document.imprint ? imprintLines('official', document.imprint) : []),
  ],
})

const letter = (document: OfficialDocument): ISectionOptions => {
  const { header, distance } = letterHeader(document)
  // One footer distance serves all pages: the number of later pages is lifted to its own place.
  const lift = FOOTER_DISTANCE - LETTER.lowerRule
  return {
    properties: { ...sectionPage(distance, LETTER.lowerRule), titlePage: true },
    headers: { first: header, default: emptyHeader(), even: emptyHeader() },
    footers: { first: lowerDoubleRule(), default: numberFooter('odd', lift), even: numberFooter('even', lift) },
    children: [
      ...letterHead(document),
      ...renderBlocks(document.blocks),
      ...(document.imprint ? imprintLines('letter', document.imprint) : []),
    ],
  }
}

const appendix = ({ blocks }: Appendix): ISectionOptions => ({
  properties: sectionPage(mm(15), FOOTER_DISTANCE),
  headers: { default: emptyHeader(), even: emptyHeader() },
  footers: { default: emptyFooter(), even: emptyFooter() },
  children: renderBlocks(blocks),
})

/**
 * The document as .docx by GB/T 9704—2012: page, grid, faces and places of the head as `page.ts` and `fonts.ts` give
 * them. Fonts are named, none is embedded. The same document gives the same bytes, on every machine and at any time.
 */
export const toDocx = async (document: OfficialDocument): Promise<Buffer> => {
  const file = new Document({
    sections: [
      document.form === 'letter' ? letter(document) : official(document),
      ...(document.appendices ?? []).map(appendix),
    ],
    evenAndOddHeaderAndFooters: true,
  })
  const bytes = await Packer.toBuffer(file, undefined, [
    { path: 'word/fontTable.xml', data: fontTable() },
    { path: 'word/styles.xml', data: stylesXml() },
    { path: 'docProps/core.xml', data: coreProperties(document.properties) },
  ])
  return fixZipDates(Buffer.from(bytes))
}
