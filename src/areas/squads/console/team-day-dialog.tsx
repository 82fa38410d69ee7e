import { App, DatePicker, Form, Input, Modal, Radio } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert, useMe } from '../../../platform/web/console-kit/index.ts'
import { setTeamDay } from '../contract.ts'
import { TimeInput } from './time-input.tsx'
import { useTeamsWrite } from './use-teams.ts'

interface Values {
  readonly date: dayjs.Dayjs
  readonly reason?: string
}

/** One date on which the whole team stays home, or goes at other hours. */
export const TeamDayDialog = (props: {
  readonly teamId: string
  readonly open: boolean
  readonly onClose: () => void
}) => {
  const { today } = useMe().org
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const [off, setOff] = useState(true)
  const [hours, setHours] = useState({ from: 540, to: 1020 })
  const set = useTeamsWrite(
    ({ date, reason = '' }: Values) =>
      call(setTeamDay, {
        params: { id: props.teamId, date: date.format('YYYY-MM-DD') },
        body: { off, reason, ...(off ? {} : hours) },
      }),
    () => {
      void message.success('这一天已登记')
      props.onClose()
    },
  )
  return (
    <Modal
      open={props.open}
      title="某天不出勤或改时段"
      okText="登记"
      cancelText="取消"
      confirmLoading={set.busy}
      onOk={form.submit}
      onCancel={props.onClose}
      destroyOnHidden
      afterClose={set.clear}
    >
      <ProblemAlert error={set.error} />
      <Form<Values> form={form} layout="vertical" preserve={false} onFinish={set.run}>
        <Form.Item name="date" label="日期" rules={[{ required: true, message: '请选日期' }]}>
          <DatePicker minDate={dayjs(today)} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item label="这一天">
          <Radio.Group
            value={off}
            options={[
              { value: true, label: '全队不出勤' },
              { value: false, label: '改时段出勤' },
            ]}
            onChange={(event) => setOff(event.target.value as boolean)}
          />
        </Form.Item>
        {!off && (
          <Form.Item label="时段">
            <span className="s-hours-row">
              <TimeInput label="开始" value={hours.from} onChange={(from) => setHours({ ...hours, from })} />
              <span aria-hidden="true">–</span>
              <TimeInput label="结束" value={hours.to} onChange={(to) => setHours({ ...hours, to })} />
            </span>
          </Form.Item>
        )}
        <Form.Item name="reason" label="原因（可不填）">
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
