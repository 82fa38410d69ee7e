import { Button, Drawer } from 'antd'
import { useState } from 'react'
import { EmptyState, SquadTag, StateTag, useMe } from '../../../platform/web/console-kit/index.ts'
import { dateText, minutesText } from '../../../platform/web/format.ts'
import type { Team } from '../contract.ts'
import { allHoursText } from '../hours-text.zh.ts'
import { AbsenceDialog } from './absence-dialog.tsx'
import { TeamDayDialog } from './team-day-dialog.tsx'
import { TeamForm } from './team-form.tsx'

/** A team in full: members, days off, and what can be changed. */
export const TeamDrawer = (props: {
  readonly team: Team | undefined
  readonly kinds: readonly { readonly id: string; readonly name: string }[]
  readonly mayEdit: boolean
  readonly onClose: () => void
  /** Without an id: a new member. */
  readonly onMember: (memberId: string | undefined) => void
}) => {
  const { team, mayEdit } = props
  const { today } = useMe().org
  const [editing, setEditing] = useState(false)
  const [day, setDay] = useState(false)
  const [absent, setAbsent] = useState<string>()
  const days = (team?.shiftExceptions ?? []).filter((one) => one.date >= today)
  return (
    <Drawer
      open={team !== undefined}
      size={720}
      title={
        team && (
          <span className="s-squad-title">
            <SquadTag squad={team.squadKind} short />
            <span>{team.name}</span>
          </span>
        )
      }
      onClose={() => {
        setEditing(false)
        props.onClose()
      }}
      destroyOnHidden
      extra={mayEdit && !editing && <Button onClick={() => setEditing(true)}>修改小分队</Button>}
    >
      {team && (
        <>
          {editing ? (
            <TeamForm key={team.id} team={team} kinds={props.kinds} onClose={() => setEditing(false)} />
          ) : (
            <dl className="s-facts">
              <dt>驻地</dt>
              <dd>{team.baseName}</dd>
              <dt>出勤时段</dt>
              <dd className="q-number">{allHoursText(team.shifts) || '没有'}</dd>
              <dt>能做的活动</dt>
              <dd>{team.kinds.map((kind) => kind.name).join('、') || '没有'}</dd>
              <dt>上限</dt>
              <dd>
                每天 {team.maxVisitsPerDay} 场，每月{' '}
                {team.maxVisitsPerMonth === null ? '不限' : `${team.maxVisitsPerMonth} 场`}
              </dd>
            </dl>
          )}
          <div className="s-part-head">
            <h3>队员（{team.members.length} 人）</h3>
            {mayEdit && <Button onClick={() => props.onMember(undefined)}>添加队员</Button>}
          </div>
          {team.members.length === 0 && <EmptyState title="还没有队员" hint="至少有一名能出勤的队员，排期才会派它。" />}
          <ul className="s-members">
            {team.members.map((one) => {
              const ahead = one.absences.filter((it) => it.to >= today)
              return (
                <li key={one.id}>
                  <div>
                    <b>{one.name}</b> {one.lead && <StateTag tone="info">队长</StateTag>} <small>{one.title}</small>
                    <span className="s-kinds">
                      {one.skills.map((skill) => (
                        <span key={skill}>{skill}</span>
                      ))}
                    </span>
                    <p className="q-number">
                      {allHoursText(one.availability) || '随队出勤'}
                      {one.phone && `　${one.phone}`}
                    </p>
                    {ahead.map((it) => (
                      <p key={it.id} className="s-absence">
                        请假 {dateText(it.from, today)}
                        {it.to !== it.from && ` 至 ${dateText(it.to, today)}`} {it.reason}
                      </p>
                    ))}
                  </div>
                  {mayEdit && (
                    <div className="q-actions">
                      <Button size="small" aria-label={`${one.name}请假`} onClick={() => setAbsent(one.id)}>
                        请假
                      </Button>
                      <Button size="small" aria-label={`修改${one.name}`} onClick={() => props.onMember(one.id)}>
                        修改
                      </Button>
                    </div>
                  )}
                </li>
              )
            })}
          </ul>
          <div className="s-part-head">
            <h3>某一天</h3>
            {mayEdit && <Button onClick={() => setDay(true)}>某天不出勤或改时段</Button>}
          </div>
          {days.length === 0 ? (
            <p className="q-lead">往后没有特别安排，按出勤时段走。</p>
          ) : (
            <ul className="s-members">
              {days.map((one) => (
                <li key={one.id}>
                  <div>
                    <b>{dateText(one.date, today)}</b>{' '}
                    <span className="q-number">
                      {one.off || one.from === null || one.to === null ? '不出勤' : minutesText(one.from, one.to)}
                    </span>{' '}
                    <small>{one.reason}</small>
                  </div>
                </li>
              ))}
            </ul>
          )}
          <TeamDayDialog teamId={team.id} open={day} onClose={() => setDay(false)} />
          <AbsenceDialog member={team.members.find((one) => one.id === absent)} onClose={() => setAbsent(undefined)} />
        </>
      )}
    </Drawer>
  )
}
