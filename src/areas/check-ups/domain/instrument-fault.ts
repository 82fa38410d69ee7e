import type { FormFault } from '../../../engines/checkup/index.ts'

export interface PlacedFault {
  /** Which part of the instrument, as its maker knows it. */
  readonly where: string
  /** The field in words, with its name in the file. */
  readonly field: string
  readonly mend: string
}

const fieldNames: Readonly<Record<string, string>> = {
  version: '版本号',
  title: '名称',
  status: '状态',
  statusText: '状态说明',
  source: '来源',
  statement: '声明',
  notes: '说明',
  facts: '企业情况',
  groups: '分组',
  ratios: '部分得分的比例',
  bands: '等级',
  redLine: '红线上报',
  sampling: '抽样',
  items: '条目',
  id: '编号',
  name: '名称',
  key: '代号',
  group: '所属分组',
  question: '问题',
  severity: '轻重',
  weight: '权重',
  articles: '依据',
  law: '法律名称',
  article: '条号',
  recalled: '凭记忆',
  evidence: '看什么',
  sampled: '是否抽样',
  scoring: '评分标准',
  full: '符合',
  partial: '部分符合',
  zero: '不符合',
  notApplicableWhen: '不适用条件',
  fact: '企业情况代号',
  text: '文字',
  liability: '法律责任',
  prescription: '处方',
  action: '怎么做',
  days: '期限天数',
  unit: '天的种类',
  basis: '期限性质',
  basisText: '期限依据',
  document: '逾期文书',
  grade: '等级',
  color: '颜色',
  least: '最低分',
  mostMajorZeros: '重大项最多几个不符合',
  firstRecheckDays: '首次复查天数',
  nextCheckUpDays: '下次体检天数',
  notVerified: '未核实',
  reportWithinHours: '几小时内上报',
  reportTo: '报给谁',
  allUpTo: '全查的人数上限',
  sizes: '抽样档次',
  upTo: '人数上限',
  size: '抽样人数',
}

const listNames: Readonly<Record<string, string>> = {
  items: '条',
  groups: '组',
  facts: '项情况',
  bands: '等',
  notes: '条说明',
}

const textIn = (value: unknown, name: string): string => {
  const it = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined
  return typeof it === 'string' ? it : ''
}

/**
 * A fault of an instrument in the words of those who made it: which item, which field, how to mend it.
 * @param json what was read, as it came; it need not hold together
 */
export const placeFault = (json: unknown, { path, reason }: FormFault): PlacedFault => {
  const [, list = '', at = '', rest = ''] = /^(\w+)\[(\d+)\]\.?(.*)$/.exec(path) ?? []
  const inList = list in listNames
  const field = inList ? rest : path === '(instrument)' ? '' : path
  const words = field
    .split('.')
    .filter(Boolean)
    .map((part) => {
      const [name = part, number] = part.split(/[[\]]/)
      return `${fieldNames[name] ?? name}${number === undefined ? '' : `第 ${Number(number) + 1} 个`}`
    })
  const named = { field: field === '' ? '整个内容' : `${words.join('的')}（${field}）`, mend: reason }
  if (!inList) return { where: '评估表', ...named }
  const rows = (json as Record<string, unknown>)[list]
  const row: unknown = Array.isArray(rows) ? rows[Number(at)] : undefined
  const own = [textIn(row, 'id'), textIn(row, 'title') || textIn(row, 'name') || textIn(row, 'grade')]
  return { where: [`第 ${Number(at) + 1} ${listNames[list]}`, ...own].filter(Boolean).join(' '), ...named }
}

/** The place where JSON breaks off, from 0, by what the browser says of it; undefined where it does not say. */
const breakIn = (text: string, message: string): number | undefined => {
  if (/end of (JSON )?(input|data)/i.test(message)) return text.length
  const position = /at position (\d+)/.exec(message)
  if (position) return Number(position[1])
  // Chromium quotes ten signs before and after.
  const quoted = /\.\.\."(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(message)?.[1]
  const at = quoted === undefined ? -1 : text.indexOf(quoted)
  return at < 0 ? undefined : Math.min(at + 10, text.length)
}

/** JSON that cannot be read, in words. `message` is that of the error. */
export const syntaxFault = (text: string, message: string): PlacedFault => {
  const at = breakIn(text, message)
  const lines = text.slice(0, at).split('\n')
  return {
    where: at === undefined ? '文件' : `第 ${lines.length} 行第 ${lines.at(-1)!.length + 1} 个字符附近`,
    field: 'JSON 写法',
    mend: '读到这里读不下去：多半是少了或多了逗号、引号、括号，或者用了中文标点。请改好再选。',
  }
}
