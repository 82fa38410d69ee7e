import { StateTag } from '../../../platform/web/console-kit/index.ts'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import type { Team } from '../contract.ts'
import { hoursText } from '../hours-text.zh.ts'

/** A team at a glance; the whole card opens it. */
export const TeamCard = (props: { readonly team: Team; readonly today: CivilDate; readonly onOpen: () => void }) => {
  const { team, today } = props
  const away = team.members.filter((one) => one.absences.some((it) => it.from <= today && today <= it.to))
  const offToday = team.shiftExceptions.some((one) => one.date === today && one.off)
  return (
    <button type="button" className={`s-card s-card-${team.squadKind}`} onClick={props.onOpen}>
      <span className="s-card-head">
        <b>{team.name}</b>
        {offToday && <StateTag tone="warning">今天不出勤</StateTag>}
        {away.length > 0 && <StateTag tone="info">{`${away.length} 人请假`}</StateTag>}
      </span>
      <span className="s-card-line">
        {team.baseName} · {team.members.length} 人 · 每天最多 {team.maxVisitsPerDay} 场
        {team.maxVisitsPerMonth !== null && `，每月 ${team.maxVisitsPerMonth} 场`}
      </span>
      <span className="s-card-line q-number">
        {team.shifts.length === 0 ? '没有出勤时段，排期不会派它' : team.shifts.map(hoursText).join('；')}
      </span>
      <span className="s-kinds">
        {team.kinds.map((kind) => (
          <span key={kind.id}>{kind.name}</span>
        ))}
      </span>
      <span className="s-card-line s-people">
        {team.members
          .slice(0, 5)
          .map((one) => (one.lead ? `${one.name}（队长）` : one.name))
          .join('、')}
        {team.members.length > 5 && ` 等 ${team.members.length} 人`}
      </span>
    </button>
  )
}
