/** @jsxImportSource preact */
import { addDays } from '../../../platform/base/civil-date.ts'
import { Button, Buttons, EmptyState, phonePage } from '../../../platform/web/phone-kit/index.ts'
import type { VisitRow } from '../contract.ts'
import { listVisits } from '../contract.ts'
import { FeedCard } from './feed-card.tsx'
import { VisitCard } from './visit-card.tsx'
import './visits.css'

interface Group {
  readonly title: string
  readonly visits: readonly VisitRow[]
}

/** Days back that the list reaches; what still lacks something is found however old it is. */
const DAYS_BACK = 30

/** What waits for this reader first, then what comes, then what was. */
const groupsOf = (visits: readonly VisitRow[], today: string, forTeam: boolean): readonly Group[] => {
  const mine = (visit: VisitRow): boolean =>
    forTeam
      ? visit.status === 'dispatched' || visit.missing.some((it) => it !== 'ANSWER')
      : visit.missing.includes('ANSWER') && visit.status === 'delivered'
  const off = (visit: VisitRow): boolean => visit.status === 'cancelled' || visit.status === 'declined'
  const rest = visits.filter((it) => !mine(it))
  return [
    { title: forTeam ? '要您办的' : '请您评单', visits: visits.filter(mine) },
    { title: '接下来', visits: rest.filter((it) => it.date >= today && !off(it)) },
    { title: '近一个月', visits: rest.filter((it) => it.date < today || off(it)).toReversed() },
  ].filter((it) => it.visits.length > 0)
}

/** 上门: the visits of my teams, or those that come to my enterprise. */
export const visitsPage = phonePage<readonly VisitRow[]>({
  path: '/m/visits',
  roles: ['leader', 'member', 'contact'],
  title: '上门活动',
  tab: { label: '上门', icon: 'visits', order: 20 },
  load: async (ask, { me }) => {
    const today = me!.org.today
    const [near, lacking] = await Promise.all([
      ask(listVisits, { query: { from: addDays(today, -DAYS_BACK), limit: 300 } }),
      ask(listVisits, { query: { unsettled: 'true', to: addDays(today, -DAYS_BACK - 1), limit: 100 } }),
    ])
    return [...lacking.rows, ...near.rows]
  },
  view: ({ data, me }) => {
    if (!me) return null
    const forTeam = !me.roles.includes('contact')
    const groups = groupsOf(data, me.org.today, forTeam)
    return (
      <>
        {groups.length === 0 && (
          <EmptyState
            title="近期没有上门活动"
            hint={forTeam ? '派单后会出现在这里，并发到您的消息。' : '先点单，排好后会出现在这里。'}
          />
        )}
        {groups.map((group) => (
          <section key={group.title}>
            <h2 class="p-sub">
              {group.title}
              <span class="v-count">{group.visits.length}</span>
            </h2>
            {group.visits.map((visit) => (
              <VisitCard key={visit.id} visit={visit} today={me.org.today} forTeam={forTeam} />
            ))}
          </section>
        ))}
        {!forTeam && (
          <Buttons>
            <Button kind="main" href="/m/order">
              去点单
            </Button>
          </Buttons>
        )}
        <FeedCard me={me} />
      </>
    )
  },
})
