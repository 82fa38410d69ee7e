import { PlusOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import { DataTable, EmptyState, Page, useMe, type Columns } from '../../../platform/web/console-kit/index.ts'
import { listLetters, type LetterRow } from '../contract.ts'
import { letterKinds, letterStates, type LetterKind, type LetterState as State } from '../domain/index.ts'
import { letterKindNames, letterStateNames } from '../texts.zh.ts'
import { Due, LetterState } from './letter-tags.tsx'
import './letters.css'

const LettersPage = () => {
  const me = useMe()
  const navigate = useNavigate()
  const [page, setPage] = useState({ page: 1, size: 20 })
  const [kind, setKind] = useState<LetterKind>()
  const [state, setState] = useState<State>()
  const [search, setSearch] = useState('')
  const query = { kind, state, search: search || undefined, limit: page.size, offset: (page.page - 1) * page.size }
  const list = useQuery({
    queryKey: ['letters', 'list', query],
    queryFn: () => call(listLetters, { query }),
    placeholderData: keepPreviousData,
  })
  const first = (): void => setPage({ ...page, page: 1 })
  const columns: Columns<LetterRow> = [
    {
      title: '文号',
      key: 'number',
      render: (_, it) => (
        <Link to={`/letters/${it.id}` as never} className="q-number">
          {it.number ?? '未编号'}
        </Link>
      ),
    },
    { title: '状态', key: 'state', render: (_, it) => <LetterState state={it.state} /> },
    { title: '文种', key: 'kind', render: (_, it) => letterKindNames[it.kind] },
    { title: '企业', dataIndex: 'enterpriseName' },
    { title: '事由', key: 'subject', render: (_, it) => <span className="l-subject">{it.subject}</span> },
    { title: '答复期', key: 'due', render: (_, it) => <Due letter={it} today={me.org.today} /> },
    { title: '起草', dataIndex: 'draftedBy' },
  ]
  return (
    <Page
      title="一函两书"
      lead="提示函、意见书、建议书：起草和签发是两个人，签发才编号，送达后按工作日算答复期"
      actions={
        <Link to={'/letters/new' as never}>
          <Button type="primary" icon={<PlusOutlined />} tabIndex={-1}>
            起草
          </Button>
        </Link>
      }
    >
      <DataTable
        label="一函两书"
        rows={list.data?.rows}
        total={list.data?.total}
        rowKey="id"
        columns={columns}
        paging={page}
        onPaging={setPage}
        loading={list.isFetching}
        error={list.error}
        onRetry={() => void list.refetch()}
        onOpen={(it) => void navigate({ to: '/letters/$id', params: { id: it.id } } as never)}
        filters={
          <>
            <Select
              allowClear
              aria-label="文种"
              placeholder="文种"
              style={{ width: 110 }}
              value={kind}
              onChange={(it?: LetterKind) => {
                setKind(it)
                first()
              }}
              options={letterKinds.map((value) => ({ value, label: letterKindNames[value] }))}
            />
            <Select
              allowClear
              aria-label="状态"
              placeholder="状态"
              style={{ width: 120 }}
              value={state}
              onChange={(it?: State) => {
                setState(it)
                first()
              }}
              options={letterStates.map((value) => ({ value, label: letterStateNames[value] }))}
            />
            <Input.Search
              allowClear
              aria-label="搜索"
              placeholder="企业、事由或文号"
              style={{ width: 220 }}
              onSearch={(it) => {
                setSearch(it.trim())
                first()
              }}
            />
          </>
        }
        empty={
          <EmptyState
            title="没有函书"
            hint="发现用工风险先发提示函；查实违法发意见书；仍不改正，向主管部门发建议书。"
          />
        }
      />
    </Page>
  )
}

export default LettersPage
