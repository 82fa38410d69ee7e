import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseDetail } from '../../src/areas/cases/contract.ts'
import { openAs, openWindow } from '../support/browser.ts'
import { expectAccessible, look, startBrowser, takePictures } from '../support/look.ts'
import { startTestServer, type Client, type TestServer } from '../support/server.ts'
import { expectOk } from '../support/visit-steps.ts'

let server: TestServer
let browser: Browser
let staff: Client
beforeAll(async () => {
  server = await startTestServer()
  browser = await startBrowser()
  staff = await server.as('staff')
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

test('a group wage case of five goes from the clinic to its closing, which is refused four times with the reason', async () => {
  const office = await openAs(server, browser, 'staff')
  const { page } = office
  // The clinic: what was asked, and the five who came.
  await page.goto(`${server.address}/console/clinics`)
  await page
    .getByRole('button', { name: /登 ?记|修 ?改/ })
    .first()
    .click()
  const record = page.getByRole('dialog')
  await record.getByRole('button', { name: '加一个主题' }).click()
  await record.getByLabel('主题').waitFor()
  await record.getByLabel('主题').fill('欠薪')
  await record.getByLabel('问了几人').fill('7')
  await record.getByLabel('当场答了').fill('2')
  await record.getByRole('button', { name: '加一种资料' }).click()
  await record.getByLabel('资料', { exact: true }).fill('保障农民工工资支付条例问答')
  await record.getByLabel('发了几份').fill('60')
  await record.getByRole('button', { name: /保 ?存/ }).click()
  await record.waitFor({ state: 'detached' })
  await look(page, 'clinics')

  await page.goto(`${server.address}/console/cases`)
  await page.getByRole('button', { name: '登记求助' }).click()
  const drawer = page.getByRole('dialog', { name: '登记求助' })
  await drawer.getByText('巡回点').click()
  await drawer.getByLabel('用人单位').fill('某某纺织有限公司（虚构）')
  await drawer.getByLabel('事情经过').fill('三个月没有发工资')
  await drawer.getByLabel('被欠薪的一共几人').fill('5')
  for (let at = 1; at < 5; at++) await drawer.getByRole('button', { name: '再加一位' }).click()
  for (let at = 0; at < 5; at++) {
    await drawer
      .getByPlaceholder('姓名')
      .nth(at)
      .fill(`职工${at + 1}（虚构）`)
    await drawer.getByLabel('电话').nth(at).fill(`1380000000${at}`)
  }
  await drawer
    .getByRole('button', { name: '登记', exact: true })
    .or(drawer.getByRole('button', { name: '登 记' }))
    .click()
  await drawer.getByText(/^案号 2026-/).waitFor()
  const code = (await drawer.locator('code').textContent())!
  await drawer.getByRole('button', { name: /好 ?了/ }).click()
  await page.getByText('三人以上欠薪（内部阈值）').first().waitFor()
  await look(page, 'cases')
  await page.getByText('某某纺织有限公司（虚构）').first().click()
  await page.getByRole('heading', { name: /^案件 2026-/ }).waitFor()
  const id = page.url().split('/').at(-1)!
  expect(decodeURIComponent(page.url()) + (await page.title())).not.toMatch(/职工|纺织|138/)

  const persons = async () => (expectOk(await staff.get<CaseDetail>(`/api/cases/${id}`)) as CaseDetail).persons
  /** Closing is tried on the page; it must say what is missing. */
  const refused = async (says: string): Promise<void> => {
    await page.reload()
    await page.getByRole('button', { name: /结 ?案/ }).click()
    await page.getByText('还不能结案').waitFor()
    await page.getByText(says).first().waitFor()
  }
  await page.getByLabel('办理路径').click({ force: true })
  await page.locator('.ant-select-item', { hasText: '协商调解' }).click()
  await page.getByRole('button', { name: /受 ?理/ }).click()
  await page.getByText('办理中').waitFor()

  // It turns out that they have left, and when: the limitation shows.
  await page
    .getByRole('button', { name: /^修 ?改$/ })
    .first()
    .click()
  const triage = page.getByRole('dialog')
  await triage.getByLabel('否').first().check()
  await triage.getByLabel('什么时候离开的').fill('2026-10-31')
  await look(page, 'case-triage')
  await triage.getByRole('button', { name: /保 ?存/ }).click()
  await page.getByText('离开了 2026-10-31').waitFor()
  await page.getByText('2027年10月31日').first().waitFor()
  // Mediation was asked for two weeks ago: its last day stands on the day's page before it is missed.
  expectOk(await staff.post(`/api/cases/${id}/steps`, { kind: 'mediation_asked', on: '2026-11-17' }))
  await page.goto(`${server.address}/console/today`)
  const due = page.locator('.q-section', { hasText: '法律援助快到的期限' })
  // The demo county has one as near.
  await expect.poll(() => due.getByText(/调解期限：.*还有 2 天/).count()).toBe(2)
  await look(page, 'today-cases')
  await page.goto(`${server.address}/console/cases/${id}`)

  await refused('第1位当事人：没有结果、没有金额，也没有写明为什么没有金额、没有答复、答复还没有送到本人')
  // A line of the refusal leads to where it is filled in.
  await page.locator('.k-lacks li').first().getByRole('button', { name: '没有答复' }).click()
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA')
  // The first person on the page, the others as quickly as a test may.
  await page.locator('.ant-form-item', { hasText: /^结果/ }).locator('.ant-select').click()
  await page.locator('.ant-select-item', { hasText: '调解达成' }).click()
  await page.getByRole('button', { name: '保存结果' }).click()
  await expect.poll(async () => (await persons())[0]!.outcome).toBe('mediated')
  const put = (path: string, options: object) => staff.call('PUT', `/api/cases/${id}/claimants/${path}`, options)
  for (const it of (await persons()).slice(1))
    expectOk(await put(`${it.id}/outcome`, { version: it.version, body: { outcome: 'mediated' } }))
  await refused('第1位当事人：没有金额，也没有写明为什么没有金额、没有答复、答复还没有送到本人')
  const amounts = [{ kind: 'wages', payer: 'employer', amountFen: 1_234_500, agreedOn: '2026-11-30' }]
  for (const it of await persons())
    expectOk(await put(`${it.id}/outcome`, { version: it.version, body: { outcome: 'mediated', amounts } }))
  await refused('第5位当事人：没有答复、答复还没有送到本人')
  for (const it of await persons()) expectOk(await put(`${it.id}/answer`, { body: { text: '工资已追回。' } }))
  await refused('第5位当事人：答复还没有送到本人')
  const delivered = { text: '工资已追回。', deliveredOn: '2026-11-30', deliveredBy: 'in_person' }
  for (const it of await persons()) expectOk(await put(`${it.id}/answer`, { body: delivered }))
  await page.reload()
  await page.locator('.ant-collapse-header').first().click()
  await page.getByRole('button', { name: '保存答复' }).waitFor()
  await look(page, 'case')
  await page.getByRole('button', { name: /结 ?案/ }).click()
  await page.getByText('已结案').waitFor()

  // The year's figures open to the case.
  await page.goto(`${server.address}/console/case-figures`)
  await page.getByText('81,725.00').first().waitFor()
  await look(page, 'case-figures')
  // A count opens to the list of what it counts.
  await page.locator('.q-figure', { hasText: '已结案' }).locator('.q-figure-link').click()
  await page.getByText('2026 年收案，已结案').waitFor()
  await look(page, 'case-counted')
  await page.getByLabel('看全部案件').click()
  await page.getByRole('radio', { name: '待回访' }).waitFor({ state: 'attached' })
  await page.goBack()
  await page.goBack()
  await page
    .getByRole('link', { name: /^2026-/ })
    .last()
    .click()
  await page.getByRole('heading', { name: /^案件 2026-/ }).waitFor()
  expect(page.url()).toContain(id)

  // A call-back says no: the case is open again, and the person follows it by the code.
  await page.goto(`${server.address}/console/cases/${id}`)
  await page.locator('.ant-collapse-header').nth(1).click()
  await page.getByText('没有解决（案件重新打开）').click()
  await page.getByRole('button', { name: '保存回访' }).click()
  await page.getByText('办理中').waitFor()
  const worker = await openWindow(browser, 'narrow')
  await worker.page.goto(`${server.address}/m/case`)
  expect(await worker.page.title()).not.toMatch(/案|援|维权/)
  const away = worker.page.getByRole('link', { name: '快速离开' })
  expect(await away.getAttribute('href')).toMatch(/^https:/)
  await worker.page.getByLabel('查询码').fill(code)
  await worker.page.getByRole('button', { name: '查进度' }).click()
  await worker.page.getByText('办理中').waitFor()
  expect(worker.page.url()).not.toContain(code)
  expect(await worker.page.textContent('body')).not.toMatch(/职工1|纺织|1380000/)
  expect(await worker.page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0)
  await takePictures(worker.page, 'case-follow')
  await expectAccessible(worker.page)
  await worker.page.route('https://**', (route) =>
    route.fulfill({ body: '别处', contentType: 'text/plain; charset=utf-8' }),
  )
  await away.click()
  await worker.page.getByText('别处').waitFor()
  await worker.done()
  await refused('第2位当事人：没有答复、答复还没有送到本人')
  await office.done()
  // The lawyer's phone: their own case, and what is still lacking.
  const member = await server.as('member')
  const me = expectOk(await member.get<{ person: { id: string } }>('/api/me')).person!.id
  expectOk(await staff.post(`/api/cases/${id}/people`, { personId: me, duty: 'lawyer' }))
  const lawyer = await openAs(server, browser, 'member', 'narrow')
  await lawyer.page.goto(`${server.address}/m/cases`)
  await lawyer.page.getByText('还有 2 天').waitFor()
  await look(lawyer.page, 'case-list-lawyer')
  await lawyer.page.getByText(/拖欠工资/).click()
  const card = lawyer.page.locator('.p-card', { hasText: '第2位' })
  await card.getByText('没有答复；答复还没有送到本人').waitFor()
  await card.getByLabel('答复').fill('第三个月也已补发。')
  await card.getByLabel('哪天送到').fill('2026-11-30')
  await card.getByLabel('怎样送到').selectOption('phone')
  await card.getByRole('button', { name: '保存答复' }).click()
  await card.getByText('齐了').waitFor()
  await takePictures(lawyer.page, 'case-lawyer')
  await expectAccessible(lawyer.page)
  await lawyer.done()
  expectOk(await staff.post(`/api/cases/${id}/close`))
}, 180_000)
