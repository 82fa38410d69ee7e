import { App, Checkbox, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import { ConflictDialog, ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import { addMember, editMember } from '../contract.ts'
import type { Member } from '../contract.ts'
import type { Hours } from '../domain/index.ts'
import { allHoursText } from '../hours-text.zh.ts'
import { HoursRows } from './hours-rows.tsx'
import { useTeamsWrite } from './use-teams.ts'

interface Values {
  readonly name: string
  readonly phone?: string
  readonly email?: string
  readonly title?: string
  readonly skills?: string[]
  readonly lead?: boolean
}

const labels = { title: '身份', skills: '专长', availability: '可出勤时间' }

/** Adds a member to a team, or changes one. Without hours of their own a member comes whenever the team goes. */
export const MemberDialog = (props: {
  readonly teamId: string | undefined
  readonly member: Member | undefined
  readonly onClose: () => void
}) => {
  const { teamId } = props
  const { message } = App.useApp()
  const [form] = Form.useForm<Values>()
  // As it was when the dialog opened: the version the edit is made on.
  const [member] = useState(props.member)
  const [hours, setHours] = useState<Hours[]>(() => [...(member?.availability ?? [])])
  const write = useTeamsWrite(
    ({ values, version, theirs = [] }: { values: Values; version?: number; theirs?: readonly string[] }) => {
      const availability = hours.map((one) => ({ ...one, weekdays: [...one.weekdays] }))
      const { title = '', skills = [] } = values
      return member
        ? call(editMember, {
            params: { id: member.id },
            // What was left to the other side is not sent.
            body: Object.fromEntries(
              Object.entries({ title, skills, availability }).filter(([field]) => !theirs.includes(field)),
            ),
            version: version ?? member.version,
          })
        : call(addMember, {
            params: { id: teamId ?? '' },
            body: {
              name: values.name,
              phone: values.phone || undefined,
              email: values.email || undefined,
              title,
              skills,
              lead: values.lead ?? false,
              availability,
            },
          })
    },
    () => {
      void message.success(member ? '队员已保存' : '队员已添加')
      props.onClose()
    },
  )
  return (
    <Modal
      open={teamId !== undefined}
      title={member ? `修改${member.name}` : '添加队员'}
      okText={member ? '保存' : '添加'}
      cancelText="取消"
      confirmLoading={write.busy}
      onOk={form.submit}
      onCancel={props.onClose}
      destroyOnHidden
    >
      <ProblemAlert error={write.error} />
      <Form<Values>
        form={form}
        layout="vertical"
        initialValues={member ? { title: member.title, skills: member.skills } : { lead: false }}
        onFinish={(values) => write.run({ values })}
      >
        {!member && (
          <>
            <Form.Item name="name" label="姓名" rules={[{ required: true, message: '请填姓名' }]}>
              <Input maxLength={40} />
            </Form.Item>
            <div className="s-pair">
              <Form.Item name="phone" label="电话">
                <Input maxLength={40} inputMode="tel" />
              </Form.Item>
              <Form.Item name="email" label="邮箱" rules={[{ type: 'email', message: '邮箱写得不对' }]}>
                <Input inputMode="email" />
              </Form.Item>
            </div>
          </>
        )}
        <Form.Item name="title" label="身份">
          <Input maxLength={40} placeholder="例如：市级劳动模范" />
        </Form.Item>
        <Form.Item name="skills" label="专长">
          <Select mode="tags" placeholder="输入后按回车" tokenSeparators={['、', '，', ',']} />
        </Form.Item>
        {!member && (
          <Form.Item name="lead" valuePropName="checked">
            <Checkbox>担任队长</Checkbox>
          </Form.Item>
        )}
        <Form.Item label="可出勤时间（不填表示随队出勤）">
          <HoursRows label="可出勤时间" value={hours} onChange={setHours} />
        </Form.Item>
      </Form>
      <ConflictDialog
        problem={write.conflict}
        labels={labels}
        format={(field, value) =>
          field === 'availability'
            ? allHoursText((value ?? []) as Hours[]) || '随队出勤'
            : Array.isArray(value)
              ? value.join('、')
              : String(value ?? '（空）')
        }
        onCancel={write.clear}
        onResolve={(choices, version) => {
          const values = form.getFieldsValue()
          write.clear()
          const theirs = Object.keys(choices).filter((field) => choices[field] === 'theirs')
          if (theirs.length === Object.keys(choices).length) props.onClose()
          else write.run({ values, version, theirs })
        }}
      />
    </Modal>
  )
}
