import { Form, Input, Select } from 'antd'
import { lumpGrades } from '../domain/value-form.ts'

/** What the dialog's fields hold before they are joined to the value of the concept. */
export interface ValueFields {
  readonly number?: string
  readonly class?: string
  readonly parts?: Readonly<Record<string, string | undefined>>
  readonly dates?: string
}

const classes = ['I', 'II', 'III'] as const
const classNames: Readonly<Record<string, string>> = { I: '一类地区', II: '二类地区', III: '三类地区' }

type Form = 'number' | 'class' | 'classes' | 'grades' | 'dates'
export const formOf = (concept: string | undefined): Form => {
  if (concept === 'min_wage_class') return 'class'
  if (concept === 'min_wage_monthly') return 'classes'
  if (concept === 'injury_medical_lump' || concept === 'injury_employment_lump') return 'grades'
  return concept === 'statutory_holiday_dates' ? 'dates' : 'number'
}

/** A number as typed; NaN, which no form takes, where it is none. */
const numberOf = (text: string | undefined): number => {
  const plain = (text ?? '').normalize('NFKC').replaceAll(/[,\s]/g, '')
  return /^\d+(\.\d+)?$/.test(plain) ? Number(plain) : Number.NaN
}

/** The value in the form of its concept; each class of the minimum wage carries the trust of the whole. */
export const valueOf = (concept: string, fields: ValueFields, trust: string): unknown => {
  switch (formOf(concept)) {
    case 'class':
      return fields.class
    case 'classes':
      return Object.fromEntries(classes.map((it) => [it, [numberOf(fields.parts?.[it]), trust]]))
    case 'grades':
      return Object.fromEntries(lumpGrades.map((it) => [it, numberOf(fields.parts?.[`g${it}`])]))
    case 'dates':
      return (fields.dates ?? '').split(/[\s,，、;；]+/).filter((it) => it !== '')
    case 'number':
      return numberOf(fields.number)
  }
}

/** The fields for the value of a concept. */
export const ValueFieldsOf = (props: { readonly concept: string | undefined; readonly unit: string }) => {
  switch (formOf(props.concept)) {
    case 'class':
      return (
        <Form.Item name="class" label="类别" rules={[{ required: true, message: '请选类别' }]}>
          <Select options={classes.map((value) => ({ value, label: classNames[value] }))} />
        </Form.Item>
      )
    case 'classes':
      return classes.map((it) => (
        <Form.Item
          key={it}
          name={['parts', it]}
          label={classNames[it]}
          rules={[{ required: true, message: '请填金额' }]}
        >
          <Input inputMode="decimal" suffix={props.unit} />
        </Form.Item>
      ))
    case 'grades':
      return lumpGrades.map((it) => (
        <Form.Item
          key={it}
          name={['parts', `g${it}`]}
          label={`${it} 级`}
          rules={[{ required: true, message: '请填金额' }]}
        >
          <Input inputMode="decimal" suffix={props.unit} />
        </Form.Item>
      ))
    case 'dates':
      return (
        <Form.Item
          name="dates"
          label="法定节假日当日，一行一个"
          rules={[{ required: true, message: '请填日期' }]}
          extra="写作 2027-01-01；调休放的假不算"
        >
          <Input.TextArea rows={6} />
        </Form.Item>
      )
    case 'number':
      return (
        <Form.Item name="number" label="数值" rules={[{ required: true, message: '请填数值' }]}>
          <Input inputMode="decimal" suffix={props.unit} />
        </Form.Item>
      )
  }
}

/** Where a fault of the value is shown: the first of its fields. */
export const firstField = (concept: string): string | string[] => {
  const first = { number: 'number', class: 'class', dates: 'dates', classes: ['parts', 'I'], grades: ['parts', 'g5'] }
  return first[formOf(concept)]
}
