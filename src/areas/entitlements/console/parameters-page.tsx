import { useQuery } from '@tanstack/react-query'
import { Button, Input, Select, Space } from 'antd'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import { DataTable, EmptyState, Page, Section, StateTag, useMe } from '../../../platform/web/console-kit/index.ts'
import type { Columns } from '../../../platform/web/console-kit/index.ts'
import { figureKeepers, listParameters, type ParameterRow } from '../contract.ts'
import { HistoryDrawer } from './history-drawer.tsx'
import { parameterWithUnit, regionNames, trustNames } from './parameter-text.ts'
import { PendingSection } from './pending-section.tsx'
import { ProposeDialog } from './propose-dialog.tsx'
import './parameters.css'

const ALL = '全部'

const Trust = ({ row }: { readonly row: ParameterRow }) => {
  if (row.trust === null) return <StateTag tone="danger">没有收录</StateTag>
  return <StateTag tone={row.trust === 'UNVERIFIED' ? 'warning' : 'neutral'}>{trustNames[row.trust]}</StateTag>
}

/** The figures that entitlements are computed with: what is in force on a day, from where, and how well borne out. */
const ParametersPage = () => {
  const me = useMe()
  const keeps = me.roles.some((role) => figureKeepers.some((one) => one === role))
  const [on, setOn] = useState(me.org.today)
  const [group, setGroup] = useState(ALL)
  const [opened, setOpened] = useState<ParameterRow>()
  const [proposing, setProposing] = useState<ParameterRow | 'any'>()
  const list = useQuery({
    queryKey: ['parameters', 'list', on],
    queryFn: () => call(listParameters, { query: { on } }),
  })
  const rows = list.data?.rows
  const groups = [ALL, ...new Set(rows?.map((it) => it.group) ?? [])]
  const columns: Columns<ParameterRow> = [
    {
      title: '名称',
      width: 200,
      render: (_, row) => (
        <Button type="link" className="n-name" onClick={() => setOpened(row)}>
          {row.label}
        </Button>
      ),
    },
    { title: '地区', width: 80, render: (_, row) => regionNames[row.region] ?? row.region },
    {
      title: '数值',
      width: 260,
      render: (_, row) => <span className="n-value q-number">{parameterWithUnit(row.value, row.unit)}</span>,
    },
    { title: '从哪天起', width: 110, render: (_, row) => <span className="q-number">{row.effective ?? '—'}</span> },
    {
      title: '核实',
      width: 110,
      render: (_, row) => (
        <Space size={4} wrap>
          <Trust row={row} />
          {row.own && <StateTag tone="info">本县录入</StateTag>}
        </Space>
      ),
    },
    {
      title: '来源',
      width: 230,
      render: (_, row) => (
        <span className="n-value">
          {row.source}{' '}
          {row.link !== '' && (
            <a
              className="n-link"
              href={row.link}
              target="_blank"
              rel="noreferrer"
              aria-label={`${row.label}的来源网址`}
            >
              网址
            </a>
          )}
        </span>
      ),
    },
    ...(keeps
      ? [
          {
            title: '',
            width: 90,
            render: (_: unknown, row: ParameterRow) =>
              row.mayPropose && (
                <Button size="small" aria-label={`提出「${row.label}」的新版本`} onClick={() => setProposing(row)}>
                  新版本
                </Button>
              ),
          },
        ]
      : []),
  ]
  return (
    <Page
      title="法定参数"
      lead="计算职工应得时用的标准。新版本由一个人提出、另一个人确认，从生效日起用；以前的事实仍按以前的标准。"
      actions={
        keeps && (
          <Button type="primary" onClick={() => setProposing('any')}>
            提出新版本
          </Button>
        )
      }
    >
      <PendingSection rows={list.data?.pending ?? []} />
      <Section flush>
        <DataTable
          label="法定参数"
          rows={rows?.filter((it) => group === ALL || it.group === group)}
          rowKey="key"
          columns={columns}
          loading={list.isFetching}
          error={list.error}
          onRetry={() => void list.refetch()}
          filters={
            <Space wrap>
              <Select
                aria-label="分组"
                className="n-day"
                options={groups.map((value) => ({ value, label: value }))}
                value={group}
                onChange={setGroup}
              />
              <label>
                哪一天有效{' '}
                <Input
                  type="date"
                  className="n-day"
                  value={on}
                  onChange={(event) => event.target.value !== '' && setOn(event.target.value)}
                />
              </label>
            </Space>
          }
          empty={<EmptyState title="没有参数" hint="换一个分组看看。" />}
        />
      </Section>
      {opened && <HistoryDrawer row={opened} onClose={() => setOpened(undefined)} />}
      {proposing !== undefined && (
        <ProposeDialog
          rows={rows?.filter((it) => it.mayPropose) ?? []}
          chosen={proposing === 'any' ? undefined : proposing}
          onClose={() => setProposing(undefined)}
        />
      )}
    </Page>
  )
}

export default ParametersPage
