/** What stands on a page, as plain data; it knows the form of official documents and no business. */

export type Block =
  | { readonly kind: 'title'; readonly lines: readonly string[] }
  | { readonly kind: 'recipient'; readonly names: readonly string[] }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** `heading` in the face of its level, `text` behind it in the body's; its number is counted by level. */
  | { readonly kind: 'item'; readonly level: Level; readonly heading: string; readonly text?: string }
  | { readonly kind: 'attachments'; readonly names: readonly string[] }
  | { readonly kind: 'signature'; readonly organ: string; readonly date: string }
  /** Signed by hand: who, with room for names, and a date to be filled in. */
  | { readonly kind: 'signed'; readonly by: string }
  | { readonly kind: 'note'; readonly text: string }
  /** `together`: all on one page, moved to the next where it does not fit. */
  | {
      readonly kind: 'table'
      readonly rows: readonly Row[]
      readonly columns: readonly number[]
      readonly together?: boolean
    }
  | { readonly kind: 'blank' }

/** 7.3.3: 一、 then （一） then 1. then （1）. */
export type Level = 1 | 2 | 3 | 4

export interface Row {
  readonly cells: readonly Cell[]
  /** Names of the columns: repeated on each page that the table runs on to. */
  readonly header?: boolean
  /** Lines of 3号 the row is high at least; 1 where left out. */
  readonly lines?: number
}

export interface Cell {
  readonly text: string
  /** Names of columns are centred in 黑体. */
  readonly label?: boolean
  /** Columns it takes; 1 where left out. */
  readonly span?: number
}

/** 7.4 and 10.1: what stands at the foot of the last page. The letter form shows `copies` only. */
export interface Imprint {
  readonly copies: readonly string[]
  readonly printer?: string
  /** YYYY-MM-DD. */
  readonly printedOn?: string
}

/** A page of its own behind the document, such as a receipt: same page, no head, no page number. */
export interface Appendix {
  readonly blocks: readonly Block[]
}

export interface OfficialDocument {
  /**
   * `official`: 公文 with 发文机关标志 and red rule (7.2). `letter`: 信函格式 (10.1). `plain`: the same page without a
   * head, for papers that a person files.
   */
  readonly form: 'official' | 'letter' | 'plain'
  /** 发文机关标志. */
  readonly organ: string
  /** 发文字号. */
  readonly number: string
  readonly blocks: readonly Block[]
  readonly imprint?: Imprint
  readonly appendices?: readonly Appendix[]
  /** For the file's properties. The instant is the document's own, never the clock's: same input, same bytes. */
  readonly properties: { readonly title: string; readonly creator: string; readonly at: Date }
}

/** 7.3.1: 2号小标宋, centred; break the lines by sense. */
export const title = (...lines: string[]): Block => ({ kind: 'title', lines })
/** 7.3.2: flush left, a full-width colon behind the last. */
export const recipient = (...names: string[]): Block => ({ kind: 'recipient', names })
/** 7.3.3: two characters indented. */
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text })
export const item = (level: Level, heading: string, text?: string): Block =>
  text === undefined ? { kind: 'item', level, heading } : { kind: 'item', level, heading, text }
/** 7.3.4: a blank line below the body; nothing for an empty list. */
export const attachments = (names: readonly string[]): Block[] =>
  names.length > 0 ? [{ kind: 'attachments', names }] : []
/** 7.3.5.1: with a seal; the date ends four characters before the right edge. `date` is YYYY-MM-DD. */
export const signature = (organ: string, date: string): Block => ({ kind: 'signature', organ, date })
export const signed = (by: string): Block => ({ kind: 'signed', by })
/** 7.3.6 附注: in brackets below the date. */
export const note = (text: string): Block => ({ kind: 'note', text })
export const blank: Block = { kind: 'blank' }
/** `columns` are parts of the core's width; they are scaled to fill it. */
export const table = (columns: readonly number[], rows: readonly Row[], together = false): Block => ({
  kind: 'table',
  columns,
  rows,
  together,
})

/** 7.3.5.4. */
export { dateInFull } from '../../base/civil-date.ts'

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1 to 99 as 一 to 九十九. */
export const chineseNumber = (value: number): string => {
  const [tens, ones] = [Math.floor(value / 10), value % 10]
  const front = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`
  return front + (ones === 0 && tens > 0 ? '' : DIGITS[ones]!)
}

export interface ReceiptForm {
  /** Of the delivered document. */
  readonly document: string
  readonly number: string
  readonly receiver: string
  readonly deliverer: string
  /** Ways of delivery to tick. */
  readonly ways: readonly string[]
}

/** 送达回证: a form filled by hand at delivery. The standard has none; the columns are those in use. */
export const receiptForm = (it: ReceiptForm): Block[] => {
  const label = (text: string): Cell => ({ text, label: true })
  const wide = (name: string, text: string, lines = 1): Row => ({
    cells: [label(name), { text, span: 3 }],
    lines,
  })
  return [
    title('送达回证'),
    blank,
    table(
      [6, 8, 6, 8],
      [
        wide('送达文书', it.document, 2),
        wide('文号', it.number),
        wide('受送达单位', it.receiver, 2),
        wide('送达地点', '', 2),
        wide('送达方式', it.ways.map((way) => `□${way}`).join('　'), 2),
        {
          cells: [label('送达人'), { text: '' }, label('送达时间'), { text: '　　年　月　日' }],
          lines: 2,
        },
        {
          cells: [label('收件人签收'), { text: '' }, label('签收时间'), { text: '　　年　月　日' }],
          lines: 3,
        },
        {
          cells: [label('代收人'), { text: '' }, label('与受送达单位关系'), { text: '' }],
          lines: 2,
        },
        wide('拒收或备注', '', 3),
      ],
    ),
    { kind: 'paragraph', text: `填发单位：${it.deliverer}` },
  ]
}

/** Signs that must not begin a line, 的 among them: a line of a title ends with it. */
const CLINGS = /^[，。、；：？！）》」』”’〕的]/

const words = new Intl.Segmenter('zh', { granularity: 'word' })

/** Places of `text`, in signs, at which a line may end: between words, and not inside any of `keep`. */
const breaksOf = (text: string, keep: readonly string[]): number[] => {
  const held = keep.flatMap((name) => {
    const from = name === '' ? -1 : text.indexOf(name)
    return from < 0 ? [] : [{ from, to: from + name.length }]
  })
  return [...words.segment(text)]
    .map(({ index }) => index)
    .filter((at) => at > 0 && !CLINGS.test(text.slice(at)) && !held.some(({ from, to }) => from < at && at < to))
}

/**
 * A title in as few lines as fit, at most `most` characters each (20 of 2号 fill the core), as even as words and the
 * names in `keep` allow (7.3.1: 词意完整、排列对称).
 */
export const titleLines = (text: string, keep: readonly string[] = [], most = 20): string[] => {
  const lines: string[] = []
  let rest = text
  while (rest.length > most) {
    const even = rest.length / Math.ceil(rest.length / most)
    const fitting = breaksOf(rest, keep).filter((at) => at <= most)
    const best = fitting.toSorted((one, other) => Math.abs(one - even) - Math.abs(other - even))[0] ?? most
    lines.push(rest.slice(0, best))
    rest = rest.slice(best)
  }
  return [...lines, rest]
}
