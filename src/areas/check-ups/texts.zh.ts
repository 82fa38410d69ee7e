import { visitTexts } from '../visits/texts.zh.ts'
import { checkUpStateNames, findingStateNames } from './names.zh.ts'

// Names are apart, so that no page carries the texts of failures.

interface Fault {
  readonly path: string
  readonly reason: string
}
const faultsText = (detail: Readonly<Record<string, unknown>>): string =>
  ((detail.faults ?? []) as Fault[]).map((it) => it.reason).join('；')

export const checkUpTexts = {
  INSTRUMENT_INVALID: {
    status: 422,
    title: '评估表有误',
    text: (detail: Readonly<Record<string, unknown>>) =>
      `评估表没有保存：${((detail.faults ?? []) as Fault[]).map((it) => `${it.path} ${it.reason}`).join('；')}`,
  },
  INSTRUMENT_VERSION_TAKEN: {
    status: 409,
    title: '版本号重复',
    text: '已有同一版本号的评估表。评估表一经使用不再改动，请换一个版本号。',
  },
  INSTRUMENT_LAST: {
    status: 409,
    title: '只剩这一个版本',
    text: '撤回后就没有评估表可用了，体检开始不了。请先上传或者恢复另一个版本。',
  },
  DRAW_TOO_LARGE: {
    status: 422,
    title: '抽取的家数太多',
    text: (detail: Readonly<Record<string, unknown>>) =>
      `没有正在体检的企业只有 ${String(detail.most)} 家，请少抽一些。`,
  },
  DRAW_TOO_NARROW: {
    status: 422,
    title: '抽取的家数太少',
    text: (detail: Readonly<Record<string, unknown>>) =>
      `一定要抽到的有 ${String(detail.included)} 家，只抽这么几家容易被看出来。请至少抽 ${String(detail.least)} 家，或者少指定几家。没有抽取，也没有留下记录。`,
  },
  NOT_A_CANDIDATE: {
    status: 422,
    title: '有企业不能抽取',
    text: (detail: Readonly<Record<string, unknown>>) => {
      const names = Object.values((detail.names ?? {}) as Record<string, string>)
      return `${names.length > 0 ? `${names.join('、')}已经有一次体检没有办完，或者已不在册` : '指定的企业不在名册里'}。请去掉后再抽。没有抽取，也没有留下记录。`
    },
  },
  CHECK_UP_STATE: {
    status: 409,
    title: '现在不能这样做',
    text: (detail: Readonly<Record<string, unknown>>) =>
      `这次体检现在是「${checkUpStateNames[String(detail.state)] ?? ''}」，不能做这一步。请刷新看最新情况。`,
  },
  INSPECTORS_SAME: {
    status: 422,
    title: '须有两名不同的检查人员',
    text: '两名检查人员和两个监督证号都要不同，请核对。',
  },
  INSPECTOR_UNKNOWN: { status: 422, title: '检查人员不对', text: '检查人员须是本县的工会干部或者队员，请重新选择。' },
  INSPECTORS_MISSING: { status: 409, title: '还没有指派检查人员', text: '请先指派两名持证检查人员，再开始体检。' },
  DATE_PAST: { status: 422, title: '日期已过', text: '这一天已经过去，请选今天或以后。' },
  DATE_AHEAD: { status: 422, title: '日期未到', text: '体检日期不能晚于今天，请核对。' },
  ANSWERS_INVALID: {
    status: 422,
    title: '检查结果有误',
    text: (detail: Readonly<Record<string, unknown>>) => `没有提交，内容还在：${faultsText(detail)}`,
  },
  ITEM_UNKNOWN: {
    status: 422,
    title: '没有这一项',
    text: (detail: Readonly<Record<string, unknown>>) =>
      `评估表里没有 ${((detail.items ?? []) as string[]).join('、')}，请刷新后再填。`,
  },
  FINDING_STATE: {
    status: 409,
    title: '现在不能这样做',
    text: (detail: Readonly<Record<string, unknown>>) =>
      `这一项现在是「${findingStateNames[String(detail.state)] ?? ''}」，不能做这一步。请刷新看最新情况。`,
  },
  PROOF_MISSING: { status: 422, title: '还没有证明', text: '请先上传至少一张照片或者一份 PDF 作证明，再提交这一项。' },
  FILE_NOT_PDF: {
    status: 415,
    title: '不是 PDF',
    text: '这里只收 PDF 文件。照片请用「加照片」上传，别的文件请先另存为 PDF。',
  },
  PICTURE_TOO_LARGE: visitTexts.PICTURE_TOO_LARGE,
  PICTURE_KIND: visitTexts.PICTURE_KIND,
  PICTURE_HEIC: visitTexts.PICTURE_HEIC,
  PICTURE_TOO_MANY_PIXELS: visitTexts.PICTURE_TOO_MANY_PIXELS,
  PICTURE_BROKEN: visitTexts.PICTURE_BROKEN,
} as const
