import { App, DatePicker, Form, Input, Modal } from 'antd'
import dayjs from 'dayjs'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert, useMe } from '../../../platform/web/console-kit/index.ts'
import { addAbsence } from '../contract.ts'
import type { Member } from '../contract.ts'
import { useTeamsWrite } from './use-teams.ts'

interface Values {
  readonly dates: [dayjs.Dayjs, dayjs.Dayjs]
  readonly reason?: string
}

export const AbsenceDialog = (props: { readonly member: Member | undefined; readonly onClose: () => void }) => {
  const { today } = useMe().org
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const add = useTeamsWrite(
    ({ dates, reason = '' }: Values) =>
      call(addAbsence, {
        params: { id: props.member?.id ?? '' },
        body: { from: dates[0].format('YYYY-MM-DD'), to: dates[1].format('YYYY-MM-DD'), reason },
      }),
    () => {
      void message.success('请假已登记，排期会避开')
      props.onClose()
    },
  )
  return (
    <Modal
      open={props.member !== undefined}
      title={`${props.member?.name ?? ''}请假`}
      okText="登记"
      cancelText="取消"
      confirmLoading={add.busy}
      onOk={form.submit}
      onCancel={props.onClose}
      destroyOnHidden
      afterClose={add.clear}
    >
      <ProblemAlert error={add.error} />
      <Form<Values> form={form} layout="vertical" preserve={false} onFinish={add.run}>
        <Form.Item name="dates" label="日期（含首尾两天）" rules={[{ required: true, message: '请选起止日期' }]}>
          <DatePicker.RangePicker minDate={dayjs(today)} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="reason" label="原因（可不填）">
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
