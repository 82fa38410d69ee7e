/** What a visitor may answer: nothing to go on, 'done' to stop, or a code that ends it as a failure. */
export type Verdict<Code extends string> = Code | 'done' | undefined
export type XmlCode = 'XML_BROKEN' | 'XML_DECLARES_TYPE'

export interface XmlVisitor<Code extends string> {
  /** Local name, without a prefix; `attributes` as they stand, read with `attribute`. */
  open(name: string, attributes: string): Verdict<Code>
  close(name: string): Verdict<Code>
  /** Pieces of text; one text may come in several. */
  text?(text: string): Verdict<Code>
}

const CHUNK = 1 << 20
// One tag, comment or CDATA section longer than this is none a spreadsheet program writes.
const LONGEST_MARKUP = 1 << 20
const DEEPEST = 64
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with the five entities of XML and character numbers put in; there are no others without a document type. */
export const unescapeXml = (text: string): string =>
  text.includes('&')
    ? text.replaceAll(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) => {
        if (name !== undefined) return NAMED[name as string] ?? whole
        const code = hex === undefined ? Number(decimal) : Number.parseInt(hex as string, 16)
        return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd'
      })
    : text

const patterns = new Map<string, RegExp>()

/** The value of an attribute by its local name. */
export const attribute = (attributes: string, name: string): string | undefined => {
  let pattern = patterns.get(name)
  if (!pattern) patterns.set(name, (pattern = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)))
  const match = pattern.exec(attributes)
  const value = match?.[1] ?? match?.[2]
  return value === undefined ? undefined : unescapeXml(value)
}

/** The '>' that ends a tag; one inside quotes does not. -1 where more text is needed. One pass, whatever stands there. */
const endOfTag = (text: string, from: number): number => {
  let open = ''
  for (let at = from; ;) {
    const end = text.indexOf(open === '' ? '>' : open, at)
    if (end < 0) return -1
    if (open !== '') {
      open = ''
      at = end + 1
      continue
    }
    let quote = at
    while (quote < end && text[quote] !== '"' && text[quote] !== "'") quote++
    if (quote === end) return end
    open = text[quote]!
    at = quote + 1
  }
}

const decoderFor = (bytes: Buffer): TextDecoder =>
  new TextDecoder(
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8',
  )

const localName = (name: string): string => {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

/**
 * Walks over XML from front to back without building anything. A document type is refused where it stands, so no
 * entity can be declared; elements must close, so that a part cut short is not taken for a whole one.
 * @returns undefined when read to the end or the visitor is done, else the code.
 */
export const scanXml = <Code extends string>(bytes: Buffer, visitor: XmlVisitor<Code>): Code | XmlCode | undefined => {
  const decoder = decoderFor(bytes)
  let text = ''
  let at = 0
  let depth = 0
  let seen = false
  for (let from = 0; from <= bytes.length; from += CHUNK) {
    const last = from + CHUNK > bytes.length
    text = text.slice(at) + decoder.decode(bytes.subarray(from, from + CHUNK), { stream: !last })
    at = 0
    for (;;) {
      const tag = text.indexOf('<', at)
      // An entity cut by the end of the chunk waits for its rest.
      const upTo = tag >= 0 ? tag : last ? text.length : Math.max(at, text.length - 16)
      if (upTo > at && depth > 0 && visitor.text) {
        const cut = tag >= 0 || last ? -1 : text.slice(at, upTo + 16).lastIndexOf('&')
        const end = cut >= 0 && at + cut > upTo - 16 ? Math.min(upTo, at + cut) : upTo
        const verdict = visitor.text(unescapeXml(text.slice(at, end)))
        if (verdict) return verdict === 'done' ? undefined : verdict
        at = end
      } else at = upTo
      if (tag < 0) break
      if (text.startsWith('<!', tag)) {
        const [mark, close] = text.startsWith('<!--', tag) ? ['<!--', '-->'] : ['<![CDATA[', ']]>']
        if (!text.startsWith(mark!, tag)) {
          if (!last && text.length - tag < 9) break
          return 'XML_DECLARES_TYPE'
        }
        const end = text.indexOf(close!, tag + mark!.length)
        if (end < 0) break
        if (close === ']]>') {
          const verdict = visitor.text?.(text.slice(tag + 9, end))
          if (verdict) return verdict === 'done' ? undefined : verdict
        }
        at = end + 3
        continue
      }
      if (text.startsWith('<?', tag)) {
        const end = text.indexOf('?>', tag)
        if (end < 0) break
        at = end + 2
        continue
      }
      const end = endOfTag(text, tag + 1)
      if (end < 0) break
      at = end + 1
      if (text[tag + 1] === '/') {
        depth--
        const verdict = visitor.close(localName(text.slice(tag + 2, end).trimEnd()))
        if (verdict) return verdict === 'done' ? undefined : verdict
        if (depth < 0) return 'XML_BROKEN'
        continue
      }
      seen = true
      const empty = text[end - 1] === '/'
      const inside = text.slice(tag + 1, empty ? end - 1 : end)
      const space = inside.search(/\s/)
      const name = localName(space < 0 ? inside : inside.slice(0, space))
      const opened = visitor.open(name, space < 0 ? '' : inside.slice(space))
      if (opened) return opened === 'done' ? undefined : opened
      if (empty) {
        const closed = visitor.close(name)
        if (closed) return closed === 'done' ? undefined : closed
      } else if (++depth > DEEPEST) return 'XML_BROKEN'
    }
    if (text.length - at > LONGEST_MARKUP + CHUNK) return 'XML_BROKEN'
  }
  return depth === 0 && seen && text.slice(at).trim() === '' ? undefined : 'XML_BROKEN'
}
