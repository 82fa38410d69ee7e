import { isCivilDate } from '../../platform/base/civil-date.ts'

export interface FormFault {
  /** Like `items[2].sampled`; `(answers)` for the whole. */
  readonly path: string
  /** What is wrong and how to mend it. */
  readonly reason: string
}

/** One kind of value: its JSON schema, and what is wrong with a value that does not fit. */
export interface Form {
  readonly schema: Readonly<Record<string, unknown>>
  check(value: unknown, path: string, faults: FormFault[]): void
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}

const form = (wanted: string, schema: Form['schema'], fits: (value: unknown) => boolean): Form => ({
  schema,
  check: (value, path, faults) => {
    if (!fits(value)) faults.push({ path, reason: `应为${wanted}，收到 ${shown(value)}` })
  },
})

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)
const isText = (value: unknown): value is string => typeof value === 'string'

export const flag = form(' true 或 false', { type: 'boolean' }, (it) => typeof it === 'boolean')
export const civilDate = form(
  '存在的日期，写作 2026-11-30',
  { type: 'string', format: 'date' },
  (it) => isText(it) && isCivilDate(it),
)
/** At least one sign that is not a space. */
export const text = (most: number): Form =>
  form(
    `不空、不超过 ${most} 字的文字`,
    { type: 'string', minLength: 1, maxLength: most, pattern: '\\S' },
    (it) => isText(it) && it.trim() !== '' && it.length <= most,
  )
/** May be empty. */
export const note = (most: number): Form =>
  form(`不超过 ${most} 字的文字`, { type: 'string', maxLength: most }, (it) => isText(it) && it.length <= most)
/** Both ends inclusive. */
export const whole = (least: number, most: number): Form =>
  form(
    ` ${least} 到 ${most} 的整数`,
    { type: 'integer', minimum: least, maximum: most },
    (it) => isNumber(it) && Number.isInteger(it) && it >= least && it <= most,
  )
/** Both ends inclusive, at most two decimals. */
export const decimal = (least: number, most: number): Form =>
  form(
    ` ${least} 到 ${most}、最多两位小数的数`,
    { type: 'number', minimum: least, maximum: most },
    (it) => isNumber(it) && it >= least && it <= most && Math.round(it * 100) / 100 === it,
  )
/** `names` tell in Chinese what a value means. */
export const oneOf = (values: readonly string[], names: Readonly<Record<string, string>> = {}): Form =>
  form(
    ` ${values.map((it) => (names[it] ? `${it}（${names[it]}）` : it)).join('、')} 之一`,
    { enum: [...values] },
    (it) => isText(it) && values.includes(it),
  )

export const orNull = (inner: Form): Form => ({
  schema: { anyOf: [inner.schema, { type: 'null' }] },
  check: (value, path, faults) => {
    if (value !== null) inner.check(value, path, faults)
  },
})

export const list = (item: Form, least = 0, most = 1000): Form => ({
  schema: { type: 'array', items: item.schema, minItems: least, maxItems: most },
  check: (value, path, faults) => {
    if (!Array.isArray(value)) faults.push({ path, reason: `应为列表 […]，收到 ${shown(value)}` })
    else if (value.length < least || value.length > most)
      faults.push({ path, reason: `应有 ${least} 到 ${most} 项，收到 ${value.length} 项` })
    else for (const [at, it] of value.entries()) item.check(it, `${path}[${at}]`, faults)
  },
})

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Any names, each with a value of one kind. */
export const named = (inner: Form): Form => ({
  schema: { type: 'object', additionalProperties: inner.schema },
  check: (value, path, faults) => {
    if (!isObject(value)) faults.push({ path, reason: `应为对象 {…}，收到 ${shown(value)}` })
    else for (const [name, it] of Object.entries(value)) inner.check(it, `${path}.${name}`, faults)
  },
})

/** An object of known fields; those in `optional` may be absent. A misspelt one would be overlooked otherwise. */
export const record = (
  required: Readonly<Record<string, Form>>,
  optional: Readonly<Record<string, Form>> = {},
  nameOfWhole = '(answers)',
): Form => {
  const fields = { ...required, ...optional }
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(Object.entries(fields).map(([name, it]) => [name, it.schema])),
      required: Object.keys(required),
      additionalProperties: false,
    },
    check: (value, path, faults) => {
      if (!isObject(value)) {
        faults.push({ path: path || nameOfWhole, reason: `应为对象 {…}，收到 ${shown(value)}` })
        return
      }
      const inner = (name: string): string => (path ? `${path}.${name}` : name)
      for (const name of Object.keys(required))
        if (value[name] === undefined) faults.push({ path: inner(name), reason: '必须填写，现在没有' })
      for (const [name, given] of Object.entries(value)) {
        if (given === undefined) continue
        const field = Object.hasOwn(fields, name) ? fields[name] : undefined
        if (field) field.check(given, inner(name), faults)
        else
          faults.push({
            path: inner(name),
            reason: `不认识，这里可用：${Object.keys(fields).join('、')}；请改名或者删去`,
          })
      }
    },
  }
}
