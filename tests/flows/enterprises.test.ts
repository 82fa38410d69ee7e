import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../../src/platform/base/civil-date.ts'
import { newId } from '../../src/platform/base/ids.ts'
import type { Enterprise, EnterpriseRow } from '../../src/areas/enterprises/contract.ts'
import type { Role } from '../../src/platform/base/operation.ts'
import { openAs as openWindowAs } from '../support/browser.ts'
import { expectAccessible, expectNoHorizontalScroll, screens, startBrowser } from '../support/look.ts'
import { registerFile, registerRow, spoil } from '../support/register-file.ts'
import { startTestServer } from '../support/server.ts'
import type { Client, TestServer } from '../support/server.ts'

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

const openAs = (role: Role, screen?: keyof typeof screens) => openWindowAs(server, browser, role, screen)

const rows = async (): Promise<EnterpriseRow[]> =>
  (await staff.get<{ rows: EnterpriseRow[] }>('/api/enterprises?limit=10')).body.rows
const read = async (id: string): Promise<Enterprise> =>
  (await staff.get<Enterprise>(`/api/enterprises/${id}`)).body as Enterprise

const grid = (page: Page) => page.getByRole('group', { name: '一周的时间缝隙' }).locator('.e-week-ground')

/** Drags on the week grid, from a minute of a weekday to another; the grid begins at 6:00 and ends at 22:00. */
const dragOnGrid = async (
  page: Page,
  from: { day: number; minute: number },
  to: { day: number; minute: number },
): Promise<void> => {
  await grid(page).scrollIntoViewIfNeeded()
  const frame = (await grid(page).boundingBox())!
  const spot = ({ day, minute }: { day: number; minute: number }): [number, number] => [
    frame.x + ((day - 0.5) / 7) * frame.width,
    frame.y + ((minute - 360) / 960) * frame.height,
  ]
  await page.mouse.move(...spot(from))
  await page.mouse.down()
  await page.mouse.move(...spot({ day: to.day, minute: (from.minute + to.minute) / 2 }))
  await page.mouse.move(...spot(to))
  await page.mouse.up()
}

test('a gap drawn, moved and stretched on the week grid is saved and there after a reload', async () => {
  const { id } = (await rows())[0]!
  // Nothing else on the grid may be in the way of the pointer.
  const before = await read(id)
  await staff.call('PUT', `/api/enterprises/${id}/week`, {
    body: { patterns: [] },
    version: before.version,
    key: newId(),
  })
  const { page, done } = await openAs('staff')
  await page.goto(`${server.address}/console/enterprises/${id}`)
  const block = (text: string) => grid(page).getByRole('button', { name: text })
  await grid(page).waitFor()

  // Drawn over two days at once.
  await dragOnGrid(page, { day: 6, minute: 840 }, { day: 7, minute: 875 })
  await block('周六、日 14:00–14:35').first().waitFor()
  expect(await block('14:00–14:35').count()).toBe(2)

  // Moved: both days move together.
  await dragOnGrid(page, { day: 7, minute: 857 }, { day: 7, minute: 857 + 61 })
  await block('15:00–15:35').first().waitFor()
  expect(await block('15:00–15:35').count()).toBe(2)

  // Its lower edge pulled down by 20 minutes.
  await dragOnGrid(page, { day: 6, minute: 933 }, { day: 6, minute: 953 })
  await block('15:00–15:55').first().waitFor()

  // The same by keyboard, five minutes earlier.
  await block('15:00–15:55').first().press('ArrowUp')
  await block('14:55–15:50').first().waitFor()

  await page.getByRole('button', { name: '保存这一周' }).click()
  await page.getByText('这一周的时间缝隙已保存').waitFor()
  expect((await read(id)).patterns).toEqual([{ kind: 'break', weekdays: [6, 7], from: 895, to: 950, shiftName: null }])
  await page.reload()
  await block('周六、日 14:55–15:50').first().waitFor()
  expect(await grid(page).getByRole('button').count()).toBe(2)
  await done()
})

test('a week that is wrong is refused, said at the gap, and stays to be mended', async () => {
  const { id } = (await rows())[1]!
  const before = await read(id)
  const { page, done } = await openAs('staff')
  await page.goto(`${server.address}/console/enterprises/${id}`)
  await page.getByRole('button', { name: '加一段' }).click()
  const at = before.patterns.length + 1
  await page.getByRole('textbox', { name: `第 ${at} 段结束` }).fill('0700')
  await page.getByRole('textbox', { name: `第 ${at} 段结束` }).press('Enter')
  await page.getByRole('button', { name: '保存这一周' }).click()
  await page.getByText('这一周的时间缝隙有问题').waitFor()
  expect(await page.locator('.e-row-wrong').allTextContents()).toContain('结束不晚于开始')
  expect(await page.getByRole('textbox', { name: `第 ${at} 段结束` }).inputValue()).toBe('07:00')
  expect((await read(id)).patterns).toEqual(before.patterns)
  await done()
})

test('two editors: the second sees both values, loses nothing, and decides', async () => {
  const { id } = (await rows())[2]!
  const before = await read(id)
  const { page, done } = await openAs('staff')
  await page.goto(`${server.address}/console/enterprises/${id}`)
  await page.getByRole('button', { name: '修改资料' }).click()
  const field = page.getByLabel('职工数')
  await field.fill('321')
  const phone = page.getByLabel('联系电话')
  await phone.fill('0527-12345678')

  const admin = await server.as('admin')
  const other = await admin.call('PATCH', `/api/enterprises/${id}`, {
    body: { headcount: 654 },
    version: before.version,
    key: newId(),
  })
  expect(other.status).toBe(200)

  await page.getByRole('button', { name: '保存资料' }).click()
  const dialog = page.getByRole('dialog', { name: '别人刚刚改过这条记录' })
  await dialog.getByRole('row', { name: /职工数/ }).waitFor()
  expect(await dialog.getByRole('row', { name: /职工数/ }).textContent()).toBe('职工数321654')
  await expectAccessible(page)

  // Put off: what was typed is still there, and nothing was overwritten.
  await dialog.getByRole('button', { name: '先不保存' }).click()
  await dialog.waitFor({ state: 'hidden' })
  expect([await field.inputValue(), await phone.inputValue()]).toEqual(['321', '0527-12345678'])
  expect((await read(id)).headcount).toBe(654)

  // Decided: theirs for the one, mine for the other.
  await page.getByRole('button', { name: '保存资料' }).click()
  // By keyboard: a click could meet the dialog while it still grows.
  const theirs = dialog
    .getByRole('row', { name: /职工数/ })
    .getByRole('radio')
    .last()
  await theirs.press('Space')
  expect(await theirs.isChecked()).toBe(true)
  await dialog.getByRole('button', { name: '按所选保存' }).click()
  await page.getByText('企业资料已保存').waitFor()
  expect(await read(id)).toMatchObject({ headcount: 654, contactPhone: '0527-12345678' })
  await done()
})

test('a week being drawn survives another editor, and one save of the page does not conflict with the next', async () => {
  const { id } = (await rows())[3]!
  const before = await read(id)
  await staff.call('PUT', `/api/enterprises/${id}/week`, {
    body: { patterns: [] },
    version: before.version,
    key: newId(),
  })
  const { page, done } = await openAs('staff')
  await page.goto(`${server.address}/console/enterprises/${id}`)
  await grid(page).waitFor()
  await dragOnGrid(page, { day: 1, minute: 720 }, { day: 1, minute: 750 })

  // The page's own save of another part is no conflict for the week that is still being drawn.
  await page.getByRole('button', { name: '修改上限' }).click()
  await page.getByLabel('每月最多几次').fill('7')
  await page.getByRole('button', { name: '保存上限' }).click()
  await page.getByText('打扰上限已保存').waitFor()

  const now = await read(id)
  const contact = [{ kind: 'office', weekdays: [2], from: 540, to: 600, shiftName: null }]
  await staff.call('PUT', `/api/enterprises/${id}/week`, {
    body: { patterns: contact },
    version: now.version,
    key: newId(),
  })
  // Coming back to the window reads the enterprise anew: the draft must keep the version it was begun on.
  await page.waitForTimeout(5_200)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await page.waitForTimeout(500)

  await page.getByRole('button', { name: '保存这一周' }).click()
  const dialog = page.getByRole('dialog', { name: '别人刚刚改过这条记录' })
  const row = dialog.getByRole('row', { name: /一周的时间缝隙/ })
  await row.waitFor()
  expect(await row.textContent()).toBe('一周的时间缝隙周一 12:00–12:30 休息周二 09:00–10:00 办公')
  expect((await read(id)).patterns).toEqual(contact)
  await dialog.getByRole('button', { name: '按所选保存' }).click()
  await page.getByText('这一周的时间缝隙已保存').waitFor()
  expect((await read(id)).patterns).toEqual([{ kind: 'break', weekdays: [1], from: 720, to: 750, shiftName: null }])
  await done()
})

test('the list: filtered and sorted by the server, the export follows, the map draws placeholders hollow', async () => {
  const { page, done } = await openAs('staff')
  await page.goto(`${server.address}/console/enterprises?covered=no`)
  const none = (await staff.get<{ total: number }>('/api/enterprises?covered=no&limit=1')).body.total
  await page.getByText(`共 ${none} 条`).waitFor()
  expect(await page.getByRole('link', { name: '导出表格' }).getAttribute('href')).toBe(
    '/api/enterprises.xlsx?covered=no',
  )
  await page.goto(`${server.address}/console/enterprises?sort=headcount&descending=true`)
  const most = (await staff.get<{ rows: EnterpriseRow[] }>('/api/enterprises?sort=headcount&descending=true&limit=1'))
    .body.rows[0]!
  await page.getByRole('link', { name: most.name }).waitFor()
  expect(await page.locator('tbody tr.q-openable').first().textContent()).toContain(most.name)

  await page.getByText('地图', { exact: true }).click()
  await page.getByText('共 136 家').waitFor()
  const hollow = await page.locator('.q-map-point circle[fill="var(--card)"]').count()
  const all = (await staff.get<{ rows: EnterpriseRow[] }>('/api/enterprises?limit=500')).body.rows
  expect(hollow).toBe(all.filter((row) => row.pointSource === 'township').length)
  await done()
})

test('a contact freezes a date on the phone: the visit standing there is named, the meter is in sight', async () => {
  const contact = await server.as('contact')
  const { enterpriseId } = (await contact.get<{ enterpriseId: string }>('/api/me')).body
  const { today } = server.scope
  const date = addDays(today, 8)
  await server.rows(async ({ tx, scope }) => {
    const open = await tx
      .selectFrom('requests')
      .select(['id', 'activity_kind_id'])
      .where('org_id', '=', scope.orgId)
      .where('status', '=', 'open')
      .orderBy('id')
      .executeTakeFirstOrThrow()
    const team = await tx
      .selectFrom('teams')
      .select('id')
      .where('org_id', '=', scope.orgId)
      .orderBy('id')
      .executeTakeFirstOrThrow()
    await tx
      .insertInto('visits')
      .values({
        org_id: scope.orgId,
        id: newId(),
        request_id: open.id,
        enterprise_id: enterpriseId,
        team_id: team.id,
        activity_kind_id: open.activity_kind_id,
        date,
        start_minute: 720,
        end_minute: 750,
        status: 'accepted',
      })
      .execute()
  })
  const before = await read(enterpriseId)
  const { page, done } = await openAs('contact', 'narrow')
  await page.goto(`${server.address}/m/enterprise`)
  const { used, allowed } = before.meter
  expect(await page.getByRole('meter').getAttribute('aria-valuetext')).toBe(`已用 ${used} 次，上限 ${allowed} 次`)

  await page.getByRole('button', { name: '冻结日期' }).click()
  const sheet = page.getByRole('dialog', { name: '冻结日期' })
  await sheet.getByLabel('从哪天起').fill(date)
  await sheet.getByLabel('原因（可不填）').fill('客户验厂')
  await expectAccessible(page)
  await sheet.getByRole('button', { name: '确定冻结' }).click()
  await page.getByText('这几场已经约好，不会自动取消').waitFor()
  expect(await page.locator('.e-standing li').count()).toBe(1)
  const after = await read(enterpriseId)
  expect(after.quiet.filter((one) => one.from === date && one.to === date)).toMatchObject([
    { kind: 'freeze', reason: '客户验厂' },
  ])
  await page.reload()
  await page.getByText('冻结 · 客户验厂').waitFor()
  expect(await page.getByRole('meter').isVisible()).toBe(true)
  await done()
})

test('a contact changes the week with a thumb: steppers of five minutes and a drag', async () => {
  const contact = await server.as('contact')
  const { enterpriseId } = (await contact.get<{ enterpriseId: string }>('/api/me')).body
  const before = await read(enterpriseId)
  await staff.call('PUT', `/api/enterprises/${enterpriseId}/week`, {
    body: { patterns: [{ kind: 'break', weekdays: [1, 2], from: 700, to: 730 }] },
    version: before.version,
    key: newId(),
  })
  const { page, done } = await openAs('contact', 'narrow')
  await page.goto(`${server.address}/m/enterprise`)
  await page.getByRole('button', { name: '周一', exact: true }).click()
  await page.getByRole('button', { name: '周一第 1 段开始晚 5 分钟' }).click()
  const bar = page.locator('.e-bar')
  const frame = (await bar.boundingBox())!
  const track = (await page.locator('.e-track-line').boundingBox())!
  const hour = (track.width / 960) * 60
  await page.mouse.move(frame.x + frame.width / 2, frame.y + 18)
  await page.mouse.down()
  await page.mouse.move(frame.x + frame.width / 2 + hour / 2, frame.y + 18)
  await page.mouse.move(frame.x + frame.width / 2 + hour, frame.y + 18)
  await page.mouse.up()
  await page.getByRole('button', { name: '保存这一周' }).click()
  await page.getByText('这一周已保存').waitFor()
  expect((await read(enterpriseId)).patterns).toEqual([
    { kind: 'break', weekdays: [1, 2], from: 765, to: 790, shiftName: null },
  ])
  await done()
})

test('a member tells the hours and an absence on the phone; staff see them at the team', async () => {
  const member = await server.as('member')
  const { page, done } = await openAs('member', 'narrow')
  await page.goto(`${server.address}/m/availability`)
  await page.getByRole('button', { name: '第 1 段周日' }).click()
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('已保存，以后的排期按它来').waitFor()
  await page.getByRole('button', { name: '我要请假' }).click()
  const sheet = page.getByRole('dialog', { name: '我要请假' })
  const from = addDays(server.scope.today, 3)
  await sheet.getByLabel('从哪天起').fill(from)
  await sheet.getByLabel('原因（可不填）').fill('外出培训')
  await sheet.getByRole('button', { name: '登记请假' }).click()
  await page.getByText('外出培训').waitFor()
  const mine = (
    await member.get<{ name: string; teamName: string; availability: { weekdays: number[] }[]; absences: unknown[] }[]>(
      '/api/my/memberships',
    )
  ).body as unknown as {
    name: string
    teamName: string
    availability: { weekdays: number[] }[]
    absences: { from: string; to: string }[]
  }[]
  expect(mine[0]!.availability[0]!.weekdays).toContain(7)
  expect(mine[0]!.absences).toMatchObject([{ from, to: from }])
  await done()

  const office = await openAs('staff')
  await office.page.goto(`${server.address}/console/squads`)
  await office.page.getByRole('button', { name: mine[0]!.teamName }).click()
  await office.page.getByText('外出培训').waitFor()
  await expectAccessible(office.page)
  await office.done()
})

test('a register is uploaded, previewed, confirmed; the bad rows come back, and a refusal is said', async () => {
  const good = [registerRow(1), registerRow(2), registerRow(3)]
  const known = (await rows())[5]!
  const changed = registerRow(4)
    .with(0, known.name)
    .with(1, known.creditCode)
    .with(4, known.headcount + 11)
  const bytes = await registerFile([...good, changed, spoil(registerRow(5), 1), spoil(registerRow(6), 7)])
  const file = (name: string, buffer: Buffer) => ({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer,
  })
  const total = (await staff.get<{ total: number }>('/api/enterprises?limit=1')).body.total
  const { page, done } = await openAs('staff')
  await page.goto(`${server.address}/console/enterprises/import`)
  await page.locator('input[type=file]').setInputFiles(file('坏.xlsx', Buffer.from('no zip at all')))
  await page.getByRole('alert').waitFor()

  await page.locator('input[type=file]').setInputFiles(file('名册.xlsx', bytes))
  await page.getByText('预览（共 6 行）').waitFor()
  expect(await page.getByRole('tab').allTextContents()).toEqual(['有错 2', '新增 3', '有变化 1', '相同 0'])
  await page.getByText('青洋镇').waitFor()
  await expectAccessible(page)
  await page.getByRole('tab', { name: '有变化 1' }).click()
  await page.locator('.e-changes ins', { hasText: String(known.headcount + 11) }).waitFor()
  expect((await staff.get<{ total: number }>('/api/enterprises?limit=1')).body.total).toBe(total)

  await page.getByRole('button', { name: '确认导入 4 行' }).click()
  await page.getByText('已导入：新增 3 家，更新 1 家').waitFor()
  expect((await staff.get<{ total: number }>('/api/enterprises?limit=1')).body.total).toBe(total + 3)
  expect((await read(known.id)).headcount).toBe(known.headcount + 11)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载有错的 2 行' }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  await done()
})

const pagesOf = async (): Promise<{ role: Role; path: string }[]> => [
  { role: 'staff', path: '/console/enterprises' },
  { role: 'staff', path: '/console/enterprises?view=map' },
  { role: 'staff', path: `/console/enterprises/${(await rows())[4]!.id}` },
  { role: 'staff', path: '/console/enterprises/import' },
  { role: 'staff', path: '/console/squads' },
  { role: 'contact', path: '/m/enterprise' },
  { role: 'member', path: '/m/availability' },
]

test('every page: no barrier at either width, no sideways scroll at 390', async () => {
  for (const { role, path } of await pagesOf()) {
    const { page, done } = await openAs(role)
    await page.goto(server.address + path)
    await page.waitForLoadState('networkidle')
    for (const size of Object.values(screens)) {
      await page.setViewportSize(size)
      await page.waitForTimeout(300)
      await expectAccessible(page)
    }
    await expectNoHorizontalScroll(page)
    await done()
  }
})
