import { App, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import { createTeam } from '../contract.ts'
import type { Team } from '../contract.ts'
import type { Hours } from '../domain/index.ts'
import { HoursRows } from './hours-rows.tsx'
import { useTeamsWrite } from './use-teams.ts'

interface Values {
  readonly name: string
  readonly baseName: string
  readonly kindIds?: string[]
}

/** A new team of a squad. It starts from the base of a team that is there (`near`), or from the county seat. */
export const TeamDialog = (props: {
  readonly squadId: string | undefined
  readonly kinds: readonly { readonly id: string; readonly name: string }[]
  readonly near: Pick<Team, 'baseName' | 'baseLongitude' | 'baseLatitude'> | undefined
  readonly onClose: () => void
}) => {
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  const [shifts, setShifts] = useState<Hours[]>([{ weekdays: [1, 2, 3, 4, 5], from: 540, to: 1020 }])
  const create = useTeamsWrite(
    ({ name, baseName, kindIds = [] }: Values) =>
      call(createTeam, {
        body: {
          squadId: props.squadId ?? '',
          name,
          baseName,
          baseLongitude: props.near?.baseLongitude ?? 118.21,
          baseLatitude: props.near?.baseLatitude ?? 33.46,
          kindIds,
          shifts: shifts.map((one) => ({ ...one, weekdays: [...one.weekdays] })),
        },
      }),
    () => {
      void message.success('小分队已建好，接着添加队员')
      props.onClose()
    },
  )
  return (
    <Modal
      open={props.squadId !== undefined}
      title="新建小分队"
      okText="新建"
      cancelText="取消"
      confirmLoading={create.busy}
      onOk={form.submit}
      onCancel={props.onClose}
      destroyOnHidden
    >
      <ProblemAlert error={create.error} />
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={{ baseName: props.near?.baseName ?? '县总工会' }}
        onFinish={create.run}
      >
        <Form.Item name="name" label="名称" rules={[{ required: true, min: 2, message: '请填名称，至少两个字' }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="baseName" label="驻地" rules={[{ required: true, message: '请填从哪里出发' }]}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="kindIds" label="能做的活动">
          <Select mode="multiple" options={props.kinds.map((kind) => ({ value: kind.id, label: kind.name }))} />
        </Form.Item>
        <Form.Item label="出勤时段">
          <HoursRows label="出勤时段" value={shifts} onChange={setShifts} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
