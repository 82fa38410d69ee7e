import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAs, openWindow } from '../support/browser.ts'
import { expectAccessible, expectNoHorizontalScroll, startBrowser, takePictures } from '../support/look.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

let server: TestServer
let browser: Browser

beforeAll(async () => {
  server = await startTestServer({ empty: true })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

test('an empty county: the first administrator is made once, then signs others in with a password shown once', async () => {
  const { page, done } = await openWindow(browser, 'wide')
  await page.goto(`${server.address}/console`)
  await page.getByRole('heading', { name: '建立第一位管理员' }).waitFor()
  await page.getByLabel('姓名').fill('张建国')
  await page.getByLabel('用户名').fill('zhangjianguo')
  await page.getByLabel('密码').fill('太短')
  await page.getByRole('button', { name: '建立并登录' }).click()
  await page.getByText('至少 12 个字符', { exact: true }).waitFor()
  await expectAccessible(page)
  await expectNoHorizontalScroll(page)
  await takePictures(page, 'first-admin')
  await page.getByLabel('密码').fill('三月的汴河水 春天来了吧')
  await page.getByRole('button', { name: '建立并登录' }).click()
  await page.getByRole('heading', { name: '今日' }).waitFor()

  await page.goto(`${server.address}/console/accounts`)
  await page.getByRole('row', { name: /张建国/ }).waitFor()
  await page.getByRole('button', { name: '新建账号' }).click()
  const dialog = page.getByRole('dialog', { name: '新建账号' })
  await dialog.getByLabel('姓名').fill('李秀英')
  await dialog.getByLabel('用户名').fill('lixiuying')
  await dialog.getByLabel('身份').click()
  await page.locator('.ant-select-item', { hasText: '工会干部' }).click()
  await dialog.getByRole('button', { name: /建 ?立/ }).click()
  const told = page.locator('.ant-modal-confirm', { hasText: '请把密码当面交给李秀英' })
  const password = (await told.locator('code').textContent())!
  expect(password).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/)
  await told.getByRole('button').click()
  await page.getByRole('row', { name: /李秀英/ }).waitFor()
  await takePictures(page, 'accounts')

  const other = await openWindow(browser, 'wide')
  await other.page.goto(`${server.address}/console`)
  await other.page.getByRole('heading', { name: '登录工会后台' }).waitFor()
  await other.page.getByLabel('用户名').fill('lixiuying')
  await other.page.getByLabel('密码').fill(password)
  await other.page.getByRole('button', { name: '登录' }).click()
  await other.page.getByRole('heading', { name: '今日' }).waitFor()
  // Accounts are the administrator's.
  await other.page.goto(`${server.address}/console/accounts`)
  await other.page.waitForLoadState('networkidle')
  expect(await other.page.getByRole('button', { name: '新建账号' }).count()).toBe(0)

  // A new password ends the sessions made with the old one.
  await page
    .getByRole('row', { name: /李秀英/ })
    .getByRole('button', { name: '重设密码' })
    .click()
  await page.getByRole('button', { name: '重设', exact: true }).click()
  await page.locator('.ant-modal-confirm', { hasText: '请把密码当面交给李秀英' }).waitFor()
  await other.page.goto(`${server.address}/console`)
  await other.page.getByRole('heading', { name: '登录工会后台' }).waitFor()
  await Promise.all([done(), other.done()])
})

test('a demo county has no first administrator to make', async () => {
  const demo = await startTestServer()
  try {
    const answer = await demo.nobody.post('/api/first-admin', {
      name: '外人',
      username: 'wairen',
      password: '十二个字符以上的密码啊啊',
    })
    expect(answer.status).toBe(409)
    const { page, done } = await openAs(demo, browser, 'admin')
    await page.goto(`${demo.address}/console/accounts`)
    await page.getByRole('row').nth(1).waitFor()
    await expectAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page)
    await expectNoHorizontalScroll(page)
    await done()
  } finally {
    await demo.close()
  }
})
