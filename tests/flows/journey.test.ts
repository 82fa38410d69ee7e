import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../../src/platform/base/civil-date.ts'
import { newId } from '../../src/platform/base/ids.ts'
import type { EnterpriseRow } from '../../src/areas/enterprises/contract.ts'
import type { Visit, VisitRow } from '../../src/areas/visits/contract.ts'
import { openAs, openWindow, signInOnPhone } from '../support/browser.ts'
import { expectAccessible, expectNoHorizontalScroll, startBrowser, takePictures } from '../support/look.ts'
import { registerFile, registerRow } from '../support/register-file.ts'
import { startTestServer, type Client, type TestServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
let staff: Client
let admin: Client

beforeAll(async () => {
  server = await startTestServer()
  browser = await startBrowser()
  staff = await server.as('staff')
  admin = await server.as('admin')
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

const NAME = '测试第1制造有限公司'
const password = '山高水长路正远'.repeat(2)

const account = async (role: 'contact' | 'member', place: { enterpriseId: string } | { teamId: string }) => {
  const username = `${role}-${newId().slice(-8)}`
  const made = await admin.post('/api/accounts', { name: '测试人', username, password, role, ...place })
  expect(made.status).toBe(200)
  return { username, password }
}
const moveTo = async (date: string): Promise<void> => {
  expect((await staff.post('/api/demo/date', { date })).status).toBe(200)
}
const read = async (id: string): Promise<Visit> => (await staff.get<Visit>(`/api/visits/${id}`)).body as Visit

const look = async (page: Page, name: string): Promise<void> => {
  await expectNoHorizontalScroll(page)
  await expectAccessible(page)
  await takePictures(page, name)
}

test('from an enterprise in a spreadsheet to a settled visit', async () => {
  // 1. The enterprise comes in from a register.
  const office = await openAs(server, browser, 'staff')
  const desk = office.page
  await desk.goto(`${server.address}/console/enterprises/import`)
  const buffer = await registerFile([registerRow(1), registerRow(2)])
  await desk.locator('input[type=file]').setInputFiles({ name: '名册.xlsx', mimeType: '', buffer })
  await desk.getByRole('button', { name: '确认导入 2 行' }).click()
  await desk.getByText('已导入：新增 2 家').waitFor()
  const found = await staff.get<{ rows: EnterpriseRow[] }>(`/api/enterprises?search=${encodeURIComponent(NAME)}`)
  const enterprise = found.body.rows!.find((it) => it.name === NAME)!
  const contactAccount = await account('contact', { enterpriseId: enterprise.id })

  // 2. Its contact mends a gap on the phone.
  const host = await signInOnPhone(server, browser, contactAccount)
  const hand = host.page
  await hand.goto(`${server.address}/m/enterprise`)
  await hand.getByRole('button', { name: '周一', exact: true }).click()
  await hand.getByRole('button', { name: '周一第 1 段开始晚 5 分钟' }).click()
  await look(hand, 'journey-gaps')
  await hand.getByRole('button', { name: '保存这一周' }).click()
  await hand.getByText('这一周已保存').waitFor()

  // 3. And orders.
  await hand.getByRole('link', { name: '点单' }).click()
  await hand.getByRole('button', { name: '点劳模微宣讲' }).click()
  const sheet = hand.getByRole('dialog', { name: '劳模微宣讲' })
  await sheet.getByLabel('最早哪天').fill(addDays(server.scope.today, 1))
  await sheet.getByLabel('最晚哪天').fill(addDays(server.scope.today, 31))
  await sheet.getByLabel('想要什么').fill('想听焊接的绝活')
  await look(hand, 'journey-order')
  await sheet.getByRole('button', { name: '点这一单' }).click()
  await hand.getByText('已点：劳模微宣讲').waitFor()

  // The same again is refused and says what to do.
  await hand.getByRole('button', { name: '点劳模微宣讲' }).click()
  await sheet.getByRole('button', { name: '点这一单' }).click()
  await sheet.getByText('同样的活动还有一单没有安排').waitFor()
  await sheet.getByRole('button', { name: '关闭' }).click()

  // 4. Staff plan the month and publish.
  await desk.goto(`${server.address}/console/plan`)
  await desk.getByLabel('计算秒数').fill('1')
  await desk.getByRole('button', { name: '开始排期' }).click()
  await desk.getByRole('heading', { name: '排期板 12 月' }).waitFor({ timeout: 60_000 })
  await look(desk, 'journey-board')
  await desk.getByRole('button', { name: '对照并发布' }).click()
  await desk.getByText('之前不会发出任何通知').waitFor()
  await desk.getByRole('button', { name: '发布并派单' }).click()
  await desk.locator('.ant-modal-confirm-title', { hasText: '已发布并派单' }).waitFor({ timeout: 60_000 })
  await desk.getByRole('button', { name: /知道|确 ?定/ }).click()

  const visits = await staff.get<{ rows: VisitRow[] }>(`/api/visits?enterpriseId=${enterprise.id}&limit=10`)
  expect(visits.body.rows).toHaveLength(1)
  const { id, teamId, date } = visits.body.rows![0]!
  expect(visits.body.rows![0]!.status).toBe('dispatched')

  // 5. The team takes it.
  const team = await signInOnPhone(server, browser, await account('member', { teamId }))
  const phone = team.page
  await phone.goto(`${server.address}/m/visits`)
  await phone.getByRole('link', { name: new RegExp(NAME) }).click()
  await phone.getByText('想听焊接的绝活').waitFor()
  await look(phone, 'journey-dispatched')
  await phone.getByRole('button', { name: '接单', exact: true }).click()
  await phone.getByText('已接单', { exact: true }).first().waitFor()
  expect((await read(id)).status).toBe('accepted')
  expect(await phone.getByRole('button', { name: '我们到了' }).count()).toBe(0)

  // 6. On the day: arrival without a network waits on the phone, and goes when the page sees the network again.
  await moveTo(date)
  await phone.reload()
  await phone.getByRole('button', { name: '我们到了' }).waitFor()
  await team.context.setOffline(true)
  await phone.getByRole('button', { name: '我们到了' }).click()
  await phone.getByText('1 项已存在手机里').waitFor()
  expect((await read(id)).status).toBe('accepted')
  await team.context.setOffline(false)
  await phone.evaluate(() => window.dispatchEvent(new Event('online')))
  await phone.getByRole('button', { name: '出示签到码' }).waitFor()
  expect((await read(id)).status).toBe('arrived')

  await phone.getByRole('button', { name: '出示签到码' }).click()
  const square = phone.getByRole('img', { name: '签到二维码' })
  await square.waitFor()
  const code = new URL((await square.getAttribute('data-address'))!)
  await takePictures(phone, 'journey-code')

  // 7. A worker's scan signs in without an account; scanned twice it counts once.
  const passer = await openWindow(browser, 'narrow')
  const worker = passer.page
  await worker.goto(server.address + code.pathname + code.search)
  await worker.getByText('签到成功').waitFor()
  await worker.getByLabel('想说一句吗').fill('讲得实在')
  await look(worker, 'journey-signed')
  await worker.getByRole('button', { name: '说这一句' }).click()
  await worker.getByText('收到，谢谢您的话').waitFor()
  await worker.goto(server.address + code.pathname + code.search)
  await worker.getByText('签到成功').waitFor()
  expect((await read(id)).signedIn).toEqual({ byCode: 1, byHand: 0 })
  await passer.done()

  // A code that is not of this visit, and no code at all.
  const stranger = await openWindow(browser, 'narrow')
  await stranger.page.goto(`${server.address + code.pathname}?code=abc.${'x'.repeat(24)}`)
  await stranger.page.getByText('没有签上').waitFor()
  await stranger.page.goto(server.address + code.pathname)
  await stranger.page.getByText('请重新扫码').waitFor()
  await stranger.done()

  // 8. Heads by hand, the record with something to follow up, a photo.
  await phone.getByRole('button', { name: '关闭' }).click()
  await phone.getByRole('button', { name: '手工记人数' }).click()
  await phone.getByLabel('这次数到的人数').fill('17')
  await phone.getByRole('button', { name: '记下' }).click()
  await phone.getByText('已到 18 人').waitFor()
  await phone.getByLabel('做了什么').fill('在焊接车间讲安全操作，职工提了两个问题')
  expect(await phone.getByLabel('到场人数').inputValue()).toBe('18')
  await phone.getByRole('button', { name: '加一件' }).click()
  await phone.getByLabel('第 1 件').fill('把操作卡寄给车间')
  await phone.getByRole('button', { name: '交登记' }).click()
  await phone.getByText('把操作卡寄给车间').waitFor()
  const jpeg = await sharp({ create: { width: 3000, height: 2000, channels: 3, background: '#a33' } })
    .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '33/1 27/1 0/1' } })
    .jpeg()
    .toBuffer()
  await phone.locator('input[type=file]').setInputFiles({ name: '现场.jpg', mimeType: 'image/jpeg', buffer: jpeg })
  await phone.getByRole('img', { name: '现场照片' }).waitFor()
  await look(phone, 'journey-recorded')
  const recorded = await read(id)
  expect(recorded).toMatchObject({
    status: 'delivered',
    heads: 18,
    missing: ['ANSWER', 'FOLLOW_UPS'],
    workerLines: ['讲得实在'],
    photos: [{ width: 2048 }],
  })
  const photo = await staff.get(`/api/visits/${id}/photos/${recorded.photos[0]!.id}`)
  expect((await sharp(photo.bytes).metadata()).exif).toBeUndefined()

  // 9. The enterprise answers two facts.
  await hand.goto(`${server.address}/m/visits`)
  await hand.getByText('请您评单').waitFor()
  await hand
    .getByRole('link', { name: /劳模微宣讲/ })
    .first()
    .click()
  await hand.getByRole('group', { name: '这次占用生产时间了吗？' }).getByText('没有占用').click()
  await hand.getByRole('group', { name: '下次还愿意开门吗？' }).getByText('愿意', { exact: true }).click()
  await look(hand, 'journey-answer')
  await hand.getByRole('button', { name: '交评单' }).click()
  await hand.getByText('您的评单').waitFor()
  expect(await read(id)).toMatchObject({
    status: 'answered',
    missing: ['FOLLOW_UPS'],
    answer: { tookProductionTime: false, wouldOpenAgain: true },
  })
  // The team sees that there is an answer, not what it says.
  await phone.reload()
  await phone.getByRole('heading', { name: '后续跟踪' }).waitFor()
  expect(await phone.getByText('没有占用').count()).toBe(0)

  // 10. What is not settled is listed with what it lacks, until the follow-up is closed.
  await desk.goto(`${server.address}/console/visits?missing=FOLLOW_UPS`)
  const row = desk.getByRole('row', { name: new RegExp(NAME) })
  await row.getByText('有后续没办结').waitFor()
  await look(desk, 'journey-unsettled')
  await phone.getByRole('button', { name: '办结', exact: true }).click()
  await phone.getByLabel('结果怎样').fill('操作卡已寄到，班组长签收')
  await phone.getByRole('button', { name: '办结这件' }).click()
  await phone.getByText('已办结：送达、评单、后续都齐了').waitFor()
  expect(await read(id)).toMatchObject({ status: 'settled', missing: [] })
  await desk.reload()
  await desk.getByText('没有「后续没办结」的上门活动').or(desk.getByRole('row').nth(1)).first().waitFor()
  expect(await row.count()).toBe(0)

  await Promise.all([office.done(), host.done(), team.done()])
})
