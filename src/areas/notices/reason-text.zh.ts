/** Why a delivery failed, as sentences; keys are the codes the channels give. */
const known: Readonly<Record<string, string>> = {
  NO_ADDRESS: '收件人没有填邮箱',
  ADDRESS_NOT_VALID: '邮箱地址写得不对',
  MAIL_NOT_WANTED: '收件人已关闭邮件通知',
  ROBOT_OFF: '机器人已停用',
  SECRET_NOT_USED: '企业微信的群机器人不用密钥',
  MAIL_NOT_SET_UP: '服务器没有设置邮件',
  SERVER_STOPPED: '发送途中服务器停止了',
  UNEXPECTED: '系统出了意外，已写入运行日志',
  NO_CONNECTION: '连不上对方的服务器',
  TIMEOUT: '对方的服务器没有及时应答',
  NAME_NOT_FOUND: '找不到这个网址',
  ADDRESS_NOT_PUBLIC: '地址指向内部网络，已拦下',
  ANSWER_TOO_LARGE: '对方的应答太长，不像是机器人',
  ANSWER_BROKEN_OFF: '对方应答到一半断开了',
  ANSWER_NOT_UNDERSTOOD: '对方的应答看不懂，不像是机器人',
  SMTP_ETLS: '邮件服务器不支持加密连接',
  SMTP_ENOAUTH: '邮件服务器不接受登录',
  SMTP_EAUTH: '邮件服务器的用户名或密码不对',
  SMTP_ECONNECTION: '连不上邮件服务器',
  SMTP_ESOCKET: '连不上邮件服务器',
  SMTP_EDNS: '找不到邮件服务器',
  SMTP_ETIMEDOUT: '邮件服务器没有及时应答',
  SMTP_550: '收件邮箱不存在或拒收',
  SMTP_552: '收件邮箱已满',
  SMTP_554: '邮件被拒收',
  HTTP_404: '网址不对，机器人可能已被移除',
  HTTP_429: '发得太快，被限流',
  ERRCODE_93000: '机器人不存在，可能已被移出群',
  ERRCODE_45009: '发得太快，被限流',
  ERRCODE_310000: '机器人的安全设置（签名、关键词或网段）没有通过',
  ERRCODE_300001: '机器人不存在，可能已被移出群',
  ERRCODE_19001: '机器人不存在，可能已被移出群',
  ERRCODE_19021: '签名密钥不对',
  ERRCODE_19024: '消息里没有机器人要求的关键词',
}

const webhook: Readonly<Record<string, string>> = {
  NO_ADDRESS: '这不是一个网址',
  USER_INFO: '网址里不能带用户名和密码',
  NOT_HTTPS: '网址要以 https:// 开头',
  HOST: '网址不是这家机器人服务的，内部网络的地址也不能用',
  PATH: '网址不完整，或者不是群机器人的地址',
}

/** One sentence part without a full stop, with the service's number where only that is known. */
export const reasonText = (reason: string): string => {
  const text = known[reason]
  if (text) return text
  const [, family, rest] = /^(SMTP_LOGIN|SMTP|HTTP|ERRCODE|WEBHOOK)_(.+)$/.exec(reason) ?? []
  switch (family) {
    case 'WEBHOOK':
      return webhook[rest!] ?? '网址不能用'
    case 'SMTP_LOGIN':
      return `登录邮件服务器没有成功（${rest}）`
    case 'SMTP':
      return rest!.startsWith('4') ? `邮件服务器暂时不收（${rest}）` : `邮件服务器没有接收（${rest}）`
    case 'HTTP':
      return rest!.startsWith('5') ? `对方的服务器出了故障（${rest}）` : `对方没有接收（${rest}）`
    case 'ERRCODE':
      return `机器人没有接收（错误号 ${rest}）`
    default:
      return `没有送达（${reason}）`
  }
}
