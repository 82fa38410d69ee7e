import { useMutation } from '@tanstack/react-query'
import { App, DatePicker, Form, Input, Modal, Radio } from 'antd'
import dayjs from 'dayjs'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert, useMe } from '../../../platform/web/console-kit/index.ts'
import { addException } from '../contract.ts'
import { gapKinds } from '../domain/index.ts'
import type { GapKind } from '../domain/index.ts'
import { exceptionEffectNames, gapKindNames } from '../gap-names.zh.ts'
import { TimeInput } from './time-input.tsx'

interface Values {
  readonly date: dayjs.Dayjs
  readonly effect: 'closed' | 'added' | 'replaced'
  readonly kind: GapKind
  readonly from: number
  readonly to: number
  readonly note?: string
}

const Fields = () => {
  const { today } = useMe().org
  const effect: unknown = Form.useWatch('effect')
  return (
    <>
      <Form.Item name="date" label="日期" rules={[{ required: true, message: '请选日期' }]}>
        <DatePicker minDate={dayjs(today)} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="effect" label="这一天">
        <Radio.Group
          options={(['closed', 'added', 'replaced'] as const).map((value) => ({
            value,
            label: exceptionEffectNames[value],
          }))}
        />
      </Form.Item>
      {effect !== 'closed' && (
        <>
          <Form.Item name="kind" label="时间缝隙类型">
            <Radio.Group options={gapKinds.map((value) => ({ value, label: gapKindNames[value] }))} />
          </Form.Item>
          <div className="e-pair">
            <Form.Item name="from" label="开始">
              <TimeInput />
            </Form.Item>
            <Form.Item name="to" label="结束">
              <TimeInput />
            </Form.Item>
          </div>
        </>
      )}
      <Form.Item name="note" label="说明">
        <Input maxLength={200} placeholder="例如：当天停电检修" />
      </Form.Item>
    </>
  )
}

export const ExceptionDialog = (props: {
  readonly id: string
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}) => {
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const add = useMutation({
    mutationFn: (values: Values) =>
      call(addException, {
        params: { id: props.id },
        body: {
          date: values.date.format('YYYY-MM-DD'),
          effect: values.effect,
          note: values.note ?? '',
          ...(values.effect === 'closed' ? {} : { kind: values.kind, from: values.from, to: values.to }),
        },
      }),
    onSuccess: () => {
      void message.success('例外已登记')
      props.onDone()
      props.onClose()
    },
  })
  return (
    <Modal
      open={props.open}
      title="登记某一天的例外"
      okText="登记"
      cancelText="取消"
      confirmLoading={add.isPending}
      destroyOnHidden
      onOk={form.submit}
      onCancel={props.onClose}
      afterClose={add.reset}
    >
      <ProblemAlert error={add.error} />
      <Form<Values>
        form={form}
        layout="vertical"
        preserve={false}
        initialValues={{ effect: 'closed', kind: 'break', from: 690, to: 720 }}
        onFinish={(values) => add.mutate(values)}
      >
        <Fields />
      </Form>
    </Modal>
  )
}
