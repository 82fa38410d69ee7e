import { useQuery } from '@tanstack/react-query'
import { Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type { Role } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import { ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import { roleNames } from '../../../platform/web/me.ts'
import { listEnterprises } from '../../enterprises/contract.ts'
import { listTeams } from '../../squads/contract.ts'
import { createAccount } from '../contract.ts'
import { startPassword } from './start-password.ts'

interface Fields {
  readonly role: Role
  readonly name: string
  readonly username: string
  readonly enterpriseId?: string
  readonly teamId?: string
}

const offered: readonly Role[] = ['admin', 'chair', 'staff', 'leader', 'member', 'contact']

/** A new account; the start password is made here and shown once by the page. */
export const AccountDialog = (props: {
  readonly onClose: () => void
  readonly onDone: (name: string, username: string, password: string) => Promise<void>
}) => {
  const [form] = Form.useForm<Fields>()
  const role = Form.useWatch('role', form)
  const [search, setSearch] = useState('')
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const found = useQuery({
    queryKey: ['enterprises', 'search', search],
    enabled: role === 'contact',
    queryFn: () => call(listEnterprises, { query: { search: search || undefined, limit: 20 } }),
  })
  const teams = useQuery({
    queryKey: ['teams'],
    enabled: role === 'leader' || role === 'member',
    queryFn: () => call(listTeams),
  })
  const save = async (): Promise<void> => {
    const fields = await form.validateFields().catch(() => undefined)
    if (!fields) return
    setBusy(true)
    setError(undefined)
    const password = startPassword()
    try {
      await call(createAccount, { body: { ...fields, password } })
      await props.onDone(fields.name, fields.username, password)
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title="新建账号"
      okText="建立"
      cancelText="不建了"
      confirmLoading={busy}
      onOk={() => void save()}
      onCancel={props.onClose}
    >
      <Form form={form} layout="vertical">
        <Form.Item name="role" label="身份" rules={[{ required: true, message: '请选身份' }]}>
          <Select aria-label="身份" options={offered.map((value) => ({ value, label: roleNames[value] }))} />
        </Form.Item>
        {role === 'contact' && (
          <Form.Item name="enterpriseId" label="企业" rules={[{ required: true, message: '请选企业' }]}>
            <Select
              aria-label="企业"
              showSearch={{ filterOption: false, onSearch: setSearch }}
              loading={found.isPending}
              options={(found.data?.rows ?? []).map((it) => ({ value: it.id, label: it.name }))}
            />
          </Form.Item>
        )}
        {(role === 'leader' || role === 'member') && (
          <Form.Item name="teamId" label="小分队" rules={[{ required: true, message: '请选小分队' }]}>
            <Select
              aria-label="小分队"
              loading={teams.isPending}
              options={(teams.data?.teams ?? []).map((it) => ({ value: it.id, label: it.name }))}
            />
          </Form.Item>
        )}
        <Form.Item name="name" label="姓名" rules={[{ required: true, max: 40, message: '请填姓名' }]}>
          <Input />
        </Form.Item>
        <Form.Item
          name="username"
          label="用户名"
          rules={[
            { required: true, message: '请填用户名' },
            { pattern: /^[\p{L}\p{N}_.-]{2,64}$/u, message: '2 到 64 个字：汉字、字母、数字、点、横线' },
          ]}
        >
          <Input autoComplete="off" />
        </Form.Item>
      </Form>
      <p>密码由系统生成，建立后显示一次。</p>
      <ProblemAlert error={error} />
    </Modal>
  )
}
