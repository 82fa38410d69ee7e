import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reckon } from '../../src/areas/entitlements/domain/reckon.ts'
import { openWindow, type Window } from '../support/browser.ts'
import { expectAccessible, expectNoHorizontalScroll, screens, startBrowser, takePictures } from '../support/look.ts'
import { startTestServer } from '../support/server.ts'
import type { TestServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
let today: string

beforeAll(async () => {
  server = await startTestServer()
  browser = await startBrowser()
  today = String((await server.nobody.get('/api/public/parameters')).body['today'])
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** A worker's phone that has never been here. */
const openPage = async (screen: keyof typeof screens): Promise<Window> => {
  const window = await openWindow(browser, screen)
  await window.page.goto(`${server.address}/m/owed`, { waitUntil: 'networkidle' })
  return window
}

const ask = (page: Page, title: string) => page.getByRole('heading', { name: title }).waitFor()
const tap = (page: Page, name: string) => page.getByRole('button', { name }).click()
const next = (page: Page) => tap(page, '下一步')
const fill = async (page: Page, title: string, text: string): Promise<void> => {
  await ask(page, title)
  await page.locator('.o-input').fill(text)
  await next(page)
}

/** What lies on the device, by every way in which a page can keep something. */
const kept = async (context: BrowserContext, page: Page) => ({
  ...(await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: 'caches' in globalThis ? (await caches.keys()).length : 0,
  }))),
  cookies: (await context.cookies()).length,
})
const nothing = { local: 0, session: 0, databases: 0, caches: 0, cookies: 0 }

const start = '2021-03-01'
const end = () => `${today.slice(0, 4)}-08-31`

/** Dismissed without a reason: from the first question to the answer. */
const goThrough = async (page: Page): Promise<void> => {
  await ask(page, '您遇到了什么事？')
  await page.getByLabel('被辞退、离职').check()
  await next(page)
  await ask(page, '工作是怎么结束的？')
  await tap(page, '单位不让我干了')
  await tap(page, '没说理由，或者理由站不住')
  await tap(page, '要赔偿')
  await ask(page, '在哪里上班？')
  await tap(page, '泗洪县')
  await fill(page, '哪一天开始在这个单位上班？', start)
  await fill(page, '最后一天上班是哪一天？', end())
  await tap(page, '差不多，填一个数就行')
  await fill(page, '一个月工资大约多少元？', '6000')
  await fill(page, '单位已经给了多少离职补偿？', '5,000')
  await ask(page, '按您说的，大约是这些')
}

const answers = () => ({
  topics: ['termination'],
  ended: 'employer',
  employerReason: 'unlawful',
  wish: 'money',
  place: '321324',
  start,
  end: end(),
  wageForm: 'same',
  wage: 6000,
  severancePaid: 5000,
})
const shown = (yuan: number): string => `${yuan.toLocaleString('zh-CN', { minimumFractionDigits: 2 })} 元`

test.each(['narrow', 'wide'] as const)(
  'a worker dismissed without a reason sees what is owed; the network is not needed, nothing is kept (%s)',
  async (screen) => {
    const { context, page, done } = await openPage(screen)
    const asked: string[] = []
    page.on('request', (request) => asked.push(`${request.method()} ${request.url()}`))
    await context.setOffline(true)
    await goThrough(page)
    const expected = reckon(answers(), { today }).lines[0]!
    expect(expected.line.balance).toBe(6000 * 6 * 2 - 5000)
    const card = page.locator('.p-card', { has: page.getByRole('heading', { name: '违法解除或者终止赔偿金' }) })
    expect(await card.locator('.o-amount-big').textContent()).toBe(shown(expected.line.balance!))
    await card.getByText('零头够半年算一年').waitFor()
    await card.getByText('经济补偿标准 × 2 ＝ 72,000 元').waitFor()
    await card.getByText('劳动合同法第八十七条').click()
    await card.getByText('按经济补偿标准的二倍付赔偿金').waitFor()
    await page.getByText('不是裁决').waitFor()
    await page.getByText('三倍封顶未核对').waitFor()
    expect(asked).toEqual([])
    expect(await kept(context, page)).toEqual(nothing)
    await done()
  },
)

test('back and forward are the browser’s, an answer may be left open, and what is missing is named', async () => {
  const { page, done } = await openPage('narrow')
  await page.getByLabel('没签书面劳动合同').check()
  await next(page)
  await tap(page, '还在')
  await ask(page, '哪一天开始在这个单位上班？')
  await page.goBack()
  await ask(page, '现在还在这个单位吗？')
  expect(await page.getByRole('button', { name: '还在' }).getAttribute('aria-pressed')).toBe('true')
  await page.goForward()
  await ask(page, '哪一天开始在这个单位上班？')
  await page.locator('.o-input').fill('2100-01-01')
  await next(page)
  await page.getByRole('alert').getByText('不能晚于').waitFor()
  await page.getByRole('button', { name: '不清楚' }).click()
  await tap(page, '差不多，填一个数就行')
  await fill(page, '一个月工资大约多少元？', '５０００')
  await tap(page, '一直没签')
  await page.getByText('缺这些：哪一天开始上班').waitFor()
  // Mended from the answer.
  await page.getByRole('button', { name: '改：哪一天开始在这个单位上班？' }).click()
  await page.getByLabel('只记得是哪一个月').check()
  await page.locator('.o-input').fill(`${Number(today.slice(0, 4)) - 1}-12`)
  await next(page)
  expect(await page.getByText('缺这些：哪一天开始上班').count()).toBe(0)
  await done()
})

test('kept only when asked, gone with one tap', async () => {
  const { context, page, done } = await openPage('narrow')
  await goThrough(page)
  const amount = await page.locator('.o-amount-big').first().textContent()
  await tap(page, '保存在这台手机')
  await page.getByText('答案存在这台手机上').waitFor()
  expect(await kept(context, page)).toEqual({ ...nothing, local: 1 })
  await page.reload({ waitUntil: 'networkidle' })
  await tap(page, '接着用')
  expect(await page.locator('.o-amount-big').first().textContent()).toBe(amount)
  await tap(page, '从手机上删掉')
  await page.getByText('没有存下任何东西').waitFor()
  expect(await kept(context, page)).toEqual(nothing)
  await done()
})

test('sent to the union only after consent, and only what was listed', async () => {
  const { page, done } = await openPage('narrow')
  await goThrough(page)
  const sent: { url: string; body: unknown }[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') sent.push({ url: request.url(), body: request.postDataJSON() as unknown })
  })
  await tap(page, '发给工会')
  await page.getByLabel('您的电话').fill('13900001234')
  await page.getByLabel('连您一共几个人没拿到工资').fill('4')
  await page.getByText('、几个人没拿到工资').waitFor()
  const send = page.getByRole('button', { name: '发送', exact: true })
  expect(await send.isDisabled()).toBe(true)
  await page.locator('form').getByText('一个月工资大约多少元？6000 元').waitFor()
  await expectAccessible(page)
  await page.getByLabel('我看过了，同意').check()
  await send.click()
  await page.getByText('工会收到了').waitFor()
  expect(sent).toEqual([
    {
      url: `${server.address}/api/public/cases`,
      body: {
        channel: 'phone',
        topic: 'termination',
        claim: reckon(answers(), { today }).claim,
        employer: '',
        name: '',
        phone: '13900001234',
        message: '',
        stillEmployed: null,
        writtenContract: null,
        pregnant: false,
        peopleUnpaid: 4,
        consent: true,
      },
    },
  ])
  const code = (await page.locator('.o-code').textContent())!
  expect((await server.nobody.get(`/api/public/cases/${code}`)).status).toBe(200)
  await done()
})

test('reached without an account, and looked at', async () => {
  const { page, done } = await openWindow(browser, 'narrow')
  await page.goto(`${server.address}/m`, { waitUntil: 'networkidle' })
  await takePictures(page, 'owed-sign-in')
  await page.getByRole('link', { name: /我该得多少/ }).click()
  await ask(page, '您遇到了什么事？')
  await page.waitForLoadState('networkidle')
  for (const size of Object.values(screens)) {
    await page.setViewportSize(size)
    await expectAccessible(page)
    await expectNoHorizontalScroll(page)
  }
  await page.setViewportSize(screens.narrow)
  await takePictures(page, 'owed-first')
  await page.getByLabel('被辞退、离职').check()
  await page.getByLabel('加班没给加班费').check()
  await page.getByLabel('夏天没发高温津贴').check()
  await next(page)
  await tap(page, '单位不让我干了')
  await tap(page, '没说理由，或者理由站不住')
  await tap(page, '要赔偿')
  await takePictures(page, 'owed-place')
  await tap(page, '泗洪县')
  await takePictures(page, 'owed-date')
  await expectAccessible(page)
  const short = await page
    .locator('button, input, summary, .o-check')
    .evaluateAll(
      (all) => all.filter((it) => !it.matches('[type=checkbox]') && it.getBoundingClientRect().height < 44).length,
    )
  expect(short).toBe(0)
  await fill(page, '哪一天开始在这个单位上班？', start)
  await fill(page, '最后一天上班是哪一天？', end())
  await tap(page, '差不多，填一个数就行')
  await fill(page, '一个月工资大约多少元？', '6000')
  await fill(page, '单位已经给了多少离职补偿？', '0')
  await page.getByLabel('平时下班后加班').check()
  await next(page)
  await fill(page, '加班费按多少月工资来算？', '3000')
  await fill(page, '平时一共加了多少小时？', '100')
  await page.getByLabel('7 月').first().check()
  await next(page)
  await ask(page, '按您说的，大约是这些')
  await page.getByText('单位一共还该付').waitFor()
  for (const size of Object.values(screens)) {
    await page.setViewportSize(size)
    await expectAccessible(page)
    await expectNoHorizontalScroll(page)
  }
  await page.setViewportSize({ width: 390, height: 3200 })
  await page.screenshot({ path: 'dist/pictures/owed-answer-long.png' })
  await page.setViewportSize(screens.narrow)
  await takePictures(page, 'owed-answer')
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 794, height: 2600 })
  await page.screenshot({ path: 'dist/pictures/owed-print.png' })
  await done()
})
