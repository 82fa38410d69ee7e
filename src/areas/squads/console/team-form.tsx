import { App, Button, Form, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import type { BodyOf } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import { ConflictDialog, ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import { editTeam } from '../contract.ts'
import type { Team } from '../contract.ts'
import type { Hours } from '../domain/index.ts'
import { allHoursText } from '../hours-text.zh.ts'
import { HoursRows } from './hours-rows.tsx'
import { useTeamsWrite } from './use-teams.ts'

type Body = BodyOf<typeof editTeam>

const labels = {
  name: '名称',
  baseName: '驻地',
  maxVisitsPerDay: '每天最多场次',
  maxVisitsPerMonth: '每月最多场次',
  kindIds: '能做的活动',
  shifts: '出勤时段',
}

const fieldsOf = (team: Team): Required<Body> => ({
  name: team.name,
  baseName: team.baseName,
  maxVisitsPerDay: team.maxVisitsPerDay,
  maxVisitsPerMonth: team.maxVisitsPerMonth,
  kindIds: team.kinds.map((kind) => kind.id),
  shifts: [...team.shifts],
})

/** Name, base, limits, kinds and shifts of a team. Only what was changed is sent, on the version the edit began with. */
export const TeamForm = (props: {
  readonly team: Team
  readonly kinds: readonly { readonly id: string; readonly name: string }[]
  readonly onClose: () => void
}) => {
  const { message } = App.useApp()
  const [begun] = useState(props.team)
  const [fields, setFields] = useState(() => fieldsOf(props.team))
  const base = fieldsOf(begun)
  const changed = Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) => JSON.stringify(value) !== JSON.stringify(base[name as keyof Body]),
    ),
  ) as Body
  const edit = useTeamsWrite(
    ({ body, version }: { body: Body; version: number }) => call(editTeam, { params: { id: begun.id }, body, version }),
    () => {
      void message.success('小分队已保存')
      props.onClose()
    },
  )
  const set = (part: Partial<Body>): void => setFields({ ...fields, ...part })
  const text = (field: string, value: unknown): string => {
    if (field === 'shifts') return allHoursText(value as Hours[]) || '没有'
    if (field === 'kindIds')
      return (
        (value as string[]).map((id) => props.kinds.find((kind) => kind.id === id)?.name ?? id).join('、') || '没有'
      )
    return value === null ? '不限' : String(value)
  }
  return (
    <Form
      layout="vertical"
      className="s-form"
      onFinish={() =>
        Object.keys(changed).length === 0 ? props.onClose() : edit.run({ body: changed, version: begun.version })
      }
    >
      <ProblemAlert error={edit.error} />
      <div className="s-pair">
        <Form.Item label="名称" htmlFor="s-name">
          <Input
            id="s-name"
            maxLength={40}
            value={fields.name}
            onChange={(event) => set({ name: event.target.value })}
          />
        </Form.Item>
        <Form.Item label="驻地" htmlFor="s-base">
          <Input
            id="s-base"
            maxLength={40}
            value={fields.baseName}
            onChange={(event) => set({ baseName: event.target.value })}
          />
        </Form.Item>
        <Form.Item label="每天最多场次" htmlFor="s-day">
          <InputNumber
            id="s-day"
            min={1}
            max={12}
            precision={0}
            style={{ width: '100%' }}
            value={fields.maxVisitsPerDay}
            onChange={(value) => value !== null && set({ maxVisitsPerDay: value })}
          />
        </Form.Item>
        <Form.Item label="每月最多场次（空为不限）" htmlFor="s-month">
          <InputNumber
            id="s-month"
            min={1}
            max={200}
            precision={0}
            style={{ width: '100%' }}
            value={fields.maxVisitsPerMonth}
            onChange={(value) => set({ maxVisitsPerMonth: value })}
          />
        </Form.Item>
      </div>
      <Form.Item label="能做的活动" htmlFor="s-kinds">
        <Select
          id="s-kinds"
          mode="multiple"
          value={fields.kindIds}
          options={props.kinds.map((kind) => ({ value: kind.id, label: kind.name }))}
          onChange={(kindIds: string[]) => set({ kindIds })}
        />
      </Form.Item>
      <Form.Item label="出勤时段">
        <HoursRows
          label="出勤时段"
          value={fields.shifts}
          onChange={(shifts) => set({ shifts: shifts as Body['shifts'] })}
        />
      </Form.Item>
      <div className="q-actions">
        <Button type="primary" htmlType="submit" loading={edit.busy}>
          保存小分队
        </Button>
        <Button onClick={props.onClose}>放弃改动</Button>
      </div>
      <ConflictDialog
        problem={edit.conflict}
        labels={labels}
        format={text}
        onCancel={edit.clear}
        onResolve={(choices, version) => {
          const body = Object.fromEntries(Object.entries(changed).filter(([name]) => choices[name] === 'mine')) as Body
          edit.clear()
          if (version !== undefined && Object.keys(body).length > 0) edit.run({ body, version })
          else props.onClose()
        }}
      />
    </Form>
  )
}
