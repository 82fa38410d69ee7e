/** How an expected failure is told: its HTTP status and what the reader sees (what happened, why, what to do next). */
export interface FailureText {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 428 | 429 | 503
  readonly title: string
  readonly text: string | ((detail: Readonly<Record<string, unknown>>) => string)
}

export type FailureTexts = Readonly<Record<string, FailureText>>

export const platformTexts = {
  INPUT_INVALID: { status: 400, title: '填写有误', text: '有内容没有填对，请按下面标出的位置修改后再提交。' },
  INPUT_UNKNOWN_FIELD: {
    status: 422,
    title: '多出了不认识的字段',
    text: '提交的内容里有这里不接受的字段，请去掉后再提交。',
  },
  NOT_SIGNED_IN: { status: 401, title: '还没有登录', text: '这一页要登录后才能看。请先登录，再回到这里。' },
  NOT_ALLOWED: {
    status: 403,
    title: '没有这个权限',
    text: '您的角色不能做这一步。如果工作需要，请联系县总工会管理员开通。',
  },
  NOT_FOUND: { status: 404, title: '没有找到', text: '没有这一条，或者它不在您能看到的范围内。请返回列表再试。' },
  STALE: {
    status: 409,
    title: '别人刚刚改过',
    text: '您打开之后，这一条已被别人修改。您填的内容还在：请对照下面不同的几项，决定保留哪一个后再保存。',
  },
  VERSION_MISSING: { status: 428, title: '缺少版本号', text: '修改时要带上读到的版本号（If-Match），请刷新后再试。' },
  KEY_REUSED: {
    status: 422,
    title: '提交编号重复',
    text: '同一个提交编号已用于另一份内容，为避免重复登记没有保存。请刷新页面重新提交。',
  },
  FILE_MISSING: { status: 400, title: '没有收到文件', text: '请选择一个文件再上传。' },
  FILE_TOO_LARGE: { status: 413, title: '文件太大', text: '文件超过了大小上限，请压缩或拆分后再上传。' },
  FOREIGN_ORIGIN: { status: 403, title: '来源不对', text: '这次提交来自别的网站，已经拦下。请从本系统的页面操作。' },
  UNAVAILABLE: { status: 503, title: '暂时连不上数据库', text: '数据没有丢失。请稍等片刻再试。' },
} as const satisfies FailureTexts

export type PlatformCode = keyof typeof platformTexts
