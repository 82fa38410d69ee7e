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

/** A property's value is one line; a line break or another control character would begin a property of its own. */
const oneLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
// The library escapes what stands in events, but not the calendar's name (RFC 5545, 3.3.11).
const escaped = (text: string): string => oneLine(text).replaceAll(/[\\;,]/g, '\\$&')

const local = (date: CivilDate, minute: number): string => `${date}T${formatMinute(minute)}:00`

/** An iCalendar (RFC 5545) feed of visits in Asia/Shanghai; a changed visit keeps its UID and raises its SEQUENCE. */
export const calendarFeed = (name: string, visits: readonly FeedVisit[]): string => {
  const calendar = ical({
    name: escaped(name),
    prodId: { company: 'Qingqi', product: 'visits', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
  })
  // No zone for the calendar as a whole: DTSTAMP and LAST-MODIFIED have to be in UTC (RFC 5545, 3.8.7.2 and 3.8.7.3).
  calendar.timezone({ name: null, generator: getVtimezoneComponent })
  calendar.x('X-WR-TIMEZONE', 'Asia/Shanghai')
  for (const visit of visits)
    calendar.createEvent({
      id: `${visit.id}@qingqi`,
      sequence: visit.sequence,
      stamp: visit.updatedAt,
      lastModified: visit.updatedAt,
      start: local(visit.date, visit.from),
      end: local(visit.date, visit.to),
      timezone: 'Asia/Shanghai',
      summary: oneLine(visit.title),
      description: visit.description.split('\n').map(oneLine).join('\n'),
      location: { title: oneLine(visit.place), geo: { lat: visit.latitude, lon: visit.longitude } },
      status: visit.cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  return calendar.toString()
}
