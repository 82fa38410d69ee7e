import { Link } from '@tanstack/react-router'
import { StateTag } from '../../../platform/web/console-kit/index.ts'
import type { Columns } from '../../../platform/web/console-kit/index.ts'
import { numberText } from '../../../platform/web/format.ts'
import type { EnterpriseRow } from '../contract.ts'
import { pilotLevelNames } from '../domain/index.ts'
import { BurdenMeter } from './burden-meter.tsx'
import type { ListSearch } from './list-search.ts'

/** Columns sorted by the server carry `key` = the sort's name. */
export const enterpriseColumns = (search: ListSearch): Columns<EnterpriseRow> => {
  const sorted = (key: NonNullable<ListSearch['sort']>) => ({
    key,
    sorter: true,
    sortOrder: search.sort === key ? (search.descending ? ('descend' as const) : ('ascend' as const)) : null,
  })
  return [
    {
      ...sorted('name'),
      title: '企业',
      render: (_, row) => (
        <span className="e-name">
          <Link to={`/enterprises/${row.id}`} onClick={(event) => event.stopPropagation()}>
            {row.name}
          </Link>
          {!row.hasGaps && <StateTag tone="warning">未设时间缝隙</StateTag>}
        </span>
      ),
    },
    { title: '乡镇街道', dataIndex: 'townshipName' },
    { title: '行业', dataIndex: 'industry' },
    { title: '级别', render: (_, row) => pilotLevelNames[row.pilotLevel] },
    {
      ...sorted('headcount'),
      title: '职工',
      align: 'right',
      render: (_, row) => numberText(row.headcount),
    },
    {
      title: '联系人',
      render: (_, row) => (
        <span className="e-contact">
          {row.contactName} <span className="q-number">{row.contactPhone}</span>
        </span>
      ),
    },
    {
      ...sorted('used'),
      title: '本月打扰',
      render: (_, row) => <BurdenMeter used={row.usedThisMonth} allowed={row.visitsPerMonth} />,
    },
    {
      ...sorted('delivered'),
      title: '今年活动',
      align: 'right',
      render: (_, row) =>
        row.deliveredThisYear === 0 ? <StateTag tone="neutral">没去过</StateTag> : `${row.deliveredThisYear} 场`,
    },
    { ...sorted('lastVisit'), title: '上次上门', render: (_, row) => row.lastVisitOn ?? '—' },
  ]
}
