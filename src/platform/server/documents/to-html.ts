import { dateInFull, type Block, type Cell, type OfficialDocument, type Row } from './document.ts'
import { faces, type FaceName } from './fonts.ts'
import { counter } from './ordinals.ts'
import { LINES, POINTS } from './page.ts'

const escapeHtml = (text: string): string =>
  text.replaceAll(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]!)

const family = (face: FaceName): string => [faces[face].name, ...faces[face].others].map((it) => `'${it}'`).join(',')

/** The page of `page.ts` for a browser's printer; the bar on top is for the screen only. */
const style = `@page{size:A4;margin:37mm 26mm 35mm 28mm}
@page:right{@bottom-right{content:"— " counter(page) " —";font:${POINTS.four}pt ${family('song')}}}
@page:left{@bottom-left{content:"— " counter(page) " —";font:${POINTS.four}pt ${family('song')}}}
body{margin:0 auto;max-width:156mm;color:#000;font:${POINTS.three}pt/${225 / LINES}mm ${family('body')};text-align:justify}
h1{margin:0;font:${POINTS.two}pt/11.3mm ${family('title')};text-align:center}
p,h2,h3{margin:0;font-size:inherit;font-weight:400;text-indent:2em}
h2,h3{break-after:avoid}
h2{font-family:${family('black')}}
h3{font-family:${family('kai')}}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:${POINTS.four}pt;line-height:7.8mm;text-align:left}
td,th{padding:1mm 1.4mm;border:.5pt solid #000;font-weight:400;overflow-wrap:anywhere}
th{font-family:${family('black')}}
tr,.together{break-inside:avoid}
.flush{text-indent:0}
.sign{text-align:right;text-indent:0;padding-right:4em;break-before:avoid}
.hint{margin:12px 0 24px;padding:8px 12px;background:#f3efe6;font:14px/1.6 sans-serif;text-indent:0}
@media screen{body{padding:0 16px 40px}}
@media screen and (max-width:600px){body{font-size:17px;line-height:1.8}h1{font-size:22px;line-height:1.5}
table{font-size:15px;line-height:1.6}}
@media print{.hint{display:none}}`

const cellOf = (cell: Cell, lines: number): string => {
  const tag = cell.label ? 'th' : 'td'
  const high = lines > 1 ? ` style="height:${lines * 7.8}mm"` : ''
  return `<${tag}${cell.span ? ` colspan="${cell.span}"` : ''}${high}>${escapeHtml(cell.text)}</${tag}>`
}

const rowOf = ({ cells, lines = 1 }: Row): string => `<tr>${cells.map((it) => cellOf(it, lines)).join('')}</tr>`

const tableOf = ({ columns, rows, together = false }: Extract<Block, { kind: 'table' }>): string => {
  const parts = columns.reduce((sum, it) => sum + it, 0)
  const widths = columns.map((it) => `<col style="width:${((100 * it) / parts).toFixed(2)}%">`).join('')
  const named = rows.filter((it) => it.header)
  const others = rows.filter((it) => !it.header)
  return (
    `<table${together ? ' class="together"' : ''}><colgroup>${widths}</colgroup>` +
    `${named.length > 0 ? `<thead>${named.map(rowOf).join('')}</thead>` : ''}<tbody>${others.map(rowOf).join('')}</tbody></table>`
  )
}

const paragraph = (text: string, kind = ''): string => `<p${kind ? ` class="${kind}"` : ''}>${escapeHtml(text)}</p>`

const render = (blocks: readonly Block[]): string => {
  const ordinalOf = counter()
  return blocks
    .map((block): string => {
      switch (block.kind) {
        case 'title':
          return `<h1>${block.lines.map(escapeHtml).join('<br>')}</h1>`
        case 'recipient':
          return paragraph(`${block.names.join('、')}：`, 'flush')
        case 'paragraph':
          return paragraph(block.text)
        case 'item': {
          const said = `${ordinalOf(block.level)}${block.heading}`
          if (block.text !== undefined) return paragraph(`${said}${block.text}`)
          return block.level > 2 ? paragraph(said) : `<h${block.level + 1}>${escapeHtml(said)}</h${block.level + 1}>`
        }
        case 'attachments':
          return block.names.map((name, at) => paragraph(`附件${at + 1}：${name}`)).join('')
        case 'signature':
          return `<br>${paragraph(block.organ, 'sign')}${paragraph(dateInFull(block.date), 'sign')}`
        case 'signed':
          return paragraph(`${block.by}：　　　　　　　　年　　月　　日`)
        case 'note':
          return paragraph(`（${block.text}）`)
        case 'table':
          return tableOf(block)
        case 'blank':
          return '<br>'
      }
    })
    .join('\n')
}

/** A `plain` document as a page to be printed from a browser, where no word processor is at hand. */
export const toHtml = (document: OfficialDocument): string =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">` +
  `<title>${escapeHtml(document.properties.title)}</title><style>${style}</style></head><body>` +
  `<div class="hint">用浏览器的「打印」打印本页，或者存成 PDF。</div><main>${render(document.blocks)}</main></body></html>`
