/** @jsxImportSource preact */
import { Card, EmptyState, phonePage } from '../../../platform/web/phone-kit/index.ts'
import type { CaseRow } from '../contract.ts'
import { listCases } from '../contract.ts'
import { caseStateNames, deadlineNames, topicNames, urgencyNames } from '../names.zh.ts'
import { DueText } from './due-text.tsx'
import './cases.css'

/** Open ones first, by what ends first; closed ones last. */
const byNeed = (one: CaseRow, other: CaseRow): number => {
  const keyOf = (it: CaseRow) => (it.status === 'closed' ? '~' : (it.nextDeadline?.on ?? '9'))
  return keyOf(one) < keyOf(other) ? -1 : 1
}

/** 案件: those given to me. */
export const casesPage = phonePage<readonly CaseRow[]>({
  path: '/m/cases',
  roles: ['staff', 'member'],
  title: '我的案件',
  entry: { label: '我的案件', order: 20 },
  load: async (ask) => (await ask(listCases, { query: { limit: 100 } })).rows.toSorted(byNeed),
  view: ({ data, me }) => (
    <>
      {data.length === 0 && <EmptyState title="没有交给您的案件" hint="县总工会指派后会出现在这里。" />}
      {data.map((it) => (
        <Card
          key={it.id}
          title={`${it.number} ${topicNames[it.topic]}`}
          note={caseStateNames[it.status]}
          href={`/m/cases/${it.id}`}
        >
          <p>
            {it.claimants} 人
            {it.urgencies.length > 0 && `，急：${it.urgencies.map((name) => urgencyNames[name]).join('、')}`}
          </p>
          {it.overdue.length > 0 && (
            <p class="k-near">已过：{it.overdue.map((kind) => deadlineNames[kind]).join('、')}</p>
          )}
          {it.nextDeadline && (
            <p>
              <DueText it={it.nextDeadline} today={me!.org.today} />
            </p>
          )}
        </Card>
      ))}
    </>
  ),
})
