import { expect, it } from 'vitest'
import { isPdf, savedName } from './keep-file.ts'

it('knows a PDF by what is in it', () => {
  expect(isPdf(Buffer.from('%PDF-1.7\n…'))).toBe(true)
  for (const other of ['<html>%PDF-', 'PK\x03\x04', '%PDF', '']) expect(isPdf(Buffer.from(other))).toBe(false)
})

it('keeps of a name what may be shown', () => {
  expect(savedName('合同清单.pdf', 'pdf')).toBe('合同清单.pdf')
  expect(savedName('C:\\桌面\\合同.清单.PDF', 'pdf')).toBe('合同.清单.pdf')
  expect(savedName('../../etc/passwd', 'pdf')).toBe('passwd.pdf')
  // A sign that turns the writing direction would show fdp.exe as exe.pdf.
  expect(savedName('合同\u202Efdp.exe', 'pdf')).toBe('合同fdp.pdf')
  expect(savedName('\n.pdf', 'pdf')).toBe('附件.pdf')
  expect(savedName('长'.repeat(90), 'pdf')).toHaveLength(64)
})
