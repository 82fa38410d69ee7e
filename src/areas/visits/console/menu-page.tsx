import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../../../platform/web/client.ts'
import {
  DataTable,
  EmptyState,
  Page,
  Section,
  SquadTag,
  StateTag,
  useMe,
  type Columns,
} from '../../../platform/web/console-kit/index.ts'
import { durationText } from '../../../platform/web/format.ts'
import { mayEnter } from '../../../platform/web/me.ts'
import { listKinds, type ActivityKind } from '../contract.ts'
import { KindDrawer } from './kind-drawer.tsx'
import { gapNames } from './kind-names.ts'

const columns: Columns<ActivityKind> = [
  { title: '轻骑兵', key: 'squad', render: (_, it) => <SquadTag squad={it.squadKind} /> },
  { title: '活动', dataIndex: 'name' },
  { title: '时长', key: 'minutes', align: 'right', render: (_, it) => durationText(it.minutes) },
  {
    title: '布置',
    key: 'setup',
    align: 'right',
    render: (_, it) => (it.setupMinutes > 0 ? durationText(it.setupMinutes) : '不用'),
  },
  { title: '适合的时间', key: 'gaps', render: (_, it) => it.gapKinds.map((gap) => gapNames[gap]).join('、') },
  { title: '能做的小分队', key: 'teams', render: (_, it) => it.teams.map((team) => team.name).join('、') || '还没有' },
  { title: '分值', dataIndex: 'value', align: 'right' },
  {
    title: '状态',
    key: 'active',
    render: (_, it) => <StateTag tone={it.active ? 'success' : 'neutral'}>{it.active ? '可点' : '停点'}</StateTag>,
  },
]

/** What the squads can bring: how long, in which gaps, given by which teams, and its worth in a plan. */
const MenuPage = () => {
  const me = useMe()
  const kinds = useQuery({ queryKey: ['visits', 'kinds'], queryFn: () => call(listKinds) })
  const [open, setOpen] = useState<ActivityKind | 'new'>()
  const may = mayEnter(me, ['admin', 'staff'])
  return (
    <Page
      title="菜单"
      lead="企业能点什么、要多久、放在哪种时间缝隙里。谁能做，在「小队」里定。"
      actions={
        may ? (
          <Button type="primary" onClick={() => setOpen('new')}>
            新增活动
          </Button>
        ) : undefined
      }
    >
      <Section flush>
        <DataTable
          label="菜单"
          rows={kinds.data}
          rowKey="id"
          columns={columns}
          loading={kinds.isPending}
          error={kinds.error}
          {...(may ? { onOpen: setOpen } : {})}
          empty={<EmptyState title="菜单还是空的" hint="新增一项活动，企业就能点单。" />}
        />
      </Section>
      {open && (
        <KindDrawer
          key={open === 'new' ? 'new' : open.id}
          kind={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Page>
  )
}

export default MenuPage
