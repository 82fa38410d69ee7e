import type { Role } from '../../platform/base/operation.ts'

export const roleNames: Readonly<Record<Role, string>> = {
  admin: '管理员',
  chair: '主席',
  staff: '工会干部',
  leader: '小队长',
  member: '队员',
  contact: '企业联络人',
  worker: '职工',
}

export const accountTexts = {
  SIGN_IN_REFUSED: {
    status: 401,
    title: '没有登录成功',
    text: '用户名或密码不对。请核对后再试；忘了密码请联系县总工会管理员重设。',
  },
  DEMO_ONLY: { status: 403, title: '只用于演示县', text: '这一步只在本机打开的演示县里能用。请用自己的账号登录。' },
  ALREADY_SET_UP: {
    status: 409,
    title: '已经有管理员',
    text: '这里已经建好第一位管理员。请用他的账号登录后添加别人。',
  },
  LOOPBACK_ONLY: {
    status: 403,
    title: '要在服务器本机操作',
    text: '第一位管理员要在服务器本机的浏览器里建立，以免被别人抢先。',
  },
  USERNAME_TAKEN: { status: 409, title: '用户名已被使用', text: '这个用户名已经有人用了，请换一个。' },
  LAST_ADMIN: { status: 409, title: '最后一位管理员', text: '收回之后就没有管理员了。请先给另一位同志开通管理员。' },
} as const
