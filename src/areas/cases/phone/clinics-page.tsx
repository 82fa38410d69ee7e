/** @jsxImportSource preact */
import { addDays } from '../../../platform/base/civil-date.ts'
import { minutesText, nearDate } from '../../../platform/web/format.ts'
import { Card, EmptyState, phonePage } from '../../../platform/web/phone-kit/index.ts'
import type { Clinic } from '../contract.ts'
import { listClinics } from '../contract.ts'

const DAYS_BACK = 30
const DAYS_AHEAD = 14

const groupsOf = (clinics: readonly Clinic[], today: string) =>
  [
    { title: '等您登记', clinics: clinics.filter((it) => !it.recorded && (it.held || it.date < today)) },
    { title: '接下来', clinics: clinics.filter((it) => !it.held && it.date >= today).toReversed() },
    { title: '已登记', clinics: clinics.filter((it) => it.recorded) },
  ].filter((it) => it.clinics.length > 0)

/** 普法咨询: the clinics of my teams, a month back and two weeks ahead. */
export const clinicsPage = phonePage<readonly Clinic[]>({
  path: '/m/clinics',
  roles: ['leader', 'member'],
  title: '普法咨询',
  entry: { label: '普法咨询', order: 30 },
  load: async (ask, { me }) => {
    const { today } = me!.org
    const days = { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) }
    return (await ask(listClinics, { query: { ...days, own: 'true', coming: 'true' } })).rows
  },
  view: ({ data, me }) => {
    const { today } = me!.org
    return (
      <>
        {data.length === 0 && (
          <EmptyState title="近期没有普法咨询" hint="您的小分队前一个月和后两周的咨询会列在这里。" />
        )}
        {groupsOf(data, today).map((group) => (
          <section key={group.title}>
            <h2 class="p-sub">{group.title}</h2>
            {group.clinics.map((it) => (
              <Card
                key={it.visitId}
                squad="rights"
                title={it.enterpriseName}
                note={it.held || it.date >= today ? undefined : '没有记到场'}
                href={`/m/clinics/${it.visitId}`}
              >
                <p>
                  {nearDate(it.date, today)} {minutesText(it.startMinute, it.endMinute)}
                </p>
                {it.recorded && (
                  <p class="p-hint">
                    提问 {it.asked} 人次，当场答复 {it.answered} 人次，资料 {it.copies} 份
                  </p>
                )}
              </Card>
            ))}
          </section>
        ))}
      </>
    )
  },
})
