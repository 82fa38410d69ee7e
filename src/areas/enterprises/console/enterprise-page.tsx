import { Spin } from 'antd'
import { Page, ProblemAlert, useMe, usePart } from '../../../platform/web/console-kit/index.ts'
import { mayEnter } from '../../../platform/web/me.ts'
import { pilotLevelNames } from '../domain/index.ts'
import { BurdenSection } from './burden-section.tsx'
import { DatesSection } from './dates-section.tsx'
import { FactsSection } from './facts-section.tsx'
import { GapsStrip } from './gaps-strip.tsx'
import { PlaceSection } from './place-section.tsx'
import { useEnterprise } from './use-enterprise.ts'
import { WeekSection } from './week-section.tsx'
import './enterprises.css'

const trail = [{ title: '企业', to: '/enterprises' }]

const EnterprisePage = () => {
  const id = usePart('id')
  const me = useMe()
  const { read, at } = useEnterprise(id)
  if (!at)
    return (
      <Page title="企业" trail={trail}>
        <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
        {read.isPending && (
          <div className="q-waiting">
            <Spin description="正在打开" />
          </div>
        )}
      </Page>
    )
  const { enterprise } = at
  const shared = { at, mayEdit: mayEnter(me, ['admin', 'staff']) }
  return (
    <Page
      title={enterprise.name}
      lead={`${enterprise.townshipName} · ${enterprise.industry} · ${pilotLevelNames[enterprise.pilotLevel]}试点`}
      trail={trail}
    >
      <ProblemAlert error={read.error} onRetry={() => void read.refetch()} />
      <WeekSection {...shared} />
      <GapsStrip id={id} today={me.org.today} />
      <div className="e-columns">
        <div>
          <BurdenSection {...shared} />
          <DatesSection {...shared} />
        </div>
        <div>
          <FactsSection {...shared} />
          <PlaceSection {...shared} />
        </div>
      </div>
    </Page>
  )
}

/** Another enterprise is another page: drafts of one must not be saved to the other. */
const EnterprisePageById = () => <EnterprisePage key={usePart('id')} />

export default EnterprisePageById
