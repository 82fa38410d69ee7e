/** @jsxImportSource preact */
import { minutesText, nearDate } from '../../../platform/web/format.ts'
import { Card } from '../../../platform/web/phone-kit/index.ts'
import type { VisitRow } from '../contract.ts'
import { visitStateNames } from '../texts.zh.ts'

export const missingNames: Readonly<Record<VisitRow['missing'][number], string>> = {
  RECORD: '缺现场登记',
  ANSWER: '等企业评单',
  FOLLOW_UPS: '后续没办完',
}

/** One visit in a list; for the team by enterprise, for the enterprise by activity. */
export const VisitCard = (props: { readonly visit: VisitRow; readonly today: string; readonly forTeam: boolean }) => {
  const { visit } = props
  const said = visit.missing.map((it) => missingNames[it]).join('、') || (visitStateNames[visit.status] ?? '')
  return (
    <Card
      href={`/m/visits/${visit.id}`}
      squad={visit.squadKind}
      title={props.forTeam ? visit.enterpriseName : visit.activityName}
      note={<span class={visit.missing.length > 0 ? 'v-lacks' : ''}>{said}</span>}
    >
      <p>
        <b class="v-when">
          {nearDate(visit.date, props.today)} {minutesText(visit.startMinute, visit.endMinute)}
        </b>
      </p>
      <p class="p-hint">
        {props.forTeam ? `${visit.activityName} · ${visit.townshipName}` : visit.teamName}
        {visit.heads !== null && ` · ${visit.heads} 人参加`}
      </p>
    </Card>
  )
}
