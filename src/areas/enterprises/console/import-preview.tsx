import { DownloadOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button, Tabs } from 'antd'
import { useState } from 'react'
import { call, urlOf } from '../../../platform/web/client.ts'
import { DataTable, EmptyState, Section } from '../../../platform/web/console-kit/index.ts'
import type { Columns, Paging } from '../../../platform/web/console-kit/index.ts'
import { downloadErrors, readImport } from '../contract.ts'
import type { ImportRow, ImportState } from '../contract.ts'

const statuses = ['bad', 'new', 'changed', 'same'] as const
type Status = (typeof statuses)[number]
const names: Record<Status, string> = { new: '新增', changed: '有变化', same: '相同', bad: '有错' }

const columns: Columns<ImportRow> = [
  { title: '行', dataIndex: 'rowNumber', align: 'right', width: 64 },
  { title: '企业', dataIndex: 'name', render: (name: string) => name || '（空）' },
  { title: '统一社会信用代码', dataIndex: 'creditCode', className: 'q-number' },
  {
    title: '说明',
    render: (_, row) => (
      <ul className="e-changes">
        {row.problems.map((one) => (
          <li key={`${one.column}-${one.problem}`}>
            <b>{one.column}</b> 「{one.value || '空'}」{one.problem}
            <span className="e-mend">　{one.mend}</span>
          </li>
        ))}
        {row.changes.map((one) => (
          <li key={one.field}>
            <b>{one.field}</b> <del>{one.from || '（空）'}</del> → <ins>{one.to || '（空）'}</ins>
          </li>
        ))}
        {row.warnings.map((text) => (
          <li key={text}>提醒：{text}</li>
        ))}
      </ul>
    ),
  },
]

const empty: Record<Status, string> = {
  bad: '没有出错的行',
  new: '没有新增的企业',
  changed: '没有变化的企业',
  same: '没有相同的行',
}

/** Every row of the file by what would become of it. */
export const ImportPreview = (props: { readonly state: ImportState }) => {
  const { id, counts, status: stage, hasErrorFile } = props.state
  const [chosen, setChosen] = useState<Status>()
  const [paging, setPaging] = useState<Paging>({ page: 1, size: 20 })
  const status = chosen ?? statuses.find((one) => counts[one] > 0) ?? 'new'
  const rows = useQuery({
    queryKey: ['enterprise-imports', id, status, paging, stage],
    queryFn: () =>
      call(readImport, {
        params: { id },
        query: { status, limit: paging.size, offset: (paging.page - 1) * paging.size },
      }),
    placeholderData: keepPreviousData,
  })
  return (
    <Section
      title={`预览（共 ${counts.rows} 行）`}
      extra={
        hasErrorFile && (
          <Button icon={<DownloadOutlined />} href={urlOf(downloadErrors.path, { id })}>
            下载有错的行
          </Button>
        )
      }
    >
      <Tabs
        activeKey={status}
        onChange={(key) => {
          setChosen(key as Status)
          setPaging({ ...paging, page: 1 })
        }}
        items={statuses.map((one) => ({ key: one, label: `${names[one]} ${counts[one]}` }))}
      />
      <DataTable
        label={`${names[status]}的行`}
        rows={rows.data?.rows}
        rowKey="rowNumber"
        columns={columns}
        total={counts[status]}
        paging={paging}
        onPaging={setPaging}
        loading={rows.isFetching}
        error={rows.error}
        onRetry={() => void rows.refetch()}
        empty={<EmptyState title={empty[status]} />}
      />
    </Section>
  )
}
