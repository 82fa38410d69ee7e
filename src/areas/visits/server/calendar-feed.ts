import { getVtimezoneComponent } from './vtimezone.ts'
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { formatMinute, type CivilDate } from '../../../platform/base/civil-date.ts'

export interface FeedVisit {
  readonly id: string
  readonly sequence: number
  readonly updatedAt: string
  readonly date: CivilDate
  readonly from: number
  readonly to: number
  readonly title: string
  readonly place: string
  readonly description: string
  readonly cancelled: boolean
  readonly latitude: number
  readonly longitude: number
}

const local = (date: CivilDate, minute: number): string => `${date}T${formatMinute(minute)}:00`

/** An iCalendar (RFC 5545) feed of visits in Asia/Shanghai; a changed visit keeps its UID and raises its SEQUENCE. */
export const calendarFeed = (name: string, visits: readonly FeedVisit[]): string => {
  const calendar = ical({
    name,
    prodId: { company: 'Qingqi', product: 'visits', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  })
  calendar.timezone({ name: 'Asia/Shanghai', generator: getVtimezoneComponent })
  for (const visit of visits)
    calendar.createEvent({
      id: `${visit.id}@qingqi`,
      sequence: visit.sequence,
      stamp: visit.updatedAt,
      lastModified: visit.updatedAt,
      start: local(visit.date, visit.from),
      end: local(visit.date, visit.to),
      timezone: 'Asia/Shanghai',
      summary: visit.title,
      description: visit.description,
      location: { title: visit.place, geo: { lat: visit.latitude, lon: visit.longitude } },
      status: visit.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  return calendar.toString()
}
