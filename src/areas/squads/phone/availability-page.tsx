/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { OutputOf } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import { EmptyState, phonePage } from '../../../platform/web/phone-kit/index.ts'
import { myMemberships } from '../contract.ts'
import { AbsencesCard } from './absences-card.tsx'
import { HoursCard } from './hours-card.tsx'
import './squads.css'

export type Membership = OutputOf<typeof myMemberships>[number]

/** 我的时间: when I can come, and when I am away; for each team I belong to. */
export const availabilityPage = phonePage<Membership[]>({
  path: '/m/availability',
  roles: ['member', 'leader'],
  title: '我的时间',
  tab: { label: '我的时间', icon: 'calendar', order: 30 },
  load: (ask) => ask(myMemberships),
  view: ({ data, me }) => {
    const [memberships, setMemberships] = useState(data)
    if (memberships.length === 0 || !me)
      return <EmptyState title="还没有加入小分队" hint="请联系小队长，把您加到小分队后再来。" />
    const reload = async (): Promise<void> => setMemberships(await call(myMemberships))
    return memberships.map((one) => (
      <div key={one.id}>
        <HoursCard membership={one} reload={reload} />
        <AbsencesCard membership={one} today={me.org.today} reload={reload} />
      </div>
    ))
  },
})
