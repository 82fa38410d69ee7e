import { Button, Form, Input, InputNumber, Select, Space } from 'antd'
import { call } from '../../../platform/web/client.ts'
import { ConflictDialog, ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import type { Claim, Ground } from '../../../engines/entitlements/index.ts'
import { claimText, groundNames } from '../claim-text.zh.ts'
import { editClaimant } from '../contract.ts'
import { usePersonEdit, type OwnSteps, type Person } from './use-case.ts'

interface Values {
  readonly name: string
  readonly phone: string
  readonly start?: string
  readonly end?: string
  readonly ground?: Ground
  readonly averageMonthly?: number | null
  readonly unpaidMonthly?: number | null
  readonly unpaidMonths?: number | null
}

/** The form's facts put into the claim; what the form does not show stays as it is. */
const claimOf = (before: Partial<Claim>, it: Values): Record<string, unknown> => {
  const next: Record<string, unknown> = { region: '321324', ...before }
  const set = (key: string, value: object): void => {
    const kept = Object.fromEntries(
      Object.entries(value).filter(([, one]) => one !== undefined && one !== null && one !== ''),
    )
    if (Object.keys(kept).length > 0) next[key] = kept
    else delete next[key]
  }
  set('employment', { ...before.employment, start: it.start, end: it.end })
  set('termination', { ...before.termination, ground: it.ground })
  set('wages', { ...before.wages, averageMonthly: it.averageMonthly })
  if (it.unpaidMonthly && it.unpaidMonths) next['arrears'] = [{ monthly: it.unpaidMonthly, months: it.unpaidMonths }]
  return next
}

const labels = { name: '姓名', phone: '电话', claim: '事实' }

/** Name, phone and the usual facts of one person. */
export const FactsForm = (props: { readonly caseId: string; readonly person: Person; readonly own: OwnSteps }) => {
  const { caseId, person } = props
  const claim = person.claim as Partial<Claim>
  const edit = usePersonEdit<Values>(person, props.own, (it, version, after) => {
    const keep = (field: string): boolean => after?.mine(field) ?? true
    const base = (after?.theirs('claim') as Partial<Claim> | undefined) ?? claim
    return call(editClaimant, {
      params: { id: caseId, claimantId: person.id },
      version,
      body: {
        ...(keep('name') ? { name: it.name } : {}),
        ...(keep('phone') ? { phone: it.phone } : {}),
        ...(keep('claim') ? { claim: claimOf(base, it) } : {}),
      },
    })
  })
  return (
    <Form<Values>
      key={edit.formKey}
      name={`facts-${person.id}`}
      layout="vertical"
      onValuesChange={edit.touch}
      initialValues={{
        name: person.name,
        phone: person.phone,
        start: claim.employment?.start,
        end: claim.employment?.end,
        ground: claim.termination?.ground,
        averageMonthly: claim.wages?.averageMonthly,
        unpaidMonthly: claim.arrears?.[0]?.monthly,
        unpaidMonths: claim.arrears?.[0]?.months,
      }}
      onFinish={edit.save}
    >
      <Space wrap align="start">
        <Form.Item name="name" label="姓名">
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="phone" label="电话">
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name="start" label="入职日">
          <Input type="date" />
        </Form.Item>
        <Form.Item name="end" label="离职日">
          <Input type="date" />
        </Form.Item>
        <Form.Item name="ground" label="怎样离开的">
          <Select
            allowClear
            style={{ width: 260 }}
            options={Object.entries(groundNames).map(([value, label]) => ({ value, label }))}
          />
        </Form.Item>
        <Form.Item name="averageMonthly" label="离职前 12 个月平均工资（元）">
          <InputNumber min={0} precision={2} />
        </Form.Item>
        <Form.Item name="unpaidMonthly" label="每月欠薪（元）">
          <InputNumber min={0} precision={2} />
        </Form.Item>
        <Form.Item name="unpaidMonths" label="欠几个月">
          <InputNumber min={0} max={240} />
        </Form.Item>
      </Space>
      {edit.error && <ProblemAlert error={edit.error} />}
      <Button htmlType="submit" loading={edit.busy}>
        保存事实
      </Button>
      <ConflictDialog
        problem={edit.conflict}
        labels={labels}
        format={(field, value) => (field === 'claim' ? claimText(value) : String(value) || '（空）')}
        onResolve={edit.resolve}
        onCancel={edit.cancel}
      />
    </Form>
  )
}
