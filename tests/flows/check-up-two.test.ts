import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAs } from '../support/browser.ts'
import { look, startBrowser } from '../support/look.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { expectOk } from '../support/visit-steps.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await startTestServer()
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const choose = (page: Page, itemId: string, outcome: RegExp) =>
  page.locator(`#item-${itemId} .c-outcomes label`, { hasText: outcome }).click()
const isChosen = (page: Page, itemId: string, outcome: RegExp) =>
  page.locator(`#item-${itemId} .c-outcomes label`, { hasText: outcome }).getByRole('radio').isChecked()

/** Makes storing on this page fail, as it does on a phone without room, or lets it be again. */
const setFull = (page: Page, full: boolean) =>
  page.evaluate((on) => {
    const it = IDBObjectStore.prototype as IDBObjectStore & { kept?: IDBObjectStore['put'] }
    it.kept ??= it.put
    it.put = on
      ? () => {
          throw new DOMException('no room', 'QuotaExceededError')
        }
      : it.kept
  }, full)

test('two inspectors fill in apart and join what they have; a full phone says what it did not keep', async () => {
  const [staff, member, leader, contact] = [
    await server.as('staff'),
    await server.as('member'),
    await server.as('leader'),
    await server.as('contact'),
  ]
  const idOf = async (client: typeof member): Promise<string> =>
    expectOk(await client.get<{ person: { id: string } }>('/api/me')).person!.id
  const { enterpriseId } = expectOk(await contact.get<{ enterpriseId: string }>('/api/me'))
  const { rows } = expectOk(
    await staff.get<{ rows: { id: string; enterpriseId: string; status: string; version: number }[] }>(
      '/api/check-ups',
    ),
  )
  const { id, version } = rows!.find((it) => it.enterpriseId === enterpriseId && it.status === 'planned')!
  const inspectors = [
    { personId: await idOf(member), certificate: '苏工监0001（虚构）' },
    { personId: await idOf(leader), certificate: '苏工监0002（虚构）' },
  ]
  const body = { plannedOn: '2026-11-30', inspectors }
  expectOk(await staff.call('PUT', `/api/check-ups/${id}/inspectors`, { version, body }))
  expectOk(
    await contact.call('PUT', `/api/check-ups/${id}/self-check`, { body: { answers: { C1: 'full', C2: 'full' } } }),
  )
  expectOk(await member.post(`/api/check-ups/${id}/start`))
  const first = await openAs(server, browser, 'member', 'narrow')
  const second = await openAs(server, browser, 'leader', 'narrow')
  for (const { page } of [first, second]) {
    await page.goto(`${server.address}/m/check-ups/${id}`)
    await page.locator('summary', { hasText: '劳动合同' }).first().click()
  }
  const { page } = first

  // The sample follows the head count that is found on site.
  await page.getByLabel('在册职工人数').fill('20')
  await page.getByText('30 人以内的全部查').waitFor()
  await page.getByLabel('在册职工人数').fill('400')
  await page.getByText(/抽样 30 人：名册第 \d+/).waitFor()

  // What the enterprise says of itself stands beside, and a difference is marked.
  await choose(page, 'C1', /^不符合/)
  await page.locator('#item-C1').getByLabel('看到了什么').fill('没有名册')
  await page.locator('#item-C1').getByText('企业自查：符合，与检查结果不同').waitFor()

  await choose(second.page, 'C1', /^符合/)
  await choose(second.page, 'C2', /^符合/)
  await second.page.getByRole('button', { name: '与同伴合并' }).click()
  await second.page.getByText('已和同伴合并').waitFor()
  expect(await isChosen(page, 'C2', /^符合/)).toBe(false)
  await page.getByRole('button', { name: '与同伴合并' }).click()
  await page.getByText('1 项两人填的不同').waitFor()
  expect([await isChosen(page, 'C1', /^不符合/), await isChosen(page, 'C2', /^符合/)]).toEqual([true, true])
  await page.locator('#item-C1').getByText('同伴填的是「符合」').waitFor()
  await page.locator('#item-C1').scrollIntoViewIfNeeded()
  await look(page, 'check-up-together')

  // No room: the page says so, loses nothing that is shown, and stores again when there is room.
  await setFull(page, true)
  await page.locator('#item-C1').getByLabel('看到了什么').fill('没有名册，只有工资表')
  await page.getByText('手机存满了，刚填的还没有存下').waitFor()
  await page.locator('#item-C1 input[type="file"]').setInputFiles({
    name: '名册.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from('not a picture'),
  })
  await page.getByText('手机存满了，刚拍的照片没有存下').waitFor()
  await page.locator('#item-C1').getByText('拍照').waitFor()
  await setFull(page, false)
  await page.locator('#item-C1').getByLabel('看到了什么').fill('没有名册，只有工资表。')
  await page.getByText('手机存满了，刚填的还没有存下').waitFor({ state: 'detached' })
  await page.getByText('正在保存').waitFor({ state: 'detached' })
  await page.reload()
  await page.locator('summary', { hasText: '劳动合同' }).first().click()
  expect(await page.locator('#item-C1').getByLabel('看到了什么').inputValue()).toBe('没有名册，只有工资表。')
  await first.done()
  await second.done()
})
