import { dateOf, minuteOf } from './domain/telling.ts'

const stateNames: Readonly<Record<string, string>> = {
  planned: '已排期',
  dispatched: '待接单',
  accepted: '已接单',
  declined: '已婉拒',
  arrived: '已到场',
  delivered: '已登记',
  answered: '已评单',
  settled: '已办结',
  cancelled: '已取消',
}

export const visitStateNames = stateNames

export const reasonNames: Readonly<Record<string, string>> = {
  'no-gap': '期限内没有够长的时间缝隙',
  'no-team': '没有哪支小分队在这些缝隙里出勤',
  burden: '打扰上限已用在更值得的上门上',
  predecessor: '它要跟在后面的那次没有排上',
  capacity: '小分队的时间给了更值得的上门',
}

export const visitTexts = {
  KIND_NAME_TAKEN: { status: 409, title: '名称重复', text: '菜单里已有同名的活动，请换一个名称。' },
  DATES_REVERSED: { status: 422, title: '日期前后颠倒', text: '结束日期早于开始日期，请调换后再保存。' },
  DATE_PAST: { status: 422, title: '日期已过', text: '这一天已经过去，请选今天或以后。' },
  DATES_FROZEN: {
    status: 422,
    title: '这些日子不接待',
    text: '要的日子都在企业登记的繁忙期或冻结日期里，没有一天能上门。请换日子，或先撤销冻结。',
  },
  KIND_NOT_OFFERED: { status: 422, title: '这项活动停了', text: '菜单里已经不提供这项活动，请换一项。' },
  SAME_REQUEST_OPEN: {
    status: 409,
    title: '已经点过',
    text: '这家企业同样的活动还有一单没有安排。请等那一单，或先撤回它。',
  },
  TEAM_CANNOT: { status: 422, title: '这支队伍不做这项活动', text: '指定的小分队不提供这项活动，请换一支或不指定。' },
  REQUEST_STATE: {
    status: 409,
    title: '这一单不能这样改',
    text: '它已经安排、办完或撤回。已派出的请到上门活动里取消，并写明原因。',
  },
  MONTH_PAST: { status: 422, title: '月份已过', text: '这个月已经没有可排的日子，请选以后的月份。' },
  YEAR_NOT_ANNOUNCED: {
    status: 422,
    title: '未公布',
    text: (detail: Readonly<Record<string, unknown>>) =>
      `${String(detail.year ?? '这一年')}年的节假日和调休，国务院还未公布，因此不能排期。公布后请管理员录入。`,
  },
  NOTHING_TO_PLAN: {
    status: 422,
    title: '没有可排的点单',
    text: '这个月没有待安排的点单。可先代企业点单，或把到期的覆盖需求列为点单。',
  },
  PLAN_NOT_DRAFT: { status: 409, title: '不是草稿', text: '这份排期已经发布或被替换，不能再改。请重新排一份。' },
  PLAN_OUTDATED: {
    status: 409,
    title: '情况变了',
    text: '这份草稿排好之后，有点单被撤回或已另行安排。请重新排一份再发布，以免派错。',
  },
  RULES_BROKEN: {
    status: 422,
    title: '这样排行不通',
    text: (detail: Readonly<Record<string, unknown>>) =>
      `${(detail.broken as { text: string }[]).map((it) => it.text).join('；')}。没有保存，请换个位置。`,
  },
  VISIT_STATE: {
    status: 409,
    title: '现在不能这样做',
    text: (detail: Readonly<Record<string, unknown>>) =>
      `这次上门现在是「${stateNames[String(detail.state)] ?? ''}」，不能再做这一步。请刷新看最新情况。`,
  },
  NOT_TODAY: {
    status: 409,
    title: '还没到日子',
    text: (detail: Readonly<Record<string, unknown>>) =>
      `这次上门在${dateOf(String(detail.date))}，到那天才能办这一步。`,
  },
  CODE_EXPIRED: {
    status: 410,
    title: '签到码已过期',
    text: '签到码每 20 秒换一次，截图无效。请对着现场屏幕重新扫一次。',
  },
  CODE_WRONG: { status: 422, title: '签到码不对', text: '这不是本次活动的签到码，请对着现场屏幕重新扫一次。' },
  TRAINED_OVER_HEADS: { status: 422, title: '人数不合', text: '受训人数不能多于到场人数，请核对。' },
  PICTURE_TOO_LARGE: { status: 413, title: '照片太大', text: '一张照片最多 20 MB，请在相机里选小一号再拍。' },
  PICTURE_KIND: { status: 415, title: '不是照片', text: '只收 JPG、PNG、WebP 照片，请重新拍一张。' },
  PICTURE_HEIC: {
    status: 415,
    title: '照片格式读不了',
    text: '这是 HEIC 格式。请在相机设置里改用「兼容性最佳」（JPEG）再拍。',
  },
  PICTURE_TOO_MANY_PIXELS: { status: 422, title: '照片尺寸太大', text: '照片超过 5000 万像素，请换普通模式再拍。' },
  PICTURE_BROKEN: { status: 422, title: '照片坏了', text: '这张照片没有传完整或已损坏，请重新拍一张。' },
  SIGN_IN_FIRST: { status: 403, title: '请先签到', text: '在现场扫码签到以后，才能给这次活动留言。' },
  ALREADY_CLOSED: { status: 409, title: '已经办结', text: '这一项已经办结，不用再办。' },
} as const

/** One broken rule as a sentence. `at` names the request's enterprise and activity, `others` those in the way. */
export const ruleText = (
  code: string,
  detail: Readonly<Record<string, number | string>>,
  names: { team: string; others: string; date: (day: number) => string },
): string => {
  const minute = (name: string): string => minuteOf(Number(detail[name]))
  const texts: Readonly<Record<string, () => string>> = {
    UNKNOWN_REQUEST: () => '这一单已不在本期排期里',
    UNKNOWN_TEAM: () => '没有这支小分队',
    VISITED_TWICE: () => '同一单排了两次',
    KIND_NOT_GIVEN: () => `${names.team}不提供这项活动`,
    TEAM_NOT_WANTED: () => '点单指定了别的小分队',
    NOT_WHOLE: () => '时间要精确到分钟',
    NO_GAP_THAT_DAY: () => '企业这一天没有时间缝隙',
    GAP_OF_OTHER_TYPE: () => '企业这段时间不适合这类活动',
    OUTSIDE_GAP: () => `${minute('start')}–${minute('end')}不在企业的时间缝隙里`,
    DAY_NOT_WANTED: () => `企业要的是${names.date(Number(detail.first))}到${names.date(Number(detail.last))}`,
    NO_SHIFT: () => `${names.team}这一天不出勤`,
    BEFORE_SHIFT: () => `${names.team}最早${minute('arrival')}才能到`,
    TOO_SOON_AFTER: () => `从${names.others}赶过来要到${minute('arrival')}`,
    BACK_TOO_LATE: () => `${names.team}要到${minute('back')}才能回来，超过收工时间${minute('shiftEnd')}`,
    DAY_FULL: () => `${names.team}一天最多${detail.most}场`,
    TEAM_FULL: () => `${names.team}本期最多${detail.most}场`,
    BUDGET_USED_UP: () => `企业的打扰上限是本期${detail.most}次，已给${names.others || '别的上门'}`,
    TOO_CLOSE: () => `与${names.others}相隔不足${detail.apart}天`,
    TOO_CLOSE_TO_RECENT: () => `与${names.date(Number(detail.recent))}的上门相隔不足${detail.apart}天`,
    PREDECESSOR_MISSING: () => `要先排上${names.others}`,
    TOO_SOON_AFTER_PREDECESSOR: () => `要在${names.date(Number(detail.earliest))}及以后，等${names.others}办过`,
    PIN_MOVED: () => '这一场已锁定，不能挪动',
  }
  return texts[code]?.() ?? '不合排期规则'
}
