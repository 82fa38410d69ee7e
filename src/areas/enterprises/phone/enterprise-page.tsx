/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { call } from '../../../platform/web/client.ts'
import { nearDate } from '../../../platform/web/format.ts'
import { Card, EmptyState, Fact, Facts, Meter, phonePage } from '../../../platform/web/phone-kit/index.ts'
import { readEnterprise } from '../contract.ts'
import type { Enterprise } from '../contract.ts'
import { DatesCard } from './dates-card.tsx'
import { WeekCard } from './week-card.tsx'
import './enterprises.css'

/** 我的企业: the month's meter, the week's gaps, frozen and exceptional dates. */
export const enterprisePage = phonePage<Enterprise | null>({
  path: '/m/enterprise',
  roles: ['contact'],
  title: (data) => data?.name ?? '我的企业',
  tab: { label: '我的企业', icon: 'gap', order: 10 },
  load: async (ask, { me }) => (me?.enterpriseId ? ask(readEnterprise, { params: { id: me.enterpriseId } }) : null),
  view: ({ data, me }) => {
    const [enterprise, setEnterprise] = useState(data)
    if (!enterprise || !me)
      return <EmptyState title="还没有关联企业" hint="请联系县总工会，把您的账号关联到企业后再来。" />
    const reload = async (): Promise<void> => {
      setEnterprise(await call(readEnterprise, { params: { id: enterprise.id } }))
    }
    const { meter, minDaysBetween } = enterprise
    const { today } = me.org
    return (
      <>
        <Card title={`${Number(meter.month.slice(5))} 月上门次数`} note="三支轻骑兵合计">
          <Meter label="本月已安排" used={meter.used} limit={meter.allowed} unit="次" />
          <Facts>
            <Fact label="最早可约">
              {meter.nextAllowedOn ? nearDate(meter.nextAllowedOn, today) : '两个月内已排满'}
            </Fact>
            <Fact label="相隔">{minDaysBetween === 0 ? '不限' : `两次至少隔 ${minDaysBetween} 天`}</Fact>
          </Facts>
          <p class="p-hint">上限由县总工会和贵企业商定，排期不会超过它。</p>
        </Card>
        <WeekCard enterprise={enterprise} today={today} onSaved={setEnterprise} />
        <DatesCard enterprise={enterprise} today={today} reload={reload} />
      </>
    )
  },
})
