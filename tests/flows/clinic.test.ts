import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Clinic } from '../../src/areas/cases/contract.ts'
import { newId } from '../../src/platform/base/ids.ts'
import { openAs } from '../support/browser.ts'
import { look, startBrowser } from '../support/look.ts'
import { startTestServer, type Client, type TestServer } from '../support/server.ts'
import { expectOk } from '../support/visit-steps.ts'

let server: TestServer
let browser: Browser
let staff: Client
/** A clinic of the member's team that was held yesterday with nothing recorded, and one of another team. */
let held: string
let other: string

beforeAll(async () => {
  server = await startTestServer()
  browser = await startBrowser()
  staff = await server.as('staff')
  const member = await server.as('member')
  const { teamIds } = expectOk(await member.get<{ teamIds: string[] }>('/api/me'))
  ;[held, other] = await server.rows(async ({ tx, scope }) => {
    const clinics = await tx
      .selectFrom('visits')
      .innerJoin('activity_kinds', 'activity_kinds.id', 'visits.activity_kind_id')
      .select('visits.id')
      .where('visits.org_id', '=', scope.orgId)
      .where('activity_kinds.counts_as', '=', 'clinic')
      .where('visits.status', '=', 'settled')
      .where('visits.team_id', '!=', teamIds![0]!)
      .orderBy('visits.id')
      .execute()
    const [first, second, third] = clinics.map((it) => it.id)
    const move = (id: string, to: { date: string; status: 'delivered' | 'accepted' }) =>
      tx
        .updateTable('visits')
        .set({ team_id: teamIds![0]!, ...to })
        .where('id', '=', id)
        .execute()
    await move(first!, { date: '2026-11-29', status: 'delivered' })
    await move(second!, { date: '2026-12-03', status: 'accepted' })
    await tx.deleteFrom('clinics').where('visit_id', 'in', [first!, second!]).execute()
    return [first!, third!] as const
  })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const stands = async (): Promise<Clinic> => expectOk(await staff.get<Clinic>(`/api/clinics/${held}`)) as Clinic

test('a volunteer counts a clinic on the phone, and meets what a team-mate has saved meanwhile', async () => {
  const volunteer = await openAs(server, browser, 'member', 'narrow')
  const { page } = volunteer
  await page.goto(`${server.address}/m`)
  const entries = page.getByRole('navigation', { name: '更多' }).getByRole('link')
  expect(await entries.allTextContents()).toEqual(['法治体检', '我的案件', '普法咨询'])
  await look(page, 'home-member')
  await entries.getByText('普法咨询').click()
  await page.getByRole('heading', { name: '等您登记' }).waitFor()
  await page.getByRole('heading', { name: '接下来' }).waitFor()
  await look(page, 'clinic-list')
  await page.locator(`a[href="/m/clinics/${held}"]`).click()

  const card = page.locator('.p-card', { hasText: '问了什么' })
  await card.getByRole('button', { name: '+ 工伤' }).click()
  for (let tap = 0; tap < 2; tap += 1) await page.getByRole('button', { name: '工伤 提问加一' }).click()
  // An answer more than askers takes the askers along: 3 asked, then 4 answered.
  for (let tap = 0; tap < 4; tap += 1) await page.getByRole('button', { name: '工伤 当场答复加一' }).click()
  await card.getByText('提问 4，当场答复 4').waitFor()
  await page.getByLabel('别的资料').fill('劳动合同法问答')
  await page.locator('.p-card', { hasText: '发了什么' }).getByRole('button', { name: '加上' }).click()
  const copies = page.getByRole('textbox', { name: '劳动合同法问答 份数' })
  await copies.fill('60')
  await copies.blur()
  // A closed page loses nothing.
  await page.reload()
  await page.getByText('有改动未保存').waitFor()
  await card.getByText('提问 4，当场答复 4').waitFor()
  await look(page, 'clinic-count')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('已保存').waitFor()
  expect(await stands()).toMatchObject({ asked: 4, answered: 4, copies: 60, version: 1 })

  // Both go on counting; the team-mate saves first.
  await page.getByRole('button', { name: '工伤 提问加一' }).click()
  const questions = [
    { topic: '工伤', asked: 7, answered: 5 },
    { topic: '加班', asked: 2, answered: 2 },
  ]
  const pamphlets = [{ title: '劳动合同法问答', copies: 60 }]
  expectOk(
    await staff.call('PUT', `/api/clinics/${held}`, { version: 1, key: newId(), body: { questions, pamphlets } }),
  )
  await page.getByRole('button', { name: '保存' }).click()
  const conflict = page.getByRole('dialog', { name: '队友刚刚保存过这场咨询' })
  await conflict.getByLabel('您的：问 5 答 4').waitFor()
  expect(await conflict.getByLabel('对方的：问 2 答 2').isChecked()).toBe(true)
  expect(await conflict.getByLabel('您的：问 5 答 4').isChecked()).toBe(true)
  await look(page, 'clinic-conflict')
  await conflict.getByLabel('对方的：问 7 答 5').check()
  await conflict.getByRole('button', { name: '按所选保存' }).click()
  await page.getByText('已保存').waitFor()
  expect(await stands()).toMatchObject({ asked: 9, answered: 7, copies: 60 })
  expect(await page.evaluate(() => localStorage.length)).toBe(0)

  // Another team's clinic is not there.
  const away = await page.goto(`${server.address}/m/clinics/${other}`)
  expect(away!.status()).toBe(404)
  await volunteer.done()
}, 120_000)

test('the first page of a contact leads to the letters and check-ups of the enterprise', async () => {
  const contact = await openAs(server, browser, 'contact', 'narrow')
  const { page } = contact
  for (const [name, path] of [
    ['收到的函书', '/m/letters'],
    ['法治体检', '/m/check-ups'],
  ] as const) {
    await page.goto(`${server.address}/m`)
    const entries = page.getByRole('navigation', { name: '更多' }).getByRole('link')
    expect(await entries.allTextContents()).toEqual(['收到的函书', '法治体检'])
    if (path === '/m/letters') await look(page, 'home-contact')
    await entries.getByText(name).click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe(path)
  }
  await contact.done()
}, 60_000)
