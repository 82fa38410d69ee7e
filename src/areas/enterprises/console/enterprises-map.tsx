import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import type { ReactNode } from 'react'
import { call } from '../../../platform/web/client.ts'
import { MapView, ProblemAlert, StateTag } from '../../../platform/web/console-kit/index.ts'
import { listEnterprises } from '../contract.ts'
import type { EnterpriseRow } from '../contract.ts'
import { pilotLevelNames } from '../domain/index.ts'
import { pointSourceNames } from '../gap-names.zh.ts'
import { BurdenMeter } from './burden-meter.tsx'
import type { ListFilter } from './list-search.ts'

/** The server answers at most this many at once. */
const MOST = 500

const everyRow = async (filter: ListFilter): Promise<EnterpriseRow[]> => {
  const rows: EnterpriseRow[] = []
  for (let total = 1; rows.length < total;) {
    const answer = await call(listEnterprises, { query: { ...filter, limit: MOST, offset: rows.length } })
    if (answer.rows.length === 0) break
    rows.push(...answer.rows)
    total = answer.total
  }
  return rows
}

/** All enterprises under the filter as points; those whose place is only their township's are hollow. */
export const EnterprisesMap = (props: { readonly filter: ListFilter; readonly filters: ReactNode }) => {
  const [selected, setSelected] = useState<string>()
  const all = useQuery({ queryKey: ['enterprises', 'map', props.filter], queryFn: () => everyRow(props.filter) })
  const points = useMemo(
    () =>
      (all.data ?? []).map((row) => ({
        id: row.id,
        lng: row.longitude,
        lat: row.latitude,
        label: row.name,
        unsure: row.pointSource === 'township',
        tone: row.deliveredThisYear > 0 ? ('red' as const) : ('ink' as const),
      })),
    [all.data],
  )
  const row = all.data?.find((one) => one.id === selected)
  const unsure = points.filter((point) => point.unsure).length
  return (
    <>
      <div className="q-table-bar">
        <div className="q-filters">{props.filters}</div>
        <span className="q-count q-number" aria-live="polite">
          {all.data ? `共 ${all.data.length} 家，其中 ${unsure} 家只有乡镇占位点` : ''}
        </span>
      </div>
      <ProblemAlert error={all.error} onRetry={() => void all.refetch()} />
      <div className="e-map">
        <MapView label="试点企业地图" points={points} selected={selected} onSelect={setSelected} height={560} />
        {row && (
          <div className="e-map-card" role="status">
            <b>{row.name}</b>
            <p>
              {row.townshipName} · {row.industry} · {pilotLevelNames[row.pilotLevel]} · {row.headcount} 人
            </p>
            <p>
              位置来源：
              <StateTag tone={row.pointSource === 'township' ? 'warning' : 'success'}>
                {pointSourceNames[row.pointSource]}
              </StateTag>
            </p>
            <p>
              本月打扰 <BurdenMeter used={row.usedThisMonth} allowed={row.visitsPerMonth} />
            </p>
            <Link to={`/enterprises/${row.id}`}>
              <Button size="small" tabIndex={-1}>
                打开
              </Button>
            </Link>
          </div>
        )}
      </div>
      <p className="e-legend">
        <span>
          <i className="e-dot e-dot-red" /> 今年去过
        </span>
        <span>
          <i className="e-dot e-dot-ink" /> 今年还没去过
        </span>
        <span>
          <i className="e-dot e-dot-hollow" /> 空心：乡镇占位点，位置待核定
        </span>
      </p>
    </>
  )
}
