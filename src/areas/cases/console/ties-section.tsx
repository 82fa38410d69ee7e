import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Alert, Button, Form, Input, Popconfirm, Select } from 'antd'
import { useState } from 'react'
import type { OutputOf } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import { DataTable, EmptyState, ProblemAlert, Section, type Columns } from '../../../platform/web/console-kit/index.ts'
import { listTeams } from '../../squads/contract.ts'
import { addTie, listTies, removeTie } from '../contract.ts'
import { EmployerPick, type Employer } from './employer-pick.tsx'
import { employerRules } from './triage-fields.tsx'
import { useCaseStep } from './use-case.ts'

type Tie = OutputOf<typeof listTies>['rows'][number]
interface Values {
  readonly personId: string
  readonly employer: Employer
  readonly note?: string
}

/** Who is tied to which employer; a tie keeps its lawyer off the cases against them. */
export const TiesSection = () => {
  const [form] = Form.useForm<Values>()
  const ties = useQuery({ queryKey: ['cases', 'ties'], queryFn: () => call(listTies) })
  const teams = useQuery({ queryKey: ['teams'], queryFn: () => call(listTeams) })
  const members = teams.data?.teams.filter((one) => one.squadKind === 'rights').flatMap((one) => one.members) ?? []
  const [against, setAgainst] = useState<OutputOf<typeof addTie>['cases']>([])
  const adding = useCaseStep(
    async (it: Values) => {
      const added = await call(addTie, {
        body: {
          personId: it.personId,
          employer: it.employer.name,
          enterpriseId: it.employer.enterpriseId,
          note: it.note ?? '',
        },
      })
      setAgainst(added.cases)
    },
    () => form.resetFields(),
  )
  const removing = useCaseStep((id: string) => call(removeTie, { params: { id } }))
  const columns: Columns<Tie> = [
    { title: '律师', dataIndex: 'personName' },
    { title: '用人单位', dataIndex: 'employer' },
    { title: '说明', dataIndex: 'note' },
    {
      title: '',
      key: 'remove',
      align: 'right',
      render: (_, it) => (
        <Popconfirm title="删除这条关系？" okText="删除" cancelText="不删" onConfirm={() => removing.mutate(it.id)}>
          <Button size="small" aria-label={`删除 ${it.personName} 与 ${it.employer} 的关系`}>
            删除
          </Button>
        </Popconfirm>
      ),
    },
  ]
  return (
    <Section title="律师关系" flush>
      <DataTable
        label="律师关系"
        rows={ties.data?.rows}
        rowKey="id"
        columns={columns}
        loading={ties.isPending}
        error={ties.error}
        empty={<EmptyState title="还没有登记" hint="律师给哪家单位当顾问、代理过，登记在这里；指派时自动避开。" />}
      />
      <div className="k-add">
        <Form name="tie" form={form} layout="inline" onFinish={(it) => adding.mutate(it)}>
          <Form.Item name="personId" rules={[{ required: true, message: '请选律师' }]}>
            <Select
              aria-label="有关系的律师"
              placeholder="律师"
              style={{ width: 160 }}
              options={members.map((it) => ({ value: it.personId, label: it.name }))}
            />
          </Form.Item>
          <Form.Item name="employer" rules={employerRules}>
            <EmployerPick label="有关系的用人单位" />
          </Form.Item>
          <Form.Item name="note">
            <Input aria-label="关系说明" placeholder="如：常年法律顾问" maxLength={200} />
          </Form.Item>
          <Button htmlType="submit" loading={adding.isPending}>
            登记关系
          </Button>
        </Form>
      </div>
      {against.length > 0 && (
        <Alert
          type="warning"
          showIcon
          closable
          title="这位律师正在办这家单位的案件，请改派"
          description={against.map((it) => (
            <Link key={it.id} to={`/cases/${it.id}` as never} className="q-number">
              {it.number}{' '}
            </Link>
          ))}
          onClose={() => setAgainst([])}
        />
      )}
      {adding.error && <ProblemAlert error={adding.error} />}
      {removing.error && <ProblemAlert error={removing.error} />}
    </Section>
  )
}
