import { expect, test } from 'vitest'
import { reasonText } from './reason-text.zh.ts'

test('every reason is told in words, unknown numbers with their number', () => {
  expect(reasonText('SMTP_550')).toBe('收件邮箱不存在或拒收')
  expect(reasonText('SMTP_451')).toBe('邮件服务器暂时不收（451）')
  expect(reasonText('SMTP_LOGIN_535')).toBe('登录邮件服务器没有成功（535）')
  expect(reasonText('HTTP_503')).toBe('对方的服务器出了故障（503）')
  expect(reasonText('ERRCODE_12345')).toBe('机器人没有接收（错误号 12345）')
  expect(reasonText('WEBHOOK_HOST')).toContain('内部网络')
  expect(reasonText('SOMETHING_NEW')).toBe('没有送达（SOMETHING_NEW）')
})
