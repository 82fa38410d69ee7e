import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { DatePicker, Drawer, Progress, Segmented, Space, Statistic, Tooltip } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import type { OutputOf } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import { numberText } from '../../../platform/web/format.ts'
import {
  CivilDate,
  DataTable,
  EmptyState,
  Page,
  ProblemAlert,
  Section,
  SquadTag,
  useMe,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import { readFigureRows, readFigures } from '../contract.ts'
import { MonthsChart } from './months-chart.tsx'
import './reports.css'

type Figures = OutputOf<typeof readFigures>
type Row = OutputOf<typeof readFigureRows>['rows'][number]
type Measure = Figures['figures'][number]

const rowColumns: Columns<Row> = [
  { title: '日期', key: 'date', render: (_, it) => <CivilDate date={it.date} /> },
  { title: '企业', dataIndex: 'enterpriseName' },
  {
    title: '活动',
    key: 'activity',
    render: (_, it) => (
      <Space>
        <SquadTag squad={it.squadKind} />
        {it.activityName}
      </Space>
    ),
  },
  { title: '小分队', dataIndex: 'teamName' },
  { title: '到场', dataIndex: 'heads', align: 'right' },
  { title: '受训', dataIndex: 'trained', align: 'right' },
]

const townshipColumns: Columns<Figures['townships'][number]> = [
  { title: '乡镇街道', dataIndex: 'name' },
  { title: '试点企业', dataIndex: 'enterprises', align: 'right' },
  {
    title: '已覆盖',
    key: 'covered',
    render: (_, it) => (
      <Progress
        aria-label={`${it.name}已覆盖`}
        percent={Math.round((100 * it.covered) / it.enterprises)}
        format={() => `${it.covered}/${it.enterprises}`}
        size="small"
      />
    ),
  },
  { title: '场次', dataIndex: 'visits', align: 'right' },
]

/** Figures counted from visits that took place; each opens down to its rows. */
const FiguresPage = () => {
  const me = useMe()
  const navigate = useNavigate()
  const [range, setRange] = useState<[string, string]>([`${me.org.today.slice(0, 4)}-01-01`, me.org.today])
  const [squad, setSquad] = useState<'all' | 'culture' | 'skills' | 'rights'>('all')
  const [opened, setOpened] = useState<Measure>()
  const [page, setPage] = useState({ page: 1, size: 20 })
  const period = { from: range[0], to: range[1], squadKind: squad === 'all' ? undefined : squad }
  const figures = useQuery({ queryKey: ['figures', period], queryFn: () => call(readFigures, { query: period }) })
  const rows = useQuery({
    queryKey: ['figures', 'rows', period, opened?.key, page],
    enabled: opened !== undefined,
    queryFn: () =>
      call(readFigureRows, {
        query: { ...period, key: opened!.key, limit: page.size, offset: (page.page - 1) * page.size },
      }),
  })
  const facts = figures.data
  return (
    <Page title="报表" lead="数字都是从活动记录逐行数出来的，点开就是那些行。">
      <Space wrap style={{ marginBottom: 16 }}>
        <DatePicker.RangePicker
          aria-label="起止日期"
          allowClear={false}
          value={[dayjs(range[0]), dayjs(range[1])]}
          onChange={(it) => it?.[0] && it[1] && setRange([it[0].format('YYYY-MM-DD'), it[1].format('YYYY-MM-DD')])}
        />
        <Segmented
          aria-label="哪支轻骑兵"
          value={squad}
          onChange={setSquad}
          options={[
            { value: 'all', label: '全部' },
            { value: 'culture', label: '文化' },
            { value: 'skills', label: '技能' },
            { value: 'rights', label: '维权' },
          ]}
        />
      </Space>
      {figures.error && <ProblemAlert error={figures.error} />}
      <div className="r-figures">
        {facts?.figures.map((it) => (
          <Tooltip key={it.key} title={it.definition}>
            <button
              type="button"
              className="r-figure"
              onClick={() => {
                setPage({ page: 1, size: 20 })
                setOpened(it)
              }}
            >
              <span>{it.label}</span>
              <b>
                {numberText(it.value)}
                <small>
                  {it.key === 'enterprises' && ` / ${facts.pilotEnterprises}`} {it.unit}
                </small>
              </b>
            </button>
          </Tooltip>
        ))}
      </div>
      <Section title="每月场次">{facts && <MonthsChart months={facts.months} />}</Section>
      <Section title="本月打扰上限">
        <Space wrap size="large">
          {facts?.burden.map((it) => (
            <Statistic key={it.used} title={it.used} value={it.enterprises} suffix="家" />
          ))}
        </Space>
      </Section>
      <Section title="各乡镇街道" flush>
        <DataTable
          label="各乡镇街道的覆盖"
          rows={facts?.townships}
          rowKey="id"
          columns={townshipColumns}
          loading={figures.isPending}
          empty={<EmptyState title="没有企业" />}
        />
      </Section>
      <Drawer
        open={opened !== undefined}
        size="large"
        title={opened ? `${opened.label}：${rows.data?.value ?? opened.value} ${opened.unit}` : ''}
        onClose={() => setOpened(undefined)}
      >
        <p>{opened?.definition}</p>
        <DataTable
          label="逐行记录"
          rows={rows.data?.rows}
          total={rows.data?.total}
          rowKey="visitId"
          columns={rowColumns}
          paging={page}
          onPaging={setPage}
          loading={rows.isPending}
          error={rows.error}
          onOpen={(it) => void navigate({ to: `/visits/${it.visitId}` })}
          empty={<EmptyState title="这段时间没有记录" />}
        />
      </Drawer>
    </Page>
  )
}

export default FiguresPage
