export * from './document.ts'
export { CHARACTERS, LINES } from './page.ts'
export { DOCX, toDocx } from './to-docx.ts'
export { toHtml } from './to-html.ts'
