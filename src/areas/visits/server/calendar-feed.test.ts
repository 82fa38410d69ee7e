import ICAL from 'ical.js'
import { expect, it } from 'vitest'
import { calendarFeed, type FeedVisit } from './calendar-feed.ts'

const visit: FeedVisit = {
  id: '019b0000-0000-7000-8000-000000000001',
  sequence: 0,
  updatedAt: '2026-11-30T02:00:00.000Z',
  date: '2026-12-01',
  from: 690,
  to: 715,
  title: '劳模微宣讲 · 一个很长很长的企业名称，用来看中文折行是不是按字节折的有限公司',
  place: '泗洪经济开发区，A 厂；南门',
  description: '第一行\n第二行',
  cancelled: false,
  latitude: 33.46,
  longitude: 118.2,
}

const events = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((it) => new ICAL.Event(it))

it('is read by another program with time, place and zone', () => {
  const text = calendarFeed('我的上门', [visit])
  const [event] = events(text)
  expect(event!.summary).toBe(visit.title)
  expect(event!.location).toBe(visit.place)
  expect(event!.description).toBe(visit.description)
  ICAL.TimezoneService.register(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vtimezone')!)
  expect(event!.startDate.toJSDate().toISOString()).toBe('2026-12-01T03:30:00.000Z')
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
})

it('keeps the UID and raises SEQUENCE when a visit changes, and says when it is off', () => {
  const before = events(calendarFeed('x', [visit]))[0]!
  const after = events(calendarFeed('x', [{ ...visit, sequence: 2, from: 700, cancelled: true }]))[0]!
  expect(after.uid).toBe(before.uid)
  expect([before.sequence, after.sequence]).toEqual([0, 2])
  expect(after.component.getFirstPropertyValue('status')).toBe('CANCELLED')
})

it('stamps in UTC, whatever the zone of the server', () => {
  const zone = process.env.TZ
  process.env.TZ = 'America/New_York'
  try {
    const text = calendarFeed('x', [visit])
    expect(text).toContain('DTSTAMP:20261130T020000Z\r\n')
    expect(text).toContain('LAST-MODIFIED:20261130T020000Z\r\n')
    expect(text).toContain('DTSTART;TZID=Asia/Shanghai:20261201T113000\r\n')
    expect(text).toContain('X-WR-TIMEZONE:Asia/Shanghai\r\n')
  } finally {
    if (zone === undefined) delete process.env.TZ
    else process.env.TZ = zone
  }
})

it('keeps a line break in a name from becoming a property', () => {
  const name = '甲厂\r\nMETHOD:REQUEST\u2028一队, 二队'
  const text = calendarFeed(name, [{ ...visit, title: name, place: name, description: `一\n二\rATTENDEE:x` }])
  const calendar = new ICAL.Component(ICAL.parse(text))
  expect(calendar.getAllProperties('method')).toHaveLength(1)
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toBe('甲厂 METHOD:REQUEST 一队\\, 二队')
  const [event] = events(text)
  expect(event!.summary).toBe('甲厂 METHOD:REQUEST 一队, 二队')
  expect(event!.location).toBe(event!.summary)
  expect(event!.description).toBe('一\n二 ATTENDEE:x')
  expect(event!.component.getAllProperties('attendee')).toHaveLength(0)
})
