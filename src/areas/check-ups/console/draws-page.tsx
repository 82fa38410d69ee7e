import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import {
  CivilDate,
  DataTable,
  EmptyState,
  Page,
  Section,
  useMe,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import { listDraws, type DrawRow } from '../contract.ts'

/** 抽取记录: every draw; each can be drawn again. */
const DrawsPage = () => {
  const { today } = useMe().org
  const navigate = useNavigate()
  const [page, setPage] = useState({ page: 1, size: 20 })
  const query = { limit: page.size, offset: (page.page - 1) * page.size }
  const list = useQuery({ queryKey: ['check-ups', 'draws', query], queryFn: () => call(listDraws, { query }) })
  const columns: Columns<DrawRow> = [
    {
      title: '抽取日期',
      key: 'date',
      render: (_, it) => (
        <Link to={`/check-ups/draws/${it.id}` as never}>
          <CivilDate date={it.drawnOn} today={today} />
        </Link>
      ),
    },
    { title: '抽取人', key: 'by', render: (_, it) => it.drawnBy ?? '没有记录' },
    { title: '抽到', key: 'size', align: 'right', render: (_, it) => `${it.size} 家` },
    { title: '已出报告', key: 'reported', align: 'right', render: (_, it) => `${it.reported} 家` },
  ]
  return (
    <Page
      title="抽取记录"
      lead="每次抽取的种子、候选名单和结果都在这里，可以照着重抽一遍核对。"
      trail={[{ title: '法治体检', to: '/check-ups' }]}
    >
      <Section flush>
        <DataTable
          label="抽取记录"
          rows={list.data?.rows}
          total={list.data?.total}
          rowKey="id"
          columns={columns}
          paging={page}
          onPaging={setPage}
          loading={list.isPending}
          error={list.error}
          onOpen={(it) => void navigate({ to: `/check-ups/draws/${it.id}` } as never)}
          empty={<EmptyState title="还没有抽取过" hint="在法治体检页面点「抽取企业」。" />}
        />
      </Section>
    </Page>
  )
}

export default DrawsPage
