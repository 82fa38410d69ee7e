import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Segmented, Tag } from 'antd'
import { useState } from 'react'
import type { OutputOf, QueryIn } from '../../../platform/base/operation.ts'
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
import { closeCases, listCases, type CaseRow } from '../contract.ts'
import { lackText, topicNames } from '../names.zh.ts'
import { caseSearchQuery, caseSearchText, parseCaseSearch } from './case-search.ts'
import { CaseForm } from './case-form.tsx'
import { CaseState, DueText, Urgencies } from './case-tags.tsx'
import { DUE_DAYS } from './cases-due.tsx'
import { ImportButton } from './import-button.tsx'
import { TiesSection } from './ties-section.tsx'
import { useCaseStep } from './use-case.ts'
import './cases.css'

type Query = QueryIn<typeof listCases>
const views: Readonly<Record<string, { readonly label: string; readonly query: Query }>> = {
  all: { label: '全部', query: {} },
  received: { label: '待受理', query: { status: 'received' } },
  open: { label: '办理中', query: { status: 'open' } },
  urgent: { label: '急', query: { urgent: 'true' } },
  due: { label: '期限近', query: { dueWithin: DUE_DAYS } },
  callback: { label: '待回访', query: { callbackDue: 'true' } },
  closed: { label: '已结案', query: { status: 'closed' } },
}

type Results = OutputOf<typeof closeCases>['results']

/** 法律援助: every case, what is urgent, what comes due. */
const CasesPage = () => {
  const navigate = useNavigate()
  const { today } = useMe().org
  const [view, setView] = useState('all')
  const [page, setPage] = useState({ page: 1, size: 20 })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [adding, setAdding] = useState(false)
  const [results, setResults] = useState<Results>()
  const counted = parseCaseSearch(useSearch({ strict: false }))
  const query = {
    ...(counted ? caseSearchQuery(counted) : views[view]!.query),
    limit: page.size,
    offset: (page.page - 1) * page.size,
  }
  const list = useQuery({ queryKey: ['cases', 'list', query], queryFn: () => call(listCases, { query }) })
  const closing = useCaseStep(
    async () => setResults((await call(closeCases, { body: { ids: [...chosen] } })).results),
    () => setChosen([]),
  )
  const numbers = new Map(list.data?.rows.map((it) => [it.id, it.number]))
  const kept = results?.filter((it) => !it.closed) ?? []
  const columns: Columns<CaseRow> = [
    { title: '案号', dataIndex: 'number' },
    { title: '事由', key: 'topic', render: (_, it) => topicNames[it.topic] },
    { title: '用人单位', dataIndex: 'employer' },
    { title: '人数', dataIndex: 'claimants', align: 'right' },
    { title: '急', key: 'urgent', render: (_, it) => <Urgencies names={it.urgencies} /> },
    { title: '下一个期限', key: 'due', render: (_, it) => <DueText it={it} today={today} /> },
    { title: '律师', key: 'lawyers', render: (_, it) => it.lawyers.join('、') },
    { title: '状态', key: 'status', render: (_, it) => <CaseState status={it.status} /> },
  ]
  return (
    <Page
      title="法律援助"
      lead="件件有回音：每个人都有结果、金额、答复和送达，才能结案。"
      actions={
        <>
          <Button disabled={chosen.length === 0} loading={closing.isPending} onClick={() => closing.mutate(undefined)}>
            一并结案{chosen.length > 0 && `（${chosen.length}）`}
          </Button>
          <ImportButton />
          <Button type="primary" onClick={() => setAdding(true)}>
            登记求助
          </Button>
        </>
      }
    >
      {closing.error && <ProblemAlert error={closing.error} />}
      {results && (
        <Alert
          type={kept.length > 0 ? 'warning' : 'success'}
          showIcon
          closable={{ onClose: () => setResults(undefined) }}
          title={`结案 ${results.length - kept.length} 件${kept.length > 0 ? `，${kept.length} 件还不能结` : ''}`}
          description={
            kept.length > 0 && (
              <ul>
                {kept.map((it) => (
                  <li key={it.id}>
                    {numbers.get(it.id) ?? ''}：{it.lacks.length > 0 ? lackText(it.lacks) : '现在的状态不能结案'}
                  </li>
                ))}
              </ul>
            )
          }
        />
      )}
      <Section flush>
        <DataTable
          label="法律援助案件"
          rows={list.data?.rows}
          total={list.data?.total}
          rowKey="id"
          columns={columns}
          paging={page}
          onPaging={setPage}
          loading={list.isPending}
          error={list.error}
          selection={{
            // The measuring row repeats the header, where a box would be reached by the keyboard unseen.
            hideSelectAll: true,
            selectedRowKeys: [...chosen],
            onChange: (keys) => setChosen(keys.map(String)),
            getCheckboxProps: (it) => ({ disabled: it.status === 'closed', 'aria-label': `选 ${it.number}` }) as object,
          }}
          onOpen={(it) => void navigate({ to: `/cases/${it.id}` } as never)}
          filters={
            counted ? (
              <Tag
                className="k-counted"
                closable
                closeIcon={<span aria-label="看全部案件">×</span>}
                onClose={() => void navigate({ to: '/cases', search: {} } as never)}
              >
                {caseSearchText(counted)}
              </Tag>
            ) : (
              <Segmented
                aria-label="看哪些"
                className="k-views"
                value={view}
                options={Object.entries(views).map(([value, { label }]) => ({ value, label }))}
                onChange={(it) => {
                  setView(it)
                  setPage({ ...page, page: 1 })
                }}
              />
            )
          }
          empty={<EmptyState title="没有案件" hint="巡回点、来访、纸质的求助在这里登记；手机上来的会自己出现。" />}
        />
      </Section>
      <TiesSection />
      <CaseForm open={adding} onClose={() => setAdding(false)} />
    </Page>
  )
}

export default CasesPage
