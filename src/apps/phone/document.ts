import { assets } from 'virtual:page-assets'

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (text: string): string => text.replaceAll(/[&<>"]/g, (letter) => escapes[letter] ?? letter)

/** JSON that can stand inside a script element: no `</script>`, no comment opener, no line separators of old engines. */
export const jsonForScript = (value: unknown): string =>
  JSON.stringify(value).replaceAll(
    /[<\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** A whole HTML page. `body` is rendered HTML, everything else plain text. No inline script: a strict CSP can stand. */
export const documentOf = (page: {
  readonly kind: 'phone' | 'stage' | 'wall'
  readonly title: string
  readonly body: string
  readonly state?: unknown
  readonly size?: 'usual' | 'elder'
  readonly description?: string
}): string => {
  const { scripts, styles } = assets[page.kind]
  return [
    '<!doctype html>',
    `<html lang="zh-CN"${page.size === 'elder' ? ' data-size="elder"' : ''}>`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    '<meta name="theme-color" content="#faf7f2">',
    '<meta name="format-detection" content="telephone=no">',
    ...(page.description ? [`<meta name="description" content="${escape(page.description)}">`] : []),
    '<link rel="icon" type="image/svg+xml" href="/favicon.svg">',
    `<title>${escape(page.title)}</title>`,
    ...styles.map((href) => `<link rel="stylesheet" href="${href}">`),
    ...scripts.map((source) => `<script type="module" src="${source}"></script>`),
    '</head>',
    `<body${page.kind === 'wall' ? ' data-look="wall"' : ''}>`,
    `<div id="app">${page.body}</div>`,
    ...(page.state === undefined
      ? []
      : [`<script type="application/json" id="state">${jsonForScript(page.state)}</script>`]),
    '</body>',
    '</html>',
  ].join('\n')
}
