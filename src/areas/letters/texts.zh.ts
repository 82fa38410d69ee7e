import type { FailureTexts } from '../../platform/server/http/texts.zh.ts'
import type { LetterAction, LetterKind, LetterState } from './domain/index.ts'

export const letterKindNames: Readonly<Record<LetterKind, string>> = {
  reminder: '提示函',
  opinion: '意见书',
  recommendation: '建议书',
}

/** What is printed as the kind of document in the title. */
export const letterTitles: Readonly<Record<LetterKind, string>> = {
  reminder: '工会劳动法律监督提示函',
  opinion: '工会劳动法律监督意见书',
  recommendation: '工会劳动法律监督建议书',
}

export const letterStateNames: Readonly<Record<LetterState, string>> = {
  draft: '草稿',
  submitted: '待签发',
  issued: '已签发',
  delivered: '已送达',
  answered: '已答复',
  overdue: '逾期未复',
  closed: '已办结',
  escalated: '已移送',
  withdrawn: '已撤回',
}

export const letterActionNames: Readonly<Record<LetterAction | 'draft', string>> = {
  draft: '起草',
  edit: '修改',
  drop: '删去',
  submit: '报批',
  return: '退回',
  issue: '签发',
  deliver: '送达',
  answer: '答复',
  verify: '核实',
  lapse: '逾期',
  close: '办结',
  escalate: '移送',
  withdraw: '撤回',
}

export const deliveryWayNames = {
  direct: '直接送达',
  post: '邮寄',
  electronic: '电子送达',
  left: '留置',
} as const

/** Columns of the documents are the union's own until the province has fixed them. */
export const columnsNote = '栏目为拟定，待省总统一格式后替换'

/** In place of a last day that reaches into a year whose holidays are not announced. */
export const dueUnknown = '未公布（放假安排公布后自动算出）'

const stateName = (detail: Readonly<Record<string, unknown>>): string =>
  letterStateNames[detail['state'] as LetterState] ?? '别的状态'

export const letterTexts = {
  LETTER_STATE: {
    status: 409,
    title: '现在不能这样做',
    text: (detail: Readonly<Record<string, unknown>>) =>
      `这份函书${stateName(detail)}，不能再${letterActionNames[detail['action'] as LetterAction] ?? '改'}。签发后的函书不改动；有误请撤回后另发一份。`,
  },
  SAME_PERSON: {
    status: 403,
    title: '起草人不能签发',
    text: '这份函书您写过或报送过，签发须由另一位有权签发的人来做。',
  },
  KIND_FIXED: { status: 422, title: '文种不能换', text: '草稿的文种定了不能改。请删去这份草稿，另起草一份。' },
  DATES_REVERSED: { status: 422, title: '日期前后颠倒', text: '监督检查的结束日期早于开始日期，请调换后再保存。' },
  INSPECTION_AHEAD: { status: 422, title: '日期还没到', text: '监督检查的日期晚于今天，请核对。' },
  INSPECTORS_FEW: {
    status: 422,
    title: '监督人员不足二人',
    text: '开展监督须有二人以上并出示监督证（江苏省工会劳动法律监督条例第十八条），请补上姓名和证号。',
  },
  OPINION_MISSING: {
    status: 422,
    title: '没有对应的意见书',
    text: '建议书要以发给同一家企业的意见书为前提。请先选一份没有撤回的意见书。',
  },
  OPINION_NOT_DELIVERED: {
    status: 422,
    title: '意见书还没有送达',
    text: '意见书送达后，企业逾期不答复或不改正，才可以向主管部门发建议书。请先登记送达。',
  },
  OPINION_NOT_DUE: {
    status: 422,
    title: '还不能提请处理',
    text: '意见书的答复期还没有过，或者答复还没有核实。到期未答复，或核实为没有改正后，再发建议书。',
  },
  OPINION_OBEYED: {
    status: 422,
    title: '企业已按意见书办理',
    text: '这份意见书已核实改正或已办结，没有提请主管部门处理的事由。',
  },
  FINDING_OTHER: {
    status: 422,
    title: '问题不属于这家企业',
    text: '有体检问题不是这家企业的，或者您看不到。请回到这家企业的体检，重新勾选。',
  },
  REPLACES_STANDING: { status: 422, title: '原函书还有效', text: '要另发一份代替它，请先把原来那份撤回。' },
  DATE_AHEAD: { status: 422, title: '日期还没到', text: '登记的日期晚于今天，请核对。' },
  BEFORE_ISSUE: { status: 422, title: '早于签发日', text: '送达日期早于签发日期，请核对。' },
  BEFORE_DELIVERY: { status: 422, title: '早于送达日', text: '答复日期早于送达日期，请核对。' },
  FILE_UNKNOWN: { status: 422, title: '附件不对', text: '有附件不是为这份函书上传的，或已用在别处。请重新上传。' },
  FILE_KIND: { status: 415, title: '文件类型不对', text: '请上传照片（JPEG、PNG、WebP）或 PDF。' },
  PICTURE_TOO_LARGE: { status: 413, title: '照片太大', text: '单张照片不超过 20 MB，请缩小后再传。' },
  PICTURE_KIND: { status: 415, title: '文件类型不对', text: '请上传照片（JPEG、PNG、WebP）或 PDF。' },
  PICTURE_HEIC: {
    status: 415,
    title: '照片格式打不开',
    text: '这种 HEIC 照片服务器打不开，请在手机上改存为 JPEG 再传。',
  },
  PICTURE_TOO_MANY_PIXELS: { status: 413, title: '照片像素太多', text: '请缩小到五千万像素以内再传。' },
  PICTURE_BROKEN: { status: 422, title: '照片打不开', text: '照片可能没有传完整，请重新选择再传。' },
  VERIFIED_ALREADY: { status: 409, title: '已经核实过', text: '最近一次答复已有核实结论。企业再次答复后可以再核实。' },
  ANSWER_MISSING: { status: 409, title: '还没有答复', text: '先登记答复，再核实是否办理。' },
  NOT_VERIFIED: { status: 409, title: '答复还没有核实', text: '先核实最近一次答复是否按要求办理，再走下一步。' },
  OBEYED_ALREADY: { status: 409, title: '已按要求办理', text: '最近一次答复已核实为按要求办理，请办结，不用移送。' },
} as const satisfies FailureTexts
