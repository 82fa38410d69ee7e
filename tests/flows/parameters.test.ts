import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Role } from '../../src/platform/base/operation.ts'
import { openAs as openWindowAs, openWindow, type Window } from '../support/browser.ts'
import { expectAccessible, expectNoHorizontalScroll, screens, startBrowser, takePictures } from '../support/look.ts'
import { startTestServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

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

const openAs = async (role: Role): Promise<Window> => {
  const window = await openWindowAs(server, browser, role)
  await window.page.goto(`${server.address}/console/parameters`)
  await window.page.getByRole('table', { name: '法定参数' }).waitFor()
  return window
}

test('a figure is proposed by one, confirmed by another, and keeps its history', async () => {
  const staff = await server.as('staff')
  const opened = await staff.post<{ number: string }>('/api/cases', {
    channel: 'clinic',
    topic: 'termination',
    employer: '某某纺织有限公司（虚构）',
    message: '被辞退（虚构）',
    peopleUnpaid: 0,
    persons: [
      {
        name: '高薪某',
        claim: {
          region: '321324',
          employment: { start: '2023-11-01', end: '2026-10-31' },
          termination: { ground: 'unlawful' },
          wages: { averageMonthly: 40_000 },
        },
      },
    ],
  })
  expect(opened.status).toBeLessThan(300)
  const admin = await openAs('admin')
  const { page } = admin
  const row = page.getByRole('row', { name: /宿迁市上年度职工月平均工资/ })
  await row.getByText('没有收录').waitFor()
  await expectAccessible(page)
  await takePictures(page, 'parameters')
  await row.getByRole('button', { name: /新版本/ }).click()
  const dialog = page.getByRole('dialog', { name: '提出新版本' })
  await dialog.getByLabel('数值').fill('70 abc')
  await dialog.getByLabel('从哪一天起').fill('2026-07-01')
  await dialog.getByLabel('来源').fill('某统计局公报（虚构）')
  await dialog.getByRole('button', { name: /提\s*出/ }).click()
  await dialog.getByText('请填大于 0、最多两位小数的金额').waitFor()
  await dialog.getByLabel('数值').fill('7000.5')
  await dialog.getByLabel('核实程度').focus()
  await takePictures(page, 'parameters-propose')
  await dialog.getByRole('button', { name: /提\s*出/ }).click()
  const pending = page.locator('.q-section', { has: page.getByText('等第二个人确认（1）') })
  await pending.getByText('要由另一个人确认').waitFor()
  expect(await pending.getByRole('button', { name: /确认/ }).count()).toBe(0)
  // Three years at 40,000 doubled; then at three times 7,000.5.
  await pending.getByText('违法解除或者终止赔偿金 240,000.00 元 → 126,009.00 元').waitFor()
  await pending.getByRole('link', { name: new RegExp(String(opened.body['number'])) }).waitFor()
  await expectAccessible(page)
  await takePictures(page, 'parameters-pending')

  const chair = await openAs('chair')
  await chair.page.getByRole('button', { name: '核对无误，确认' }).click()
  const confirmed = chair.page.getByRole('row', { name: /宿迁市上年度职工月平均工资/ })
  await confirmed.getByText('本县录入').waitFor()
  expect(await confirmed.textContent()).toContain('7,000.5')
  await confirmed
    .getByRole('button', { name: /宿迁市上年度职工月平均工资/ })
    .first()
    .click()
  const drawer = chair.page.getByRole('dialog')
  await drawer.getByText('已确认').waitFor()
  expect(await drawer.textContent()).toMatch(/提出；.+确认/)
  await expectAccessible(chair.page)
  await takePictures(chair.page, 'parameters-history')
  await chair.done()

  // The phone reckons with it from now on.
  const phone = await openWindow(browser, 'narrow')
  await phone.page.goto(`${server.address}/m/owed`)
  expect(await phone.page.locator('#state').textContent()).toContain('7000.5')
  await phone.done()
  await admin.done()
})

test('others of the office read and cannot propose; a phone-wide window does not scroll sideways', async () => {
  const { page, done } = await openAs('staff')
  await page
    .getByRole('row', { name: /高温津贴/ })
    .first()
    .waitFor()
  expect(await page.getByRole('button', { name: /新版本/ }).count()).toBe(0)
  await page.setViewportSize(screens.narrow)
  await expectNoHorizontalScroll(page)
  await done()
})
