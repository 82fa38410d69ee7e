import { useQueryClient } from '@tanstack/react-query'
import { Button, Checkbox, Drawer, Form, Input, InputNumber, Select, Switch } from 'antd'
import { useState } from 'react'
import type { Problem } from '../../../platform/base/operation.ts'
import { ApiProblem, call } from '../../../platform/web/client.ts'
import { ConflictDialog, ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import { squadNames, squadTones } from '../../../platform/web/tokens.ts'
import { createKind, editKind, type ActivityKind } from '../contract.ts'
import { countNames, gapNames } from './kind-names.ts'

const labels = {
  name: '名称',
  description: '一句话介绍',
  minutes: '时长',
  setupMinutes: '布置',
  gapKinds: '适合的时间',
  value: '分值',
  active: '可点',
} as const
type Field = keyof typeof labels
type Fields = Pick<ActivityKind, Field>
type NewFields = Omit<Fields, 'active'> & { squadKind: ActivityKind['squadKind']; countsAs: keyof typeof countNames }

const options = <Name extends string>(names: Readonly<Record<Name, string>>): { value: Name; label: string }[] =>
  (Object.keys(names) as Name[]).map((value) => ({ value, label: names[value] }))

const shown = (field: string, value: unknown): string => {
  if (field === 'active') return value ? '可点' : '停点'
  if (field === 'gapKinds') return (value as (keyof typeof gapNames)[]).map((it) => gapNames[it]).join('、')
  return String(value ?? '')
}

/** One activity of the menu, new or edited; only changed fields are sent, and a colleague's change is shown first. */
export const KindDrawer = (props: { readonly kind: ActivityKind | undefined; readonly onClose: () => void }) => {
  const { kind } = props
  const client = useQueryClient()
  const [form] = Form.useForm<NewFields & { active: boolean }>()
  const [error, setError] = useState<unknown>()
  const [conflict, setConflict] = useState<{ problem: Problem; body: Partial<Fields> }>()
  const [busy, setBusy] = useState(false)
  const done = async (): Promise<void> => {
    await client.invalidateQueries({ queryKey: ['visits', 'kinds'] })
    props.onClose()
  }
  const put = async (body: Partial<Fields>, version: number): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      if (Object.keys(body).length > 0) await call(editKind, { params: { id: kind!.id }, body, version })
      await done()
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.code === 'STALE') setConflict({ problem: problem.problem, body })
      else setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const save = async (): Promise<void> => {
    const fields = await form.validateFields().catch(() => undefined)
    if (!fields) return
    if (kind) {
      const changed = (Object.keys(labels) as Field[]).filter(
        (name) => JSON.stringify(fields[name]) !== JSON.stringify(kind[name]),
      )
      return put(Object.fromEntries(changed.map((name) => [name, fields[name]])), kind.version)
    }
    setBusy(true)
    setError(undefined)
    try {
      await call(createKind, { body: fields })
      await done()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Drawer
      open
      title={kind ? kind.name : '新增活动'}
      onClose={props.onClose}
      extra={
        <Button type="primary" loading={busy} onClick={() => void save()}>
          保存
        </Button>
      }
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={kind ?? { description: '', minutes: 30, setupMinutes: 0, gapKinds: ['break'], value: 40 }}
      >
        {!kind && (
          <>
            <Form.Item name="squadKind" label="哪支轻骑兵" rules={[{ required: true, message: '请选一支轻骑兵' }]}>
              <Select
                aria-label="哪支轻骑兵"
                options={squadTones.map((value) => ({ value, label: squadNames[value].name }))}
              />
            </Form.Item>
            <Form.Item name="countsAs" label="报表里按什么计数" rules={[{ required: true, message: '请选一类' }]}>
              <Select aria-label="报表里按什么计数" options={options(countNames)} />
            </Form.Item>
          </>
        )}
        <Form.Item
          name="name"
          label={labels.name}
          rules={[{ required: true, min: 2, max: 40, message: '2 到 40 个字' }]}
        >
          <Input />
        </Form.Item>
        <Form.Item name="description" label={labels.description}>
          <Input.TextArea rows={2} maxLength={300} />
        </Form.Item>
        <Form.Item name="minutes" label={labels.minutes} rules={[{ required: true, message: '请填 5 到 480 分钟' }]}>
          <InputNumber min={5} max={480} step={5} suffix="分钟" />
        </Form.Item>
        <Form.Item
          name="setupMinutes"
          label={labels.setupMinutes}
          rules={[{ required: true, message: '不用布置就填 0' }]}
        >
          <InputNumber min={0} max={240} step={5} suffix="分钟" />
        </Form.Item>
        <Form.Item name="gapKinds" label={labels.gapKinds} rules={[{ type: 'array', min: 1, message: '至少选一种' }]}>
          <Checkbox.Group options={options(gapNames)} />
        </Form.Item>
        <Form.Item
          name="value"
          label={labels.value}
          extra="排不下时，分值高的先排"
          rules={[{ required: true, message: '请填 1 到 1000' }]}
        >
          <InputNumber min={1} max={1000} />
        </Form.Item>
        {kind && (
          <Form.Item name="active" label={labels.active} valuePropName="checked">
            <Switch />
          </Form.Item>
        )}
      </Form>
      <ProblemAlert error={error} />
      <ConflictDialog
        problem={conflict?.problem}
        labels={labels}
        format={shown}
        onCancel={() => setConflict(undefined)}
        onResolve={(choices, version) => {
          const mine = Object.fromEntries(
            Object.entries(conflict!.body).filter(([name]) => (choices[name] ?? 'mine') === 'mine'),
          ) as Partial<Fields>
          setConflict(undefined)
          if (version !== undefined) void put(mine, version)
        }}
      />
    </Drawer>
  )
}
