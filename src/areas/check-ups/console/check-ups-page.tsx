import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Segmented, Tag } from 'antd'
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
import { gradeColors, listCheckUps, type CheckUpRow } from '../contract.ts'
import { checkUpStateNames, gradeText } from '../names.zh.ts'
import { DrawDialog } from './draw-dialog.tsx'
import { CheckUpState, Grade } from './tags.tsx'
import './check-ups.css'

const columns: Columns<CheckUpRow> = [
  {
    title: '企业',
    key: 'name',
    render: (_, it) => <Link to={`/check-ups/${it.id}` as never}>{it.enterpriseName}</Link>,
  },
  { title: '乡镇街道', dataIndex: 'townshipName' },
  { title: '约定日期', key: 'planned', render: (_, it) => it.plannedOn && <CivilDate date={it.plannedOn} /> },
  { title: '检查日期', key: 'checked', render: (_, it) => it.checkedOn && <CivilDate date={it.checkedOn} /> },
  { title: '状态', key: 'status', render: (_, it) => <CheckUpState status={it.status} /> },
  { title: '得分与等级', key: 'grade', render: (_, it) => <Grade {...it} /> },
]

/** A year's figure leads here: the check-ups that it counts. */
const parseSearch = (raw: Readonly<Record<string, unknown>>) => ({
  year: Number.isInteger(raw['year']) ? Number(raw['year']) : undefined,
  color: gradeColors.find((it) => it === raw['color']),
})

const states = ['planned', 'in_progress', 'submitted', 'reported'] as const
type View = (typeof states)[number] | 'all'

/** 法治体检: drawn, under way, reported. */
const CheckUpsPage = () => {
  const navigate = useNavigate()
  const me = useMe()
  const [view, setView] = useState<View>('all')
  const { year, color } = parseSearch(useSearch({ strict: false }))
  const [page, setPage] = useState({ page: 1, size: 20 })
  const [drawing, setDrawing] = useState(false)
  const query = {
    ...(view === 'all' ? {} : { status: view }),
    ...(year === undefined ? {} : { year: String(year), done: 'true', color }),
    limit: page.size,
    offset: (page.page - 1) * page.size,
  }
  const list = useQuery({ queryKey: ['check-ups', query], queryFn: () => call(listCheckUps, { query }) })
  const mayDraw = me.roles.includes('admin') || me.roles.includes('staff')
  return (
    <Page
      title="法治体检"
      lead="随机抽取，两人持证检查，出报告和处方，整改到复查通过。服务性评估，不具行政处罚效力。"
      actions={
        <>
          <Link to={'/check-ups/year' as never}>
            <Button>看全年</Button>
          </Link>
          <Link to={'/check-ups/draws' as never}>
            <Button>抽取记录</Button>
          </Link>
          <Link to={'/check-ups/instruments' as never}>
            <Button>评估表</Button>
          </Link>
          {mayDraw && (
            <Button type="primary" onClick={() => setDrawing(true)}>
              抽取企业
            </Button>
          )}
        </>
      }
    >
      <Section flush>
        <DataTable
          label="法治体检"
          rows={list.data?.rows}
          total={list.data?.total}
          rowKey="id"
          columns={columns}
          paging={page}
          onPaging={setPage}
          loading={list.isPending}
          error={list.error}
          onOpen={(it) => void navigate({ to: `/check-ups/${it.id}` } as never)}
          filters={
            <>
              <Segmented
                className="check-up-states"
                aria-label="看哪些"
                value={view}
                options={[
                  { value: 'all', label: '全部' },
                  ...states.map((value) => ({ value, label: checkUpStateNames[value] })),
                ]}
                onChange={(it) => {
                  setView(it as View)
                  setPage({ ...page, page: 1 })
                }}
              />
              {year !== undefined && (
                <Tag
                  className="check-up-chosen"
                  closable
                  closeIcon={<span aria-label="看全部年份">×</span>}
                  onClose={() => void navigate({ to: '/check-ups', search: {} } as never)}
                >
                  {year} 年检查过的{color ? `，${gradeText(color)}` : ''}
                </Tag>
              )}
            </>
          }
          empty={<EmptyState title="还没有法治体检" hint="先抽取企业，再给每家指派两名持证检查人员。" />}
        />
      </Section>
      {drawing && <DrawDialog onClose={() => setDrawing(false)} />}
    </Page>
  )
}

export default CheckUpsPage
