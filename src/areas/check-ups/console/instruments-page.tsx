import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button, Popconfirm, Space } from 'antd'
import { useState } from 'react'
import { call, urlOf } from '../../../platform/web/client.ts'
import {
  CivilDate,
  DataTable,
  EmptyState,
  Page,
  ProblemAlert,
  Section,
  useMe,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import { downloadInstrument, listInstruments, withdrawInstrument, type InstrumentRow } from '../contract.ts'
import { InstrumentDialog } from './instrument-dialog.tsx'
import { InstrumentTag } from './tags.tsx'

/** 评估表: every version; an administrator takes another in or one out of use. */
const InstrumentsPage = () => {
  const me = useMe()
  const mayChange = me.roles.includes('admin')
  const [adding, setAdding] = useState(false)
  const cache = useQueryClient()
  const list = useQuery({ queryKey: ['check-ups', 'instruments'], queryFn: () => call(listInstruments) })
  const withdrawing = useMutation({
    mutationFn: ({ version, withdrawn }: { version: string; withdrawn: boolean }) =>
      call(withdrawInstrument, { params: { version }, body: { withdrawn } }),
    onSuccess: () => cache.invalidateQueries({ queryKey: ['check-ups', 'instruments'] }),
  })
  const columns: Columns<InstrumentRow> = [
    {
      title: '版本',
      key: 'version',
      render: (_, it) => (
        <Link to={'/check-ups/instruments/$version' as never} params={{ version: it.version } as never}>
          {it.version}
        </Link>
      ),
    },
    { title: '名称', dataIndex: 'title' },
    { title: '状态', key: 'status', render: (_, it) => <InstrumentTag {...it} /> },
    {
      title: '启用日期',
      key: 'from',
      render: (_, it) => (it.offeredFrom ? <CivilDate date={it.offeredFrom} today={me.org.today} /> : '随程序提供'),
    },
    { title: '条目', key: 'items', align: 'right', render: (_, it) => `${it.items} 条` },
    { title: '用过', key: 'uses', align: 'right', render: (_, it) => `${it.checkUps} 次体检` },
    {
      title: '操作',
      key: 'do',
      render: (_, it) => (
        <Space>
          <Button size="small" href={urlOf(downloadInstrument.path, { version: it.version })}>
            下载 JSON
          </Button>
          {mayChange && it.withdrawnOn === null && it.status !== 'withdrawn' && (
            <Popconfirm
              title={`撤回 ${it.version}？`}
              description="新的体检不再用它。已经开始的体检照旧按它评，内容不变。"
              okText="撤回"
              cancelText="再看看"
              onConfirm={() => withdrawing.mutate({ version: it.version, withdrawn: true })}
            >
              <Button size="small">撤回</Button>
            </Popconfirm>
          )}
          {mayChange && it.withdrawnOn !== null && (
            <Button size="small" onClick={() => withdrawing.mutate({ version: it.version, withdrawn: false })}>
              恢复
            </Button>
          )}
        </Space>
      ),
    },
  ]
  return (
    <Page
      title="评估表"
      lead="体检开始时用现用的版本，开始以后一直按那个版本评；上传和撤回都不影响已经开始的体检。"
      trail={[{ title: '法治体检', to: '/check-ups' }]}
      actions={
        mayChange && (
          <Button type="primary" onClick={() => setAdding(true)}>
            上传新版本
          </Button>
        )
      }
    >
      <ProblemAlert error={withdrawing.error} />
      <Section flush>
        <DataTable
          label="评估表"
          rows={list.data}
          rowKey="version"
          columns={columns}
          loading={list.isPending}
          error={list.error}
          empty={<EmptyState title="没有评估表" />}
        />
      </Section>
      {adding && list.data && <InstrumentDialog versions={list.data} onClose={() => setAdding(false)} />}
    </Page>
  )
}

export default InstrumentsPage
