import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type Client, type TestServer } from '../../../tests/support/server.ts'
import { expectOk, stepsOf } from '../../../tests/support/visit-steps.ts'
import { measures, type MeasureKey } from './domain/measures.ts'

interface Row {
  visitId: string
  date: string
  enterpriseId: string
  squadKind: string
  heads: number
  trained: number
}
interface Figures {
  from: string
  to: string
  pilotEnterprises: number
  figures: { key: MeasureKey; value: number; told: string }[]
  months: { month: string; culture: number; skills: number; rights: number }[]
  townships: { id: string; name: string; enterprises: number; covered: number; visits: number }[]
  burden: { used: string; enterprises: number }[]
}

let server: TestServer
let chair: Client
beforeAll(async () => {
  server = await startTestServer()
  chair = await server.as('chair')
})
afterAll(() => server.close())

const figures = async (query = ''): Promise<Figures> =>
  expectOk(await chair.get<Figures>(`/api/figures?${query}`)) as Figures
const valuesOf = (it: Figures) =>
  Object.fromEntries(it.figures.map((row) => [row.key, row.value])) as Record<MeasureKey, number>
const rowsOf = async (key: MeasureKey, query = ''): Promise<Row[]> => {
  const rows: Row[] = []
  const values = new Set<number>()
  for (;;) {
    const page = expectOk(
      await chair.get<{ value: number; total: number; rows: Row[] }>(
        `/api/figures/rows?key=${key}&limit=${key === 'visits' ? 100 : 500}&offset=${rows.length}&${query}`,
      ),
    )
    rows.push(...page.rows!)
    values.add(page.value!)
    if (rows.length >= page.total! || page.rows!.length === 0) {
      // The figure counted again beside its rows is the same on every page.
      expect([...values]).toEqual([counted(key, rows)])
      return rows
    }
  }
}
const sum = (rows: readonly Row[], field: 'heads' | 'trained') => rows.reduce((total, it) => total + it[field], 0)
/** A figure counted from its rows by this test, not by the server. */
const counted = (key: MeasureKey, rows: readonly Row[]): number => {
  if (key === 'heads' || key === 'trained') return sum(rows, key)
  return key === 'enterprises' ? new Set(rows.map((it) => it.enterpriseId)).size : rows.length
}

it('tells of the demo year what the county tells of its first', async () => {
  const all = await figures()
  const told = Object.fromEntries(all.figures.map((it) => [it.key, it.told]))
  expect(told).toMatchObject({
    visits: '200余',
    talks: '120余',
    shows: '13',
    readings: '30余',
    advices: '20余',
    clinics: '50余',
    trained: '2500余',
  })
  expect(all.pilotEnterprises).toBe(136)
  const shows = await rowsOf('shows')
  expect(new Set(shows.map((it) => it.enterpriseId)).size).toBe(13)
  expect(sum(shows, 'heads')).toBeGreaterThan(2_000)
  expect(sum(shows, 'heads')).toBeLessThan(2_100)
})

it.each([
  ['the year', ''],
  ['one squad', 'squadKind=rights'],
  ['some months', 'from=2026-05-01&to=2026-07-31'],
  ['a day without visits', 'from=2026-05-03&to=2026-05-03'],
])('makes each figure of its rows: %s', async (_, query) => {
  const { from, to, ...all } = await figures(query)
  const values = valuesOf({ from, to, ...all })
  const squad = new URLSearchParams(query).get('squadKind')
  const ground = new Set((await rowsOf('visits', query)).map((it) => it.visitId))
  for (const { key } of measures) {
    const rows = await rowsOf(key, query)
    expect([key, counted(key, rows)]).toEqual([key, values[key]])
    expect(new Set(rows.map((it) => it.visitId)).size).toBe(rows.length)
    for (const it of rows) {
      expect(ground.has(it.visitId)).toBe(true)
      expect([from <= it.date && it.date <= to, squad ?? it.squadKind]).toEqual([true, it.squadKind])
    }
  }
})

it('adds up over months, squads, townships and the burden of enterprises', async () => {
  const all = await figures()
  const { visits, enterprises } = valuesOf(all)
  const rows = await rowsOf('visits')
  expect(all.months.reduce((total, it) => total + it.culture + it.skills + it.rights, 0)).toBe(visits)
  for (const it of all.months)
    for (const squad of ['culture', 'skills', 'rights'] as const)
      expect(rows.filter((row) => row.date.startsWith(it.month) && row.squadKind === squad)).toHaveLength(it[squad])
  const total = (field: 'enterprises' | 'covered' | 'visits') => all.townships.reduce((sum, it) => sum + it[field], 0)
  expect([total('enterprises'), total('covered'), total('visits')]).toEqual([136, enterprises, visits])
  expect(all.burden.reduce((sum, it) => sum + it.enterprises, 0)).toBe(136)
  const [busiest] = all.townships.toSorted((a, b) => b.visits - a.visits)
  expect(valuesOf(await figures(`townshipId=${busiest!.id}`)).visits).toBe(busiest!.visits)
})

it('counts a visit once it is recorded, not before, and never by its sign-ins', async () => {
  const staff = await server.as('staff')
  const steps = stepsOf(server, staff)
  const visit = (await steps.visits('from=2026-11-30&to=2026-11-30')).find((it) => it.activityName === '劳模微宣讲')!
  const before = valuesOf(await figures())
  const shown = expectOk(await staff.get<{ address: string }>(`/api/visits/${visit.id}/code`))
  const code = new URL(shown.address!).searchParams.get('code')
  const scannedAt = new Date().toISOString()
  const key = '019b0000-0000-7000-8000-00000000000a'
  expectOk(await server.nobody.post(`/api/visits/${visit.id}/sign-ins`, { key, code, scannedAt }))
  expect(valuesOf(await figures())).toEqual(before)
  expectOk(await staff.post(`/api/visits/${visit.id}/record`, { done: '讲了', heads: 40, trained: 7 }))
  const after = valuesOf(await figures())
  expect(after).toMatchObject({
    visits: before.visits + 1,
    talks: before.talks + 1,
    heads: before.heads + 40,
    trained: before.trained + 7,
    clinics: before.clinics,
  })
  expectOk(await staff.post(`/api/visits/${visit.id}/record`, { done: '讲了', heads: 38, trained: 7 }))
  expect(valuesOf(await figures())).toMatchObject({ visits: before.visits + 1, heads: before.heads + 38 })
  expect((await rowsOf('talks')).filter((it) => it.visitId === visit.id)).toHaveLength(1)
})

it('counts for today what waits, as the lists show it', async () => {
  const staff = await server.as('staff')
  const steps = stepsOf(server, staff)
  interface Today {
    today: string
    day: string
    out: { id: string }[]
    waiting: Record<string, number>
  }
  const today = expectOk(await chair.get<Today>('/api/today')) as Today
  expect([today.today, today.day]).toEqual(['2026-11-30', 'workday'])
  const out = await steps.visits('from=2026-11-30&to=2026-11-30')
  expect(today.out.map((it) => it.id).toSorted()).toEqual(
    out
      .filter((it) => !['cancelled', 'declined'].includes(it.status))
      .map((it) => it.id)
      .toSorted(),
  )
  const unanswered = await steps.visits('missing=ANSWER')
  const open = (await steps.requests('open')).filter((it) => it.latestOn >= today.today)
  expect(today.waiting).toMatchObject({ openRequests: open.length, notAnswered: unanswered.length, notRecorded: 0 })
})
