/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { call } from '../../../platform/web/client.ts'
import { Notice, phonePage, QueueNotice, useQueue } from '../../../platform/web/phone-kit/index.ts'
import type { SubjectQueue } from '../../../platform/web/phone-kit/index.ts'
import type { Visit } from '../contract.ts'
import { readVisit } from '../contract.ts'
import { AnswerCard } from './answer-card.tsx'
import { DispatchCard } from './dispatch-card.tsx'
import { FollowUpsCard } from './follow-ups-card.tsx'
import { PhotosCard } from './photos-card.tsx'
import { RecordCard } from './record-card.tsx'
import { SiteCard } from './site-card.tsx'
import { VisitFacts } from './visit-facts.tsx'
import './visits.css'

/** What every card of the page is given. `reload` reads the visit anew. */
export interface VisitCardProps {
  readonly visit: Visit
  readonly today: string
  readonly queue: SubjectQueue
  readonly reload: () => Promise<void>
}

/** One visit: for the team from taking it to following it up, for the enterprise its two facts. */
export const visitPage = phonePage<Visit>({
  path: '/m/visits/:id',
  roles: ['leader', 'member', 'contact'],
  title: (data) => data.activityName,
  load: (ask, { params }) => ask(readVisit, { params: { id: params['id']! } }),
  view: ({ data, me }) => {
    const [visit, setVisit] = useState(data)
    const reload = async (): Promise<void> => setVisit(await call(readVisit, { params: { id: data.id } }))
    const queue = useQueue(me!.person.id, data.id, reload)
    const forTeam = !me!.roles.includes('contact')
    const given: VisitCardProps = { visit, today: me!.org.today, queue, reload }
    const held = visit.record !== null
    return (
      <>
        <QueueNotice queue={queue} />
        {visit.status === 'settled' && <Notice tone="success" title="已办结：送达、评单、后续都齐了" />}
        {visit.reason !== null && (visit.status === 'declined' || visit.status === 'cancelled') && (
          <Notice tone="warning" title={visit.status === 'declined' ? '小分队没有接单' : '这次上门取消了'}>
            原因：{visit.reason}
          </Notice>
        )}
        <VisitFacts {...given} forTeam={forTeam} />
        {forTeam ? (
          <>
            <DispatchCard {...given} />
            <SiteCard {...given} />
            {/* Anew after each save, so that the form shows what is kept. */}
            <RecordCard {...given} key={visit.record?.version ?? 0} />
            {(visit.can.includes('record') || visit.photos.length > 0) && <PhotosCard {...given} may />}
            <FollowUpsCard {...given} may />
          </>
        ) : (
          <>
            <AnswerCard {...given} key={String(visit.answered)} />
            {held && <RecordCard {...given} />}
            {visit.photos.length > 0 && <PhotosCard {...given} may={false} />}
            <FollowUpsCard {...given} may={false} />
            <DispatchCard {...given} />
          </>
        )}
      </>
    )
  },
})
