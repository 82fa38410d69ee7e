import { useQuery, useQueryClient } from '@tanstack/react-query'
import { App, Button, Input, Space } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import type { Role } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import {
  DataTable,
  EmptyState,
  Page,
  ProblemAlert,
  Section,
  useMe,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import { roleNames } from '../../../platform/web/me.ts'
import { listAccounts, resetPassword, revokeRole, type accountSchema } from '../contract.ts'
import { AccountDialog } from './account-dialog.tsx'
import { startPassword } from './start-password.ts'

type Account = z.infer<typeof accountSchema>

/** Who may sign in, as what and for whom. Start passwords are shown once and kept nowhere in readable form. */
const AccountsPage = () => {
  const me = useMe()
  const client = useQueryClient()
  const { modal } = App.useApp()
  const [search, setSearch] = useState('')
  const [page, setPage] = useState({ page: 1, size: 20 })
  const [creating, setCreating] = useState(false)
  const [error, setError] = useState<unknown>()
  const query = { search: search || undefined, limit: page.size, offset: (page.page - 1) * page.size }
  const list = useQuery({ queryKey: ['accounts', query], queryFn: () => call(listAccounts, { query }) })
  const reload = (): Promise<void> => client.invalidateQueries({ queryKey: ['accounts'] })
  const act = async (work: () => Promise<unknown>): Promise<void> => {
    setError(undefined)
    try {
      await work()
      await reload()
    } catch (problem) {
      setError(problem)
    }
  }
  const show = (name: string, username: string, password: string): void =>
    void modal.success({
      title: `请把密码当面交给${name}`,
      content: (
        <>
          <p>用户名：{username}</p>
          <p>
            密码：<code>{password}</code>
          </p>
          <p>关掉以后不会再显示；忘了可以重设。</p>
        </>
      ),
    })
  const reset = (it: Account): void =>
    void modal.confirm({
      title: `重设${it.name}的密码？`,
      content: '旧密码随即失效，在各处的登录也会退出。',
      okText: '重设',
      onOk: () =>
        act(async () => {
          const password = startPassword()
          await call(resetPassword, { params: { personId: it.personId }, body: { password } })
          show(it.name, it.username ?? '', password)
        }),
    })
  const revoke = (it: Account, role: Role): void =>
    void modal.confirm({
      title: `收回${it.name}的「${roleNames[role]}」？`,
      content: '收回后立即生效。已经登记的工作都留着。',
      okText: '收回',
      okButtonProps: { danger: true },
      onOk: () => act(() => call(revokeRole, { params: { personId: it.personId, role } })),
    })
  const columns: Columns<Account> = [
    { title: '姓名', dataIndex: 'name' },
    { title: '用户名', key: 'username', render: (_, it) => it.username ?? '没有账号' },
    { title: '身份', key: 'roles', render: (_, it) => it.roles.map((role) => roleNames[role]).join('、') },
    { title: '单位', key: 'place', render: (_, it) => it.enterpriseName ?? it.teamName ?? me.org.name },
    {
      title: '',
      key: 'actions',
      render: (_, it) => (
        <Space>
          {it.username && (
            <Button size="small" onClick={() => reset(it)}>
              重设密码
            </Button>
          )}
          {it.personId !== me.person.id &&
            it.roles.map((role) => (
              <Button key={role} size="small" onClick={() => revoke(it, role)}>
                收回{it.roles.length > 1 ? roleNames[role] : '身份'}
              </Button>
            ))}
        </Space>
      ),
    },
  ]
  return (
    <Page
      title="账号"
      lead="谁能登录、以什么身份、为哪家企业或哪支小分队。身份之外的事，一律做不了。"
      actions={
        <Button type="primary" onClick={() => setCreating(true)}>
          新建账号
        </Button>
      }
    >
      <ProblemAlert error={error} />
      <Section flush>
        <DataTable
          label="账号"
          rows={list.data?.rows}
          total={list.data?.total}
          rowKey="personId"
          columns={columns}
          paging={page}
          onPaging={setPage}
          loading={list.isPending}
          error={list.error}
          filters={
            <Input.Search
              aria-label="按姓名找"
              placeholder="姓名"
              allowClear
              onSearch={(it) => {
                setSearch(it.trim())
                setPage({ ...page, page: 1 })
              }}
              style={{ width: 200 }}
            />
          }
          empty={<EmptyState title="没有找到账号" />}
        />
      </Section>
      {creating && (
        <AccountDialog
          onClose={() => setCreating(false)}
          onDone={async (name, username, password) => {
            setCreating(false)
            show(name, username, password)
            await reload()
          }}
        />
      )}
    </Page>
  )
}

export default AccountsPage
