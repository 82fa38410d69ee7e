import { attribute, scanXml, type XmlCode } from './xml-scan.ts'
import { cleanText, LONGEST_TEXT, showsDate } from './cell-values.ts'

/** A sheet's place in the workbook; `path` is the part that holds it. */
export interface SheetPart {
  readonly name: string
  readonly hidden: boolean
  readonly path: string
}

export interface WorkbookParts {
  readonly sheets: readonly SheetPart[]
  readonly from1904: boolean
  readonly texts: readonly string[]
  /** By cell style: true where numbers are shown as dates. */
  readonly dateStyles: readonly boolean[]
}

/** Parts by lower-case name: programs differ in case, and some write rels with a leading slash. */
export type Parts = ReadonlyMap<string, Buffer>

const resolvePath = (folder: string, target: string): string => {
  const steps = target.startsWith('/') ? [] : folder.split('/').filter((it) => it !== '')
  for (const step of target.split('/'))
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  return steps.join('/').toLowerCase()
}

interface Relation {
  readonly type: string
  readonly path: string
}

/** Relations of a part by id; external ones left out, nothing is ever fetched. */
const relationsOf = (parts: Parts, part: string, into: Map<string, Relation>): XmlCode | undefined => {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const rels = parts.get(`${folder}_rels/${part.slice(folder.length)}.rels`)
  return (
    rels &&
    scanXml<never>(rels, {
      open: (name, attributes) => {
        const id = attribute(attributes, 'Id')
        const target = attribute(attributes, 'Target')
        if (name === 'Relationship' && id && target && attribute(attributes, 'TargetMode') !== 'External')
          into.set(id, { type: attribute(attributes, 'Type') ?? '', path: resolvePath(folder, target) })
        return undefined
      },
      close: () => undefined,
    })
  )
}

const readTexts = (xml: Buffer, texts: string[]): XmlCode | undefined => {
  let text = ''
  let inText = false
  // Readings above the signs (rPh) are no part of the text.
  let inReading = false
  return scanXml<never>(xml, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') inReading = true
      else if (name === 't') inText = !inReading
      return undefined
    },
    close: (name) => {
      if (name === 'si') texts.push(cleanText(text))
      else if (name === 'rPh') inReading = false
      else if (name === 't') inText = false
      return undefined
    },
    text: (piece) => {
      if (inText && text.length < LONGEST_TEXT) text += piece
      return undefined
    },
  })
}

const readDateStyles = (xml: Buffer, dateStyles: boolean[]): XmlCode | undefined => {
  const formats = new Map<number, string>()
  let inCellFormats = false
  return scanXml<never>(xml, {
    open: (name, attributes) => {
      const id = Number(attribute(attributes, 'numFmtId') ?? 0)
      if (name === 'cellXfs') inCellFormats = true
      else if (name === 'numFmt') formats.set(id, attribute(attributes, 'formatCode') ?? '')
      else if (name === 'xf' && inCellFormats) dateStyles.push(showsDate(id, formats.get(id)))
      return undefined
    },
    close: (name) => {
      if (name === 'cellXfs') inCellFormats = false
      return undefined
    },
  })
}

/** What stands around the sheets; a code where there is no workbook or a part cannot be read. */
export const readParts = (parts: Parts): WorkbookParts | XmlCode | 'NOT_A_WORKBOOK' => {
  const roots = new Map<string, Relation>()
  const rootFault = relationsOf(parts, '', roots)
  if (rootFault) return rootFault
  const main = [...roots.values()].find((it) => it.type.endsWith('/officeDocument'))?.path ?? 'xl/workbook.xml'
  const workbook = parts.get(main)
  if (!workbook) return 'NOT_A_WORKBOOK'
  const relations = new Map<string, Relation>()
  const sheets: SheetPart[] = []
  let from1904 = false
  let isWorkbook = false
  const fault =
    relationsOf(parts, main, relations) ??
    scanXml<never>(workbook, {
      open: (name, attributes) => {
        if (name === 'workbook') isWorkbook = true
        if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attribute(attributes, 'date1904') ?? '')
        const relation = name === 'sheet' ? relations.get(attribute(attributes, 'id') ?? '') : undefined
        if (relation?.type.endsWith('/worksheet'))
          sheets.push({
            name: attribute(attributes, 'name') ?? '',
            hidden: /hidden/i.test(attribute(attributes, 'state') ?? ''),
            path: relation.path,
          })
        return undefined
      },
      close: () => undefined,
    })
  if (fault) return fault
  if (!isWorkbook) return 'NOT_A_WORKBOOK'
  const partOf = (kind: string): Buffer | undefined =>
    parts.get(
      [...relations.values()].find((it) => it.type.endsWith(`/${kind}`))?.path ?? `xl/${kind.toLowerCase()}.xml`,
    )
  const texts: string[] = []
  const dateStyles: boolean[] = []
  const textPart = partOf('sharedStrings')
  const stylePart = partOf('styles')
  const partFault = (textPart && readTexts(textPart, texts)) ?? (stylePart && readDateStyles(stylePart, dateStyles))
  return partFault ?? { sheets, from1904, texts, dateStyles }
}
