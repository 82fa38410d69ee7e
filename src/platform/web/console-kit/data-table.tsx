import { Button, Table } from 'antd'
import { DownloadOutlined } from '@ant-design/icons'
import type { TableProps } from 'antd'
import { useEffect, useRef } from 'react'
import type { ReactNode } from 'react'
import { numberText } from '../format.ts'
import { ProblemAlert } from './problem-alert.tsx'

/** Which slice of a list is wanted; `page` counts from 1. */
export interface Paging {
  readonly page: number
  readonly size: number
}

export type Columns<Row> = NonNullable<TableProps<Row>['columns']>

/**
 * A list from the server: dense, scannable, paged by the server, exported as it is shown.
 * `total` counts all rows under the present filter, `exportUrl` answers the same list as xlsx.
 * Without `paging` all rows are shown.
 */
export const DataTable = <Row extends object>(props: {
  readonly rows: readonly Row[] | undefined
  readonly columns: Columns<Row>
  readonly rowKey: keyof Row & string
  /** Read to those who cannot see the table. */
  readonly label: string
  readonly total?: number
  readonly paging?: Paging
  readonly onPaging?: (next: Paging) => void
  readonly onSort?: (field: string | undefined, descending: boolean) => void
  readonly loading?: boolean
  readonly error?: unknown
  readonly onRetry?: () => void
  readonly exportUrl?: string
  /** Filters, left of the export button. */
  readonly filters?: ReactNode
  /** What to do next when there is nothing: an EmptyState. */
  readonly empty: ReactNode
  readonly onOpen?: (row: Row) => void
  readonly selection?: TableProps<Row>['rowSelection']
  readonly rowClassName?: (row: Row) => string
  readonly expandable?: TableProps<Row>['expandable']
}) => {
  const { rows, onOpen, paging } = props
  const box = useRef<HTMLDivElement>(null)
  // A table wider than the window scrolls in itself; then the keyboard must reach it too.
  useEffect(() => {
    const scroller = box.current?.querySelector<HTMLElement>('.ant-table-content')
    if (!scroller) return
    const watch = new ResizeObserver(() => {
      if (scroller.scrollWidth > scroller.clientWidth) scroller.tabIndex = 0
      else scroller.removeAttribute('tabindex')
    })
    watch.observe(scroller)
    const table = scroller.querySelector('table')
    if (table) watch.observe(table)
    return () => watch.disconnect()
  }, [rows])
  const total = props.total ?? rows?.length ?? 0
  return (
    <div className="q-table" ref={box}>
      <div className="q-table-bar">
        <div className="q-filters">{props.filters}</div>
        <span className="q-count q-number" aria-live="polite">
          {rows === undefined ? '' : `共 ${numberText(total)} 条`}
        </span>
        {props.exportUrl !== undefined && (
          <Button icon={<DownloadOutlined />} href={props.exportUrl} disabled={total === 0}>
            导出表格
          </Button>
        )}
      </div>
      <ProblemAlert error={props.error} onRetry={props.onRetry} />
      <Table<Row>
        aria-label={props.label}
        size="middle"
        dataSource={rows as Row[] | undefined}
        columns={props.columns}
        rowKey={props.rowKey}
        loading={props.loading === true}
        scroll={{ x: 'max-content' }}
        rowSelection={props.selection}
        expandable={props.expandable}
        locale={{ emptyText: rows === undefined ? ' ' : props.empty }}
        rowClassName={(row) => `${onOpen ? 'q-openable' : ''} ${props.rowClassName?.(row) ?? ''}`}
        onRow={onOpen ? (row) => ({ onClick: () => onOpen(row) }) : undefined}
        pagination={
          paging && total > Math.min(paging.size, 20)
            ? {
                current: paging.page,
                pageSize: paging.size,
                total,
                showSizeChanger: true,
                pageSizeOptions: [20, 50, 100],
              }
            : false
        }
        onChange={(next, _filters, sorter, extra) => {
          if (extra.action === 'paginate')
            props.onPaging?.({ page: next.current ?? 1, size: next.pageSize ?? paging?.size ?? 20 })
          if (extra.action === 'sort' && !Array.isArray(sorter))
            props.onSort?.(
              sorter.order ? String(sorter.columnKey ?? sorter.field) : undefined,
              sorter.order === 'descend',
            )
        }}
      />
    </div>
  )
}
