import { useMutation, useQuery } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert, useMe } from '../../../platform/web/console-kit/index.ts'
import { listTeams } from '../../squads/contract.ts'
import { assignInspectors, type CheckUpView } from '../contract.ts'

interface Values {
  readonly plannedOn: string
  readonly people: readonly [string, string]
  readonly certificates: readonly [string, string]
}

/** Two people of the rights squad with their certificates, and the day. */
export const AssignDialog = (props: {
  readonly checkUp: CheckUpView
  readonly onClose: () => void
  readonly onDone: () => Promise<void>
}) => {
  const { checkUp } = props
  const me = useMe()
  const [form] = Form.useForm<Values>()
  const teams = useQuery({ queryKey: ['teams'], queryFn: () => call(listTeams) })
  const rights = teams.data?.teams.filter((it) => it.squadKind === 'rights') ?? []
  const people = new Map(
    rights.flatMap((team) => team.members.map((it) => [it.personId, `${it.name}（${team.name}）`])),
  )
  const assigning = useMutation({
    mutationFn: (it: Values) =>
      call(assignInspectors, {
        params: { id: checkUp.id },
        version: checkUp.version,
        body: {
          plannedOn: it.plannedOn,
          inspectors: [0, 1].map((at) => ({ personId: it.people[at]!, certificate: it.certificates[at]! })),
        },
      }),
    onSuccess: async () => {
      await props.onDone()
      props.onClose()
    },
  })
  return (
    <Modal
      title="指派检查人员"
      open
      okText="指派"
      cancelText="取消"
      okButtonProps={{ loading: assigning.isPending }}
      onOk={() => form.submit()}
      onCancel={props.onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{
          plannedOn: checkUp.plannedOn ?? me.org.today,
          people: checkUp.inspectors.map((it) => it.personId),
          certificates: checkUp.inspectors.map((it) => it.certificate),
        }}
        onFinish={(it) => assigning.mutate(it)}
      >
        <Form.Item name="plannedOn" label="约定日期" rules={[{ required: true, message: '请选日期' }]}>
          <Input type="date" min={me.org.today} />
        </Form.Item>
        {[0, 1].map((at) => (
          <div key={at}>
            <Form.Item
              name={['people', at]}
              label={`第${at === 0 ? '一' : '二'}名检查人员`}
              rules={[{ required: true, message: '请选人' }]}
            >
              <Select
                showSearch
                optionFilterProp="label"
                loading={teams.isPending}
                options={[...people].map(([value, label]) => ({ value, label }))}
              />
            </Form.Item>
            <Form.Item
              name={['certificates', at]}
              label="工会劳动法律监督员证号"
              rules={[{ required: true, min: 2, message: '请填证号' }]}
            >
              <Input maxLength={60} />
            </Form.Item>
          </div>
        ))}
      </Form>
      {assigning.error && <ProblemAlert error={assigning.error} />}
    </Modal>
  )
}
