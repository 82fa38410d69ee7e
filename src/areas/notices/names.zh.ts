export const robotKindNames = { wecom: '企业微信', dingtalk: '钉钉', feishu: '飞书' } as const

/** What groups are told; keys are kinds of notices. */
export const groupNoticeNames = { dispatched: '派单与调整', cancelled: '上门取消' } as const
