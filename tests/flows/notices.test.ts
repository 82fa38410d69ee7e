import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../src/platform/base/ids.ts'
import { notify } from '../../src/platform/server/notify/notify.ts'
import { openAs } from '../support/browser.ts'
import { expectAccessible, expectNoHorizontalScroll, screens, startBrowser, takePictures } from '../support/look.ts'
import { startMailReceiver, startRobotReceiver, until } from '../support/receivers.ts'
import type { MailReceiver, RobotReceiver } from '../support/receivers.ts'
import { startTestServer } from '../support/server.ts'
import type { Client, TestServer } from '../support/server.ts'

let server: TestServer
let browser: Browser
let group: RobotReceiver
let mails: MailReceiver

beforeAll(async () => {
  mails = await startMailReceiver()
  group = await startRobotReceiver()
  const env = { SMTP_URL: mails.url, MAIL_FROM: 'qingqi@union.example.cn' }
  server = await startTestServer({ env, webhookHosts: [group.host] })
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
  await group?.close()
  await mails?.close()
})

const personOf = async (client: Client): Promise<string> =>
  (await client.get<{ person: { id: string } }>('/api/me')).body.person!.id
const firstVisit = async (client: Client): Promise<string> =>
  (await client.get<{ rows: { id: string }[] }>('/api/visits?limit=1')).body.rows![0]!.id

/** Writes a notice as the visits area does. */
const tell = (personId: string, title: string, link: string, lines: readonly string[]): Promise<number> =>
  server.rows((context) =>
    notify(context, {
      kind: 'dispatched',
      title,
      link,
      lines,
      onceKey: newId(),
      personIds: [personId],
      robotsOf: 'culture',
    }),
  )

const lookAt = async (page: Page, name: string): Promise<void> => {
  await takePictures(page, name)
  await expectAccessible(page)
  for (const size of [screens.narrow, screens.wide]) {
    await page.setViewportSize(size)
    await expectNoHorizontalScroll(page)
  }
}

const lines = [
  '新增　12月1日 周二 11:40–12:10　江苏双沟新材料科技有限公司　产改微宣讲',
  '调整　12月3日 周四 12:00–12:30　泗洪县恒远纺织有限公司　职工书屋荐读（原 12月2日 周三 12:00）',
  '取消　12月4日 周五 16:00–16:40　宿迁金麦机械制造有限公司　安全生产微课',
]

test('the bell counts, the drawer opens the visit meant, the inbox keeps it', async () => {
  const staff = await server.as('staff')
  const personId = await personOf(staff)
  const visitId = await firstVisit(staff)
  for (let at = 1; at <= 24; at += 1) await tell(personId, `更早的通知 ${at}`, '/console/plan', lines.slice(0, 1))
  await staff.post('/api/my/notices/read', { upTo: newId() })
  await tell(personId, '派单有调整，请查看', '/m/visits', lines)
  await tell(personId, '有小分队不能接单', `/console/visits/${visitId}`, [
    lines[0]!.slice(3),
    '原因：讲师当天在市里培训',
    '系统正在试排调整方案，确认发布前不会通知其他人。',
  ])
  const { page, done } = await openAs(server, browser, 'staff')
  await page.goto(`${server.address}/console/visits`)
  await page.getByRole('button', { name: '通知，2 条未读' }).click()
  const drawer = page.getByRole('dialog', { name: '通知' })
  await drawer.getByRole('button', { name: /有小分队不能接单/ }).waitFor()
  await lookAt(page, 'notices-drawer')
  await drawer.getByRole('button', { name: /有小分队不能接单/ }).click()
  await page.waitForURL(`**/console/visits/${visitId}`)
  await page.getByRole('button', { name: '通知，1 条未读' }).click()
  await drawer.getByRole('link', { name: '查看全部通知' }).click()
  await page.getByRole('heading', { name: '通知', level: 1 }).waitFor()
  await until(async () => (await page.locator('main .n-entry').count()) === 20)
  await lookAt(page, 'notices-inbox')
  await page.getByRole('button', { name: '更早的通知', exact: true }).click()
  // All 26 of this test, and what the demo county had told before.
  await until(async () => (await page.locator('main .n-entry').count()) >= 26)
  expect(await page.locator('main .n-entry').getByText('更早的通知').count()).toBe(24)
  await page.getByRole('button', { name: '全部标为已读' }).click()
  await page.getByRole('button', { name: '通知', exact: true }).waitFor()
  await page.getByText('未读', { exact: true }).click()
  await page.getByText('都看过了').waitFor()
  await done()
})

test('an administrator adds a robot, tries it, and sends again what failed', async () => {
  const { page, done } = await openAs(server, browser, 'admin')
  await page.goto(`${server.address}/console/notice-settings`)
  await page.getByText('邮件已开通').waitFor()
  await page.getByText('还没有机器人').waitFor()
  await page.getByText('没有失败的通知').waitFor()
  await lookAt(page, 'notices-settings-empty')
  await page.getByRole('button', { name: '添加机器人' }).click()
  const dialog = page.getByRole('dialog', { name: '添加群机器人' })
  await dialog.getByLabel('名称').fill('文化轻骑兵工作群')
  await dialog.getByLabel('Webhook 地址').fill('https://10.0.0.8/cgi-bin/webhook/send?key=k')
  await dialog.getByRole('button', { name: '添加' }).click()
  await dialog.getByText('内部网络的地址也不能用').waitFor()
  await lookAt(page, 'notices-robot-dialog')
  await dialog.getByLabel('Webhook 地址').fill(group.webhook('/hook'))
  await dialog.getByRole('button', { name: '添加' }).click()
  await page.getByText('已添加，发一条测试消息看看').waitFor()
  expect(await page.content()).not.toContain('very-secret')
  await page.getByRole('button', { name: '发送测试消息' }).click()
  await page.getByText('测试消息已发出').waitFor()
  expect(group.received.at(-1)?.text).toContain('文化轻骑兵工作群')

  group.statuses.set('/hook', [404])
  const staff = await server.as('staff')
  await tell(await personOf(staff), '有新的派单，请接单', '/m/visits', lines)
  const row = page.getByRole('listitem').filter({ hasText: '有新的派单，请接单' })
  await row.getByText('网址不对，机器人可能已被移除').waitFor({ timeout: 20_000 })
  await lookAt(page, 'notices-settings')
  await row.getByRole('button', { name: '重试' }).click()
  await until(() => group.received.some((it) => it.text.includes('有新的派单')))
  await page.getByText('没有失败的通知').waitFor()

  const { page: theirs, done: theirsDone } = await openAs(server, browser, 'staff')
  await theirs.goto(`${server.address}/console/notice-settings`)
  await theirs.getByText('您的身份不能查看这一页').waitFor()
  await theirsDone()
  await done()
})

test('on the phone 我的 leads to the inbox, and a notice to its visit', async () => {
  const contact = await server.as('contact')
  const visitId = await firstVisit(contact)
  const personId = await personOf(contact)
  await tell(personId, '上门活动有安排了', '/m/visits', lines)
  await tell(personId, '请为这次上门答两个问题', `/m/visits/${visitId}`, ['占用生产时间了吗？下次还愿意开门吗？'])
  const { page, done } = await openAs(server, browser, 'contact', 'narrow')
  await page.goto(`${server.address}/m/mine`)
  await lookAt(page, 'notices-mine')
  await page.getByRole('link', { name: /通知.*2 条未读/ }).click()
  await page.waitForURL('**/m/notices')
  await page.getByText('上门活动有安排了').waitFor()
  await page.setViewportSize(screens.narrow)
  await lookAt(page, 'notices-phone')
  expect(await page.getByRole('link', { name: '返回' }).getAttribute('href')).toBe('/m/mine')
  await page.getByLabel('邮箱').fill('contact@factory.example.cn')
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByText('已保存').waitFor()
  await page.getByRole('button', { name: /请为这次上门答两个问题/ }).click()
  await page.waitForURL(`**/m/visits/${visitId}`)
  await page.goto(`${server.address}/m/notices`)
  await page.getByText('1 条未读').waitFor()
  await page.getByRole('button', { name: '全部标为已读' }).click()
  await until(async () => (await page.getByText('条未读').count()) === 0)

  await tell(personId, '下一次通知也进邮箱', '/m/visits', lines)
  await until(() => mails.taken.some((it) => it.mail.subject === '下一次通知也进邮箱'))
  await done()
})
