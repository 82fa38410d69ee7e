import { useMutation } from '@tanstack/react-query'
import { App, DatePicker, Form, Input, Modal, Radio } from 'antd'
import dayjs from 'dayjs'
import type { OutputOf } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert, useMe } from '../../../platform/web/console-kit/index.ts'
import { addQuiet } from '../contract.ts'

interface Values {
  readonly dates: [dayjs.Dayjs, dayjs.Dayjs]
  readonly kind: 'quiet' | 'freeze'
  readonly reason?: string
}

/** `onDone` gets the visits that stand within the dates. */
export const QuietDialog = (props: {
  readonly id: string
  readonly open: boolean
  readonly onClose: () => void
  readonly onDone: (visits: OutputOf<typeof addQuiet>['visits']) => void
}) => {
  const { today } = useMe().org
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const add = useMutation({
    mutationFn: ({ dates, kind, reason }: Values) =>
      call(addQuiet, {
        params: { id: props.id },
        body: {
          from: dates[0].format('YYYY-MM-DD'),
          to: dates[1].format('YYYY-MM-DD'),
          kind,
          reason: reason ?? '',
        },
      }),
    onSuccess: ({ visits }) => {
      void message.success('日期已登记')
      props.onDone(visits)
      props.onClose()
    },
  })
  return (
    <Modal
      open={props.open}
      title="登记冻结或繁忙期"
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
        initialValues={{ kind: 'freeze' }}
        onFinish={(values) => add.mutate(values)}
      >
        <Form.Item name="kind" label="类型">
          <Radio.Group
            options={[
              { value: 'freeze', label: '冻结：这几天不接待' },
              { value: 'quiet', label: '繁忙期：生产旺季' },
            ]}
          />
        </Form.Item>
        <Form.Item name="dates" label="日期（含首尾两天）" rules={[{ required: true, message: '请选起止日期' }]}>
          <DatePicker.RangePicker minDate={dayjs(today)} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="reason" label="原因">
          <Input maxLength={200} placeholder="例如：客户验厂" />
        </Form.Item>
      </Form>
    </Modal>
  )
}
