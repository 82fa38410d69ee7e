import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { VisitRow } from '../../src/areas/visits/contract.ts'
import { openAs, signInOnPhone } from '../support/browser.ts'
import { expectAccessible, expectNoHorizontalScroll, startBrowser, takePictures } from '../support/look.ts'
import { startTestServer, type Client, type TestServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
let staff: Client

beforeAll(async () => {
  server = await startTestServer()
  browser = await startBrowser()
  staff = await server.as('staff')
  const started = await staff.post<{ operationId: string }>('/api/plans', { month: '2026-12', iterations: 10_000 })
  const done = await server.settled(staff, started.body.operationId!)
  const { planId } = done['result'] as { planId: string }
  const { body } = await staff.get<{ version: number }>(`/api/plans/${planId}`)
  const published = await staff.call('POST', `/api/plans/${planId}/publish`, { version: body.version!, key: planId })
  expect(published.status).toBe(200)
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const december = async (query = ''): Promise<VisitRow[]> =>
  (await staff.get<{ rows: VisitRow[] }>(`/api/visits?from=2026-12-01&to=2026-12-31&limit=500${query}`)).body.rows!

test('a team declines: few changes are drafted, who is affected is said, and nobody is told before it is published', async () => {
  const before = await december()
  // Of a kind that another team gives as well.
  const visit = before.find((it) => it.activityName === '专家现场指导' && it.date > '2026-12-03')!
  const admin = await server.as('admin')
  const account = { username: 'duiyuan', password: '山高水长路正远，慢慢地走' }
  const made = await admin.post('/api/accounts', { name: '测试队员', ...account, role: 'member', teamId: visit.teamId })
  expect(made.status).toBe(200)
  const team = await signInOnPhone(server, browser, account)
  await team.page.goto(`${server.address}/m/visits/${visit.id}`)
  await team.page.getByRole('button', { name: '不能接单' }).click()
  const sheet = team.page.getByRole('dialog', { name: '为什么不能接单' })
  await sheet.getByLabel('原因').fill('当天单位有生产任务')
  await expectAccessible(team.page)
  await takePictures(team.page, 'decline')
  await sheet.getByRole('button', { name: '确定不接' }).click()
  await team.page.getByText('小分队没有接单').waitFor()

  const plans = async () =>
    (await staff.get<{ id: string; status: string }[]>('/api/plans')).body as unknown as {
      id: string
      status: string
    }[]
  await expect
    .poll(async () => (await plans()).filter((it) => it.status === 'draft').length, { timeout: 30_000 })
    .toBe(1)
  const draft = (await plans()).find((it) => it.status === 'draft')!
  // Until it is published everything else stands as it was.
  const meanwhile = await december()
  expect(meanwhile.filter((it) => it.id !== visit.id)).toEqual(before.filter((it) => it.id !== visit.id))

  const office = await openAs(server, browser, 'staff')
  await office.page.goto(`${server.address}/console`)
  await office.page.getByRole('button', { name: '看 12 月最新的草稿' }).click()
  await office.page.getByRole('button', { name: '对照并发布' }).click()
  const dialog = office.page.getByRole('dialog', { name: '与现行排期对照' })
  await dialog.getByText('之前不会发出任何通知').waitFor()
  await dialog
    .getByRole('row', { name: new RegExp(visit.enterpriseName) })
    .first()
    .waitFor()
  // The declined visit in another place, and at most a few that had to make room.
  expect(await dialog.locator('tbody tr.ant-table-row').count()).toBeLessThanOrEqual(4)
  await expectNoHorizontalScroll(office.page)
  await takePictures(office.page, 'affected')
  await dialog.getByRole('button', { name: '发布并派单' }).click()
  await office.page.locator('.ant-modal-confirm-title', { hasText: '已发布并派单' }).waitFor({ timeout: 30_000 })
  expect((await plans()).find((it) => it.id === draft.id)!.status).toBe('published')
  const after = (await december(`&enterpriseId=${visit.enterpriseId}`)).filter((it) => it.requestId === visit.requestId)
  const [again] = after.filter((it) => it.status === 'dispatched')
  if (again) expect([again.teamId, again.date]).not.toEqual([visit.teamId, visit.date])
  await Promise.all([team.done(), office.done()])
})
