import type { FailureTexts } from '../../platform/server/http/texts.zh.ts'
import { reasonText } from './reason-text.zh.ts'

export const noticeTexts = {
  WEBHOOK_ADDRESS_REFUSED: {
    status: 422,
    title: '机器人的网址不能用',
    text: ({ reason }) =>
      `${reasonText(`WEBHOOK_${String(reason)}`)}。请在群里打开机器人的设置，把 Webhook 地址整个复制过来。`,
  },
  SECRET_NOT_USED: {
    status: 422,
    title: '企业微信不用密钥',
    text: '企业微信的群机器人没有签名密钥，请把这一项清空后再保存。',
  },
  ROBOT_NAME_TAKEN: { status: 409, title: '名称重复', text: '已经有同名的机器人，请换一个名称，免得分不清是哪个群。' },
  EMAIL_NOT_PLAIN: {
    status: 422,
    title: '邮箱地址不能用',
    text: '只能用常见写法的邮箱地址，例如 name@example.cn。请改好后再保存。',
  },
  TEST_NOT_SENT: {
    status: 422,
    title: '测试消息没有发出去',
    text: ({ reason, mayHaveArrived }) =>
      `${reasonText(String(reason))}。${mayHaveArrived ? '消息也可能已经到了，请先到群里看一眼。' : '请对照群里机器人的设置检查网址和密钥。'}`,
  },
} as const satisfies FailureTexts
