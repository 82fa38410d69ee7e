import { caseStateNames, lackText } from './names.zh.ts'

type Detail = Readonly<Record<string, unknown>>

export const caseTexts = {
  CASE_STATE: {
    status: 409,
    title: '现在不能这样做',
    text: (detail: Detail) =>
      `这个案件现在是「${caseStateNames[String(detail.state)] ?? ''}」，不能做这一步。已结案的，要由当事人说没有解决才重新打开。`,
  },
  CASE_LACKS: {
    status: 422,
    title: '还不能结案',
    text: (detail: Detail) =>
      `件件有回音：每位当事人都要有结果、金额、答复，并且答复已送到本人。现在还缺——${lackText((detail.lacks ?? []) as Parameters<typeof lackText>[0])}。补齐后再结。`,
  },
  CLAIM_INVALID: {
    status: 422,
    title: '事实填写有误',
    text: '当事人的事实里有填得不对的地方，没有保存。请按标出的位置改正。',
  },
  LAWYER_CONFLICT: {
    status: 409,
    title: '有利害关系，不能指派',
    text: (detail: Detail) =>
      `这位与「${String(detail.employer ?? '')}」有登记在册的关系，不能办理针对它的案件。请另派一位。`,
  },
  NOT_A_MEMBER: { status: 422, title: '不是本县的工作人员', text: '只能指派工会工作人员或小分队队员。' },
  ALREADY_ASSIGNED: { status: 409, title: '已经指派', text: '这位已经在办这个案件。' },
  DATE_AHEAD: { status: 422, title: '日期还没到', text: '登记的是已经发生的事，日期不能在今天之后。' },
  DELIVERY_HALF: { status: 422, title: '送达没有填全', text: '送达要同时写明哪一天、用什么方式。' },
  CALLBACK_HALF: {
    status: 422,
    title: '回访没有填全',
    text: '联系上了就要写明是否解决；没有联系上就不能写是否解决。',
  },
  SHEET_REFUSED: { status: 422, title: '文件读不了', text: (detail: Detail) => String(detail.reason ?? '') },
  COLUMNS_MISSING: {
    status: 422,
    title: '缺少列',
    text: (detail: Detail) => `第一行的表头里缺少：${((detail.missing ?? []) as string[]).join('、')}。补上后再上传。`,
  },
  FILE_EMPTY: { status: 422, title: '文件是空的', text: '这个文件里没有内容，请重新选择。' },
  TOO_MANY: {
    status: 429,
    title: '求助太多',
    text: '这一小时收到的求助过多，系统先拦下了。请稍后再试，或直接打县总工会的电话。',
  },
  NOT_A_CLINIC: { status: 422, title: '不是普法咨询', text: '这次上门不是普法咨询，不能登记咨询情况。' },
  CLINIC_NOT_HELD: { status: 409, title: '还没有办', text: '这场咨询还没有到场，办完再登记。' },
  ANSWERED_OVER_ASKED: {
    status: 422,
    title: '答的多于问的',
    text: (detail: Detail) => `「${String(detail.topic ?? '')}」答复的比提问的多，请核对。`,
  },
  NAMED_TWICE: {
    status: 422,
    title: '写了两次',
    text: (detail: Detail) => `「${String(detail.name ?? '')}」写了两行，请合成一行。`,
  },
} as const
