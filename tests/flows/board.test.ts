import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ActivityKind, Board, PlanVisit } from '../../src/areas/visits/contract.ts'
import { openAs } from '../support/browser.ts'
import { expectAccessible, expectNoHorizontalScroll, screens, startBrowser, takePictures } from '../support/look.ts'
import { startTestServer, type Client, type TestServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
let staff: Client
let planId: string

const board = async (): Promise<Board> => (await staff.get<Board>(`/api/plans/${planId}`)).body as Board
/** Where a visit could go, or could not: asked cell by cell, as the page does. */
const judge = async (visit: PlanVisit, place: { teamId: string; date: string }) =>
  (
    await staff.post<{ broken: { text: string }[]; scoreChange: number }>(`/api/plans/${planId}/judge`, {
      requestId: visit.requestId,
      startMinute: visit.startMinute,
      ...place,
    })
  ).body

beforeAll(async () => {
  server = await startTestServer()
  browser = await startBrowser()
  staff = await server.as('staff')
  const started = await staff.post<{ operationId: string }>('/api/plans', { month: '2026-12', iterations: 10_000 })
  const done = await server.settled(staff, started.body.operationId!)
  planId = (done['result'] as { planId: string }).planId
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const openBoard = async () => {
  const window = await openAs(server, browser, 'staff')
  // Wide enough for the whole month: a drag needs both cells in sight.
  await window.page.setViewportSize({ width: 3600, height: 1400 })
  await window.page.goto(`${server.address}/console/plan/${planId}`)
  await window.page.locator('.v-board').waitFor()
  return window
}
const cellOf = (page: Page, place: { teamId: string; date: string }): Locator =>
  page.locator(`[data-cell="${place.teamId} ${place.date}"]`)
const blockOf = (page: Page, requestId: string): Locator => page.locator(`[data-request="${requestId}"]`)

/** Takes a visit up and holds it over a cell; the button of the mouse stays down. */
const hold = async (page: Page, requestId: string, cell: Locator): Promise<void> => {
  const from = (await blockOf(page, requestId).boundingBox())!
  const to = (await cell.boundingBox())!
  await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
  await page.mouse.down()
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 5 })
  await page.mouse.move(to.x + 20, to.y + 20, { steps: 2 })
}

/** The first visit, with a cell where it fits and one where it does not. */
const movable = async () => {
  const { planned, teams, days } = await board()
  for (const visit of planned)
    for (const day of days.slice(0, 20)) {
      if (day.date === visit.date) continue
      const place = { teamId: visit.teamId, date: day.date }
      const here = await judge(visit, place)
      if (here.broken!.length > 0) continue
      for (const team of teams) {
        const wrong = { teamId: team.id, date: visit.date }
        const there = await judge(visit, wrong)
        if (there.broken!.length > 0)
          return { visit, fits: place, change: here.scoreChange!, wrong, texts: there.broken! }
      }
    }
  throw new Error('no visit of the demo month can be moved')
}

test('while a visit is dragged every broken rule is named, and the drop is refused', async () => {
  const { visit, wrong, texts } = await movable()
  const { page, done } = await openBoard()
  await hold(page, visit.requestId, cellOf(page, wrong))
  for (const { text } of texts) await page.locator('.v-judge', { hasText: text }).waitFor()
  await page.mouse.up()
  await page.getByRole('alert').filter({ hasText: texts[0]!.text }).waitFor()
  const after = (await board()).planned.find((it) => it.requestId === visit.requestId)
  expect(after).toMatchObject({ teamId: visit.teamId, date: visit.date, version: visit.version })
  await done()
})

test('dropped where it fits, the change of the score is shown and kept', async () => {
  const { visit, fits, change } = await movable()
  const before = await board()
  const { page, done } = await openBoard()
  await hold(page, visit.requestId, cellOf(page, fits))
  const told = `${change >= 0 ? '+' : ''}${change}`
  await page.locator('.v-judge', { hasText: `可以放这里，得分 ${told}` }).waitFor()
  await page.mouse.up()
  await page.getByText(`已保存，得分 ${told}`).waitFor()
  await cellOf(page, fits).locator(`[data-request="${visit.requestId}"]`).waitFor()
  const after = await board()
  expect(after.planned.find((it) => it.requestId === visit.requestId)).toMatchObject(fits)
  expect(after.score - before.score).toBeCloseTo(change, 1)
  await done()
})

test('two editors: the second is shown both values and decides; a pin stays through the next plan', async () => {
  const { visit, fits } = await movable()
  const { page, done } = await openBoard()
  await blockOf(page, visit.requestId).click()
  const drawer = page.getByRole('dialog')
  await drawer
    .getByRole('region', { name: '为什么排在这里' })
    .getByText(/开始。/)
    .waitFor()
  await takePictures(page, 'why-here')
  await drawer.getByText('锁定：重新排期时保持不动').click()
  await drawer.getByText(/^可以，得分/).waitFor()

  // Meanwhile a colleague moves it.
  const path = `/api/plans/${planId}/visits/${visit.requestId}`
  const { startMinute, version } = visit
  const moved = await staff.call('PUT', path, { body: { ...fits, startMinute, pinned: false }, version })
  expect(moved.status).toBe(200)

  await drawer.getByRole('button', { name: /保 ?存/ }).click()
  const conflict = page.getByRole('dialog', { name: '别人刚刚改过这条记录' })
  await conflict.getByRole('row', { name: /日期/ }).getByText(fits.date).waitFor()
  await conflict.getByRole('row', { name: /日期/ }).getByText(visit.date).waitFor()
  await expectAccessible(page)
  await conflict.getByRole('row', { name: /日期/ }).getByRole('radio').last().press('Space')
  await conflict.getByRole('button', { name: '按所选保存' }).click()
  await conflict.waitFor({ state: 'hidden' })
  await expect
    .poll(async () => (await board()).planned.find((it) => it.requestId === visit.requestId))
    .toMatchObject({ ...fits, pinned: true })

  const again = await staff.post<{ operationId: string }>('/api/plans', {
    month: '2026-12',
    iterations: 10_000,
    basedOn: planId,
  })
  expect(again.status).toBe(200)
  const result = (await server.settled(staff, again.body.operationId!))['result'] as { planId: string }
  const next = (await staff.get<Board>(`/api/plans/${result.planId}`)).body as Board
  expect(next.planned.find((it) => it.requestId === visit.requestId)).toMatchObject({ ...fits, pinned: true })
  await done()
})

test('a plan under way shows its progress and can be called off, leaving nothing', async () => {
  const before = (await staff.get<unknown[]>('/api/plans')).body as unknown as unknown[]
  const { page, done } = await openAs(server, browser, 'staff')
  await page.goto(`${server.address}/console/plan`)
  await page.getByLabel('计算秒数').fill('60')
  await page.getByRole('button', { name: '开始排期' }).click()
  const bar = page.getByRole('progressbar')
  await bar.waitFor()
  await expect.poll(async () => Number(await bar.first().getAttribute('aria-valuenow'))).toBeGreaterThan(0)
  await page.getByRole('button', { name: /取 ?消|停止/ }).click()
  await page
    .getByText(/已取消|已停止/)
    .first()
    .waitFor()
  expect((await staff.get<unknown[]>('/api/plans')).body).toHaveLength(before.length)
  await done()
})

test('the menu: an activity is added, and one that a colleague changed meanwhile is not overwritten', async () => {
  const { page, done } = await openAs(server, browser, 'staff')
  await page.goto(`${server.address}/console/menu`)
  await page.getByRole('button', { name: '新增活动' }).click()
  const drawer = page.getByRole('dialog', { name: '新增活动' })
  await drawer.getByRole('button', { name: /保 ?存/ }).click()
  await drawer.getByText('请选一支轻骑兵').waitFor()
  await page.waitForTimeout(400)
  await expectAccessible(page)
  await drawer.getByLabel('哪支轻骑兵').click()
  await page.locator('.ant-select-item', { hasText: '技能' }).click()
  await drawer.getByLabel('报表里按什么计数').click()
  await page.locator('.ant-select-item', { hasText: '培训' }).click()
  await drawer.getByLabel('名称').fill('数控小讲堂')
  await drawer.getByRole('button', { name: /保 ?存/ }).click()
  await drawer.waitFor({ state: 'hidden' })
  await page.getByRole('row', { name: /数控小讲堂/ }).waitFor()

  await page.getByRole('cell', { name: '工派读书班', exact: true }).first().click()
  const edited = page.getByRole('dialog', { name: '工派读书班' })
  await edited.getByLabel('分值').fill('77')
  const kinds = async () => (await staff.get<ActivityKind[]>('/api/activity-kinds')).body as unknown as ActivityKind[]
  const kind = (await kinds()).find((it) => it.name === '工派读书班')!
  await staff.call('PATCH', `/api/activity-kinds/${kind.id}`, {
    body: { value: 66, minutes: 35 },
    version: kind.version,
  })
  await edited.getByRole('button', { name: /保 ?存/ }).click()
  const conflict = page.getByRole('dialog', { name: '别人刚刚改过这条记录' })
  await conflict.getByRole('row', { name: /分值/ }).getByText('66').waitFor()
  await conflict.getByRole('button', { name: '按所选保存' }).click()
  await edited.waitFor({ state: 'hidden' })
  expect((await kinds()).find((it) => it.id === kind.id)).toMatchObject({ value: 77, minutes: 35 })
  await done()
})

test('every page of the main job: no barrier at either width, no sideways scroll', async () => {
  const { page, done } = await openAs(server, browser, 'staff')
  const visit = (await staff.get<{ rows: { id: string }[] }>('/api/visits?unsettled=true&limit=1')).body.rows![0]!
  const pages: [path: string, name: string][] = [
    ['/console', 'today'],
    ['/console/plan', 'plans'],
    [`/console/plan/${planId}`, 'board'],
    ['/console/requests', 'requests'],
    ['/console/visits', 'visits'],
    [`/console/visits/${visit.id}`, 'visit'],
    ['/console/menu', 'menu'],
    ['/console/figures', 'figures'],
  ]
  for (const [path, name] of pages) {
    await page.goto(server.address + path)
    await page.waitForLoadState('networkidle')
    for (const size of Object.values(screens)) {
      await page.setViewportSize(size)
      await page.waitForTimeout(300)
      await expectAccessible(page)
    }
    await expectNoHorizontalScroll(page)
    await takePictures(page, name)
  }
  await page.setViewportSize(screens.wide)
  await page.goto(`${server.address}/console/plan/${planId}`)
  for (const view of ['路线图', /没排上/, '打扰']) {
    await page.locator('.ant-segmented-item', { hasText: view }).click()
    await page.waitForTimeout(400)
    await expectAccessible(page)
    await takePictures(page, `board-${String(view).replaceAll('/', '')}`)
  }
  await done()
})
