import { useQuery } from '@tanstack/react-query'
import { Button, Spin } from 'antd'
import { useState } from 'react'
import { EmptyState, Page, ProblemAlert, Section, SquadTag, useMe } from '../../../platform/web/console-kit/index.ts'
import { call } from '../../../platform/web/client.ts'
import { mayEnter } from '../../../platform/web/me.ts'
import { listKinds } from '../../visits/contract.ts'
import type { Team } from '../contract.ts'
import { MemberDialog } from './member-dialog.tsx'
import { PartnersSection } from './partners-section.tsx'
import { TeamCard } from './team-card.tsx'
import { TeamDrawer } from './team-drawer.tsx'
import { TeamDialog } from './team-dialog.tsx'
import { useTeams } from './use-teams.ts'
import './squads.css'

const SquadsPage = () => {
  const me = useMe()
  const all = useTeams()
  const [openId, setOpenId] = useState<string>()
  const [creating, setCreating] = useState<string>()
  const [memberOf, setMemberOf] = useState<{ teamId: string; memberId?: string }>()
  const staff = mayEnter(me, ['admin', 'staff'])
  const { squads = [], teams = [] } = all.data ?? {}
  const open = teams.find((team) => team.id === openId)
  const menu = useQuery({ queryKey: ['visits', 'kinds'], queryFn: () => call(listKinds) })
  const kindsOf = (squadKind: Team['squadKind'] | undefined): readonly { id: string; name: string }[] =>
    (menu.data ?? []).filter((kind) => kind.active && kind.squadKind === squadKind)
  const mayEdit = (teamId: string): boolean => staff || (mayEnter(me, ['leader']) && me.teamIds.includes(teamId))
  return (
    <Page title="小队" lead="三支轻骑兵的小分队、队员和合作社会组织；出勤时段和请假决定排期能派谁">
      <ProblemAlert error={all.error ?? menu.error} onRetry={() => void Promise.all([all.refetch(), menu.refetch()])} />
      {all.isPending && (
        <div className="q-waiting">
          <Spin description="正在打开" />
        </div>
      )}
      {squads.map((squad) => {
        const own = teams.filter((team) => team.squadId === squad.id)
        return (
          <Section
            key={squad.id}
            title={
              <span className="s-squad-title">
                <SquadTag squad={squad.kind} short />
                <span>{squad.name}</span>
                <small>{squad.purpose}</small>
              </span>
            }
            extra={staff && <Button onClick={() => setCreating(squad.id)}>新建小分队</Button>}
          >
            {own.length === 0 ? (
              <EmptyState title="还没有小分队" hint="建一支小分队，添上队员和出勤时段，排期才能派人。" />
            ) : (
              <div className="s-cards">
                {own.map((team) => (
                  <TeamCard key={team.id} team={team} today={me.org.today} onOpen={() => setOpenId(team.id)} />
                ))}
              </div>
            )}
          </Section>
        )
      })}
      {all.data && <PartnersSection squads={squads} mayEdit={staff} />}
      <TeamDrawer
        team={open}
        kinds={open ? kindsOf(open.squadKind) : []}
        mayEdit={open !== undefined && mayEdit(open.id)}
        onClose={() => setOpenId(undefined)}
        onMember={(memberId) => open && setMemberOf({ teamId: open.id, memberId })}
      />
      <MemberDialog
        key={`${memberOf?.teamId ?? ''}-${memberOf?.memberId ?? ''}`}
        teamId={memberOf?.teamId}
        member={open?.members.find((one) => one.id === memberOf?.memberId)}
        onClose={() => setMemberOf(undefined)}
      />
      <TeamDialog
        key={creating ?? ''}
        squadId={creating}
        kinds={kindsOf(squads.find((squad) => squad.id === creating)?.kind)}
        near={teams.find((team) => team.squadId === creating) ?? teams[0]}
        onClose={() => setCreating(undefined)}
      />
    </Page>
  )
}

export default SquadsPage
