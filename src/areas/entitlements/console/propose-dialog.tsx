import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Form, Input, Modal, Select } from 'antd'
import type { BodyIn } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import { proposeParameter, type ParameterRow } from '../contract.ts'
import { valueFault } from '../domain/value-form.ts'
import { regionNames, trustNames } from './parameter-text.ts'
import { firstField, ValueFieldsOf, valueOf, type ValueFields } from './value-fields.tsx'

type Body = BodyIn<typeof proposeParameter>

interface Fields extends ValueFields {
  readonly at: string
  readonly effective: string
  readonly trust: Body['trust']
  readonly source: string
  readonly link?: string
}

const idOf = (it: Pick<ParameterRow, 'concept' | 'region'>): string => `${it.concept}@${it.region}`

/** A new version of one parameter: its value, first day and source. It counts when a second person has confirmed it. */
export const ProposeDialog = (props: {
  /** The rows that may be changed. */
  readonly rows: readonly ParameterRow[]
  readonly chosen?: ParameterRow
  readonly onClose: () => void
}) => {
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<Fields>()
  const at = Form.useWatch('at', form)
  const row = props.rows.find((it) => idOf(it) === at)
  const send = useMutation({
    mutationFn: (body: Body) => call(proposeParameter, { body }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['parameters'] })
      void message.success('已提出，等另一位确认后生效')
      props.onClose()
    },
  })
  const finish = (fields: Fields): void => {
    if (!row) return
    const value = valueOf(row.concept, fields, fields.trust)
    const fault = valueFault(row.concept, fields.effective, value)
    if (fault !== undefined) {
      const name = /生效|同一年/.test(fault) ? 'effective' : firstField(row.concept)
      form.setFields([{ name: name as 'number', errors: [fault] }])
      return
    }
    send.mutate({
      concept: row.concept as Body['concept'],
      region: row.region as Body['region'],
      effective: fields.effective,
      value,
      trust: fields.trust,
      source: fields.source,
      link: fields.link ?? '',
    })
  }
  return (
    <Modal
      open
      title="提出新版本"
      okText="提出"
      cancelText="取消"
      confirmLoading={send.isPending}
      onOk={form.submit}
      onCancel={props.onClose}
    >
      <ProblemAlert error={send.error} />
      <Form
        form={form}
        layout="vertical"
        initialValues={{ at: props.chosen && idOf(props.chosen), trust: 'UNVERIFIED' }}
        onFinish={finish}
      >
        <Form.Item name="at" label="哪一项" rules={[{ required: true, message: '请选一项' }]}>
          <Select
            options={props.rows.map((it) => ({
              value: idOf(it),
              label: `${it.label} · ${regionNames[it.region] ?? it.region}`,
            }))}
          />
        </Form.Item>
        <ValueFieldsOf concept={row?.concept} unit={row?.unit ?? ''} />
        <Form.Item
          name="effective"
          label="从哪一天起（含当天）"
          extra="这一天以前的事实，仍按以前的标准算"
          rules={[{ required: true, message: '请选生效日' }]}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item name="trust" label="核实程度" rules={[{ required: true, message: '请选核实程度' }]}>
          <Select options={Object.entries(trustNames).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item
          name="source"
          label="来源：文件名称、文号、条款"
          rules={[{ required: true, min: 4, message: '请写明来源，没有来源的不录入' }]}
        >
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item
          name="link"
          label="网址（可不填）"
          rules={[{ pattern: /^https?:\/\/\S+$/, message: '网址以 http:// 或 https:// 开头' }]}
        >
          <Input maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
