import { UploadOutlined } from '@ant-design/icons'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { Button, Input, Segmented, Select } from 'antd'
import { useEffect, useState } from 'react'
import { call, urlOf } from '../../../platform/web/client.ts'
import { DataTable, EmptyState, Page, useMe } from '../../../platform/web/console-kit/index.ts'
import { mayEnter } from '../../../platform/web/me.ts'
import { exportEnterprises, listEnterprises, listTownships } from '../contract.ts'
import { pilotLevelNames, pilotLevels } from '../domain/index.ts'
import { EnterprisesMap } from './enterprises-map.tsx'
import { enterpriseColumns } from './list-columns.tsx'
import { filterOf, useListSearch } from './list-search.ts'
import './enterprises.css'

const EnterprisesPage = () => {
  const me = useMe()
  const navigate = useNavigate()
  const { search, change } = useListSearch()
  const [typed, setTyped] = useState(search.search ?? '')
  const filter = filterOf(search)
  const townships = useQuery({ queryKey: ['townships'], queryFn: () => call(listTownships), staleTime: 600_000 })
  const query = {
    ...filter,
    sort: search.sort ?? 'name',
    descending: search.descending ? 'true' : 'false',
    limit: search.size,
    offset: (search.page - 1) * search.size,
  } as const
  const list = useQuery({
    queryKey: ['enterprises', 'list', query],
    queryFn: () => call(listEnterprises, { query }),
    placeholderData: keepPreviousData,
    enabled: search.view === 'table',
  })
  // Half a second of quiet, so that a name being typed is not asked for letter by letter.
  useEffect(() => {
    if (typed.trim() === (search.search ?? '')) return
    const timer = setTimeout(() => change({ search: typed.trim() || undefined }), 400)
    return () => clearTimeout(timer)
  }, [typed, search.search, change])

  const filters = (
    <>
      <Input.Search
        allowClear
        aria-label="搜索企业"
        placeholder="企业名称、信用代码或联系人"
        style={{ width: 240 }}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onSearch={(text) => change({ search: text.trim() || undefined })}
      />
      <Select
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        aria-label="乡镇街道"
        placeholder="乡镇街道"
        style={{ width: 150 }}
        value={search.townshipId}
        options={(townships.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
        onChange={(townshipId?: string) => change({ townshipId })}
      />
      <Select
        allowClear
        aria-label="试点级别"
        placeholder="试点级别"
        style={{ width: 120 }}
        value={search.pilotLevel}
        options={pilotLevels.map((level) => ({ value: level, label: pilotLevelNames[level] }))}
        onChange={(pilotLevel?: (typeof pilotLevels)[number]) => change({ pilotLevel })}
      />
      <Select
        allowClear
        aria-label="今年是否去过"
        placeholder="今年是否去过"
        style={{ width: 150 }}
        value={search.covered}
        options={[
          { value: 'yes', label: '今年去过' },
          { value: 'no', label: '今年还没去过' },
        ]}
        onChange={(covered?: 'yes' | 'no') => change({ covered })}
      />
      <Segmented
        aria-label="显示方式"
        value={search.view}
        options={[
          { value: 'table', label: '列表' },
          { value: 'map', label: '地图' },
        ]}
        onChange={(view) => change({ view: view as 'table' | 'map' })}
      />
    </>
  )
  const filtered = Object.values(filter).some((value) => value !== undefined)
  const mayImport = mayEnter(me, ['admin', 'staff'])
  return (
    <Page
      title="企业"
      lead="产改试点企业的名册、时间缝隙和打扰上限"
      actions={
        mayImport && (
          <Link to="/enterprises/import">
            <Button type="primary" icon={<UploadOutlined />} tabIndex={-1}>
              导入
            </Button>
          </Link>
        )
      }
    >
      {search.view === 'map' ? (
        <EnterprisesMap filter={filter} filters={filters} />
      ) : (
        <DataTable
          label="试点企业"
          rows={list.data?.rows}
          rowKey="id"
          total={list.data?.total}
          columns={enterpriseColumns(search)}
          paging={{ page: search.page, size: search.size }}
          onPaging={({ page, size }) => change({ page, size })}
          onSort={(field, descending) => change({ sort: field as typeof search.sort, descending })}
          loading={list.isFetching}
          error={list.error}
          onRetry={() => void list.refetch()}
          exportUrl={urlOf(exportEnterprises.path, undefined, filter)}
          filters={filters}
          onOpen={(row) => void navigate({ to: '/enterprises/$id', params: { id: row.id } } as never)}
          empty={
            filtered ? (
              <EmptyState
                title="没有符合条件的企业"
                hint="换一个条件，或清除全部筛选再看。"
                action={
                  <Button
                    onClick={() => {
                      setTyped('')
                      change({ search: undefined, townshipId: undefined, pilotLevel: undefined, covered: undefined })
                    }}
                  >
                    清除筛选
                  </Button>
                }
              />
            ) : (
              <EmptyState title="还没有企业" hint="下载模板，填好试点企业名册后导入，就能开始安排上门活动。" />
            )
          }
        />
      )}
    </Page>
  )
}

export default EnterprisesPage
