/** @jsxImportSource preact */
import { dateText, durationText, minutesText } from '../../../platform/web/format.ts'
import { Button, Buttons, Card, Fact, Facts } from '../../../platform/web/phone-kit/index.ts'
import { visitStateNames } from '../texts.zh.ts'
import type { VisitCardProps } from './visit-page.tsx'

/** A map program's page for the way there; WGS-84 degrees. */
const wayTo = (visit: VisitCardProps['visit']): string =>
  `https://uri.amap.com/navigation?to=${visit.longitude},${visit.latitude},${encodeURIComponent(visit.enterpriseName)}&mode=car&coordinate=wgs84`

/** When, where, who, what was wished. */
export const VisitFacts = ({ visit, today, forTeam }: VisitCardProps & { readonly forTeam: boolean }) => (
  <Card
    squad={visit.squadKind}
    title={forTeam ? visit.enterpriseName : visit.activityName}
    note={visitStateNames[visit.status]}
  >
    <p class="v-time">
      {dateText(visit.date, today)}
      <b>{minutesText(visit.startMinute, visit.endMinute)}</b>
    </p>
    <Facts>
      <Fact label="活动">
        {visit.activityName}，{durationText(visit.minutes)}
        {visit.setupMinutes > 0 && `，另布置${durationText(visit.setupMinutes)}`}
      </Fact>
      {forTeam ? (
        <Fact label="地点">{visit.townshipName}</Fact>
      ) : (
        <Fact label="来的人">
          {visit.teamName}
          {visit.members.length > 0 && `：${visit.members.map((it) => it.name).join('、')}`}
        </Fact>
      )}
      {visit.wish !== '' && <Fact label="企业说">{visit.wish}</Fact>}
      {visit.expectedHeads !== null && <Fact label="预计人数">{visit.expectedHeads} 人</Fact>}
      {forTeam && (
        <Fact label="联络人">
          {visit.contactName} <a href={`tel:${visit.contactPhone}`}>{visit.contactPhone}</a>
        </Fact>
      )}
    </Facts>
    {forTeam && !visit.phonesAllowed && <p class="v-rule">车间不能带手机：到场人数请手工登记。</p>}
    {forTeam && ['dispatched', 'accepted', 'arrived'].includes(visit.status) && (
      <Buttons>
        <Button href={wayTo(visit)}>怎么走</Button>
      </Buttons>
    )}
  </Card>
)
