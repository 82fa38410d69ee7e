import type { FileAnswer } from '../../../platform/server/http/implement.ts'
import { writeWorkbook, type SheetColumn } from '../../../platform/server/spreadsheets/write-workbook.ts'
import { outcomes, receivedTitle, sheetTitles, topics, type SheetTitle } from '../domain/index.ts'
import { amountKindNames, deliveryNames, outcomeNames, payerNames, topicNames } from '../names.zh.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const SPARE_ROWS = 2_000
const DAY = '写日期，如 2025-06-30'

/** What may be chosen, how wide, and what is told when the header is chosen. */
const looks: Readonly<Record<SheetTitle, Omit<SheetColumn<never>, 'title' | 'value'>>> = {
  案件编号: { width: 16, hint: '同一个案件的每一行写同一个编号；导入过的编号不会再导' },
  [receivedTitle]: { width: 14, kind: 'date', hint: `${DAY}；空着按导入当天` },
  事由: { width: 16, choices: topics.map((it) => topicNames[it]!) },
  用人单位: { width: 30 },
  姓名: { width: 12, hint: '一人一行；这个人还有别的金额，在下面再写一行' },
  电话: { width: 16, hint: '按文本填写；同一案件里同名的两个人靠电话分开' },
  结果: { width: 16, choices: outcomes.map((it) => outcomeNames[it]!) },
  金额种类: { width: 22, choices: Object.values(amountKindNames) },
  '金额（元）': { width: 14, kind: 'number', hint: '大于零，最多两位小数；没有金额的空着，在后面写原因' },
  支付方: { width: 16, choices: Object.values(payerNames) },
  约定日期: { width: 14, kind: 'date', hint: DAY },
  没有金额的原因: { width: 26 },
  答复: { width: 40, hint: '答复本人的话；没有答复的案件留着办，不结案' },
  送达日期: { width: 14, kind: 'date', hint: `${DAY}；和送达方式一起写` },
  送达方式: { width: 14, choices: Object.values(deliveryNames) },
}

/** The ledger's columns with their drop-downs, empty; filled in, it is what the import reads. */
export const caseTemplate = async (): Promise<FileAnswer> => {
  const [number, ...rest] = sheetTitles
  return {
    name: '法律援助案件台账模板.xlsx',
    mediaType: XLSX,
    bytes: await writeWorkbook<never>({
      name: '案件台账',
      columns: [number, receivedTitle, ...rest].map((title) => ({
        kind: 'text',
        ...looks[title as SheetTitle],
        title,
        value: () => null,
      })),
      rows: [],
      spareRows: SPARE_ROWS,
    }),
  }
}
