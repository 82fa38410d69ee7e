import { linkOf, oneLine, type Notice } from '../message.ts'

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)

const FOOT = '这封邮件由“轻骑”系统自动发出，请不要直接回复。'

/** The plain text part. */
export const textOf = (notice: Notice): string => {
  const link = linkOf(notice)
  const rows = [oneLine(notice.title), '', ...notice.lines.map(oneLine), ...(link ? ['', `查看详情：${link}`] : [])]
  return `${[...rows, '', '——', FOOT].join('\n')}\n`
}

/** The HTML part: no pictures, no scripts, nothing loaded from outside. */
export const htmlOf = (notice: Notice): string => {
  const link = linkOf(notice)
  const rows = notice.lines.map((line) => `<p style="margin:0 0 8px">${escaped(oneLine(line))}</p>`)
  const button = link
    ? [`<p style="margin:16px 0"><a href="${escaped(link)}" style="color:#b3261e">查看详情</a></p>`]
    : []
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"></head>',
    '<body style="font:16px/1.7 sans-serif;color:#222;max-width:600px">',
    `<h1 style="font-size:20px;margin:0 0 12px">${escaped(oneLine(notice.title))}</h1>`,
    ...rows,
    ...button,
    `<p style="margin:24px 0 0;color:#666;font-size:13px">${FOOT}</p></body></html>`,
  ].join('\n')
}
