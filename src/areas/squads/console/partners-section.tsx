import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { BodyIn, OutputOf } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import { DataTable, EmptyState, ProblemAlert, Section } from '../../../platform/web/console-kit/index.ts'
import type { Columns } from '../../../platform/web/console-kit/index.ts'
import { createPartner, listPartners } from '../contract.ts'

type Partner = OutputOf<typeof listPartners>[number]

const columns: Columns<Partner> = [
  { title: '名称', dataIndex: 'name' },
  { title: '类别', dataIndex: 'kind' },
  { title: '配合', dataIndex: 'squadName' },
  { title: '联系人', render: (_, row) => <span className="q-number">{`${row.contactName} ${row.contactPhone}`}</span> },
  { title: '说明', dataIndex: 'note' },
]

/** Societies that lend people to a squad. */
export const PartnersSection = (props: {
  readonly squads: readonly { readonly id: string; readonly name: string }[]
  readonly mayEdit: boolean
}) => {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm<BodyIn<typeof createPartner>>()
  const [adding, setAdding] = useState(false)
  const list = useQuery({ queryKey: ['squads', 'partners'], queryFn: () => call(listPartners) })
  const create = useMutation({
    mutationFn: (body: BodyIn<typeof createPartner>) => call(createPartner, { body }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['squads', 'partners'] })
      void message.success('合作社会组织已登记')
      setAdding(false)
    },
  })
  return (
    <Section
      title="合作社会组织"
      flush
      extra={props.mayEdit && <Button onClick={() => setAdding(true)}>登记社会组织</Button>}
    >
      <DataTable
        label="合作社会组织"
        rows={list.data}
        rowKey="id"
        columns={columns}
        loading={list.isFetching}
        error={list.error}
        onRetry={() => void list.refetch()}
        empty={<EmptyState title="还没有登记" hint="发明协会、读书协会等一起上门的社会组织，登记在这里。" />}
      />
      <Modal
        open={adding}
        title="登记合作社会组织"
        okText="登记"
        cancelText="取消"
        confirmLoading={create.isPending}
        onOk={form.submit}
        onCancel={() => setAdding(false)}
        destroyOnHidden
        afterClose={create.reset}
      >
        <ProblemAlert error={create.error} />
        <Form form={form} layout="vertical" preserve={false} onFinish={(values) => create.mutate(values)}>
          <Form.Item name="name" label="名称" rules={[{ required: true, min: 2, message: '请填名称，至少两个字' }]}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="kind" label="类别" initialValue="协会">
            <Input maxLength={20} />
          </Form.Item>
          <Form.Item name="squadId" label="配合哪支轻骑兵" rules={[{ required: true, message: '请选一支' }]}>
            <Select options={props.squads.map((one) => ({ value: one.id, label: one.name }))} />
          </Form.Item>
          <div className="s-pair">
            <Form.Item name="contactName" label="联系人" initialValue="">
              <Input maxLength={40} />
            </Form.Item>
            <Form.Item name="contactPhone" label="电话" initialValue="">
              <Input maxLength={40} inputMode="tel" />
            </Form.Item>
          </div>
          <Form.Item name="note" label="说明" initialValue="">
            <Input maxLength={300} />
          </Form.Item>
        </Form>
      </Modal>
    </Section>
  )
}
