import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAs } from '../support/browser.ts'
import { chromiumPath, look, pictureFolder, screens, startBrowser } from '../support/look.ts'
import { startTestServer, type TestServer } from '../support/server.ts'
import { openTunnel, type Tunnel } from '../support/tunnel.ts'
import { expectOk } from '../support/visit-steps.ts'
import { print } from '../support/word-processor.ts'

let server: TestServer
let browser: Browser
let tunnel: Tunnel
const profile = mkdtempSync(join(tmpdir(), 'qingqi-phone-'))

beforeAll(async () => {
  server = await startTestServer()
  browser = await startBrowser()
  tunnel = await openTunnel(server.address)
})
afterAll(async () => {
  await browser?.close()
  await tunnel?.cut()
  await server?.close()
  rmSync(profile, { recursive: true, force: true })
})

/** A phone's browser whose storage outlives it. */
const openPhone = (): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    executablePath: chromiumPath(),
    env: { ...process.env, LANG: 'C.UTF-8' },
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
    viewport: screens.narrow,
    locale: 'zh-CN',
  })

/** What is wrong in this enterprise; all else is in order. */
const wrong: Readonly<Record<string, string>> = { C1: '名册缺身份证号和用工形式', C5: '两份合同没有交给职工' }

interface Item {
  readonly id: string
  readonly group: string
}

const answer = async (page: Page, item: Item): Promise<void> => {
  const card = page.locator(`#item-${item.id}`)
  const finding = wrong[item.id]
  await card.locator('.c-outcomes label', { hasText: finding ? /^不符合/ : /^符合/ }).click()
  if (!finding) return
  await card.getByLabel('看到了什么').fill(finding)
  await card.getByRole('group', { name: '查看的材料' }).getByRole('checkbox').first().check()
}

test('a check-up is filled in without a network, over a closed browser, sent once, reported and put right', async () => {
  const staff = await server.as('staff')
  const member = await server.as('member')
  const contact = await server.as('contact')
  const { enterpriseId } = expectOk(await contact.get<{ enterpriseId: string }>('/api/me'))
  const me = expectOk(await member.get<{ person: { id: string } }>('/api/me')).person!.id
  const drawn = expectOk(await staff.post<{ id: string }>('/api/check-up-draws', { size: 5 }))
  expect(drawn.id).toBeDefined()
  // The county to be tried holds a check-up that is to come in the contact's enterprise.
  const rows = expectOk(
    await staff.get<{ rows: { id: string; enterpriseId: string; status: string; version: number }[] }>(
      '/api/check-ups',
    ),
  ).rows!
  const checkUp = rows.find((it) => it.enterpriseId === enterpriseId && it.status === 'planned')!
  const id = checkUp.id

  // On the console: the draw is seen, two inspectors are sent.
  const office = await openAs(server, browser, 'staff')
  await office.page.goto(`${server.address}/console/check-ups`)
  await office.page.getByRole('button', { name: '抽取企业' }).waitFor()
  await look(office.page, 'check-ups')
  const others = expectOk(
    await staff.get<{ teams: { squadKind: string; members: { personId: string }[] }[] }>('/api/teams'),
  ).teams!
  const second = others.flatMap((it) => it.members).find((it) => it.personId !== me)!.personId
  expectOk(
    await staff.call('PUT', `/api/check-ups/${id}/inspectors`, {
      version: checkUp.version,
      body: {
        plannedOn: '2026-11-30',
        inspectors: [
          { personId: me, certificate: '苏工监0001（虚构）' },
          { personId: second, certificate: '苏工监0002（虚构）' },
        ],
      },
    }),
  )

  // On the phone, with a network: start, so that everything is kept.
  let phone = await openPhone()
  await phone.request.post(`${tunnel.address}/api/demo/session`, { data: { role: 'member' } })
  let page = await phone.newPage()
  await page.goto(`${tunnel.address}/m/check-ups`)
  await page.locator('.p-card', { hasText: '待体检' }).first().click()
  await page.getByRole('button', { name: '开始体检' }).click()
  await page.getByText('本页已存到手机：没有网络也能打开、接着填。').waitFor()
  const kit = expectOk(
    await member.get<{ instrument: { items: Item[]; groups: { name: string }[] } }>(`/api/check-ups/${id}/kit`),
  ).instrument as { items: Item[]; groups: { name: string }[] }

  // The network goes. Half is filled in, with a photo; the browser is closed.
  await tunnel.cut()
  await page.getByLabel('在册职工人数').fill('120')
  for (const name of ['是否有年满16周岁、未满18周岁的职工', '是否属于工程建设领域'])
    await page.getByRole('group', { name }).getByText('没有').click()
  const [first, ...rest] = kit.groups
  await page.locator('summary', { hasText: first!.name }).click()
  for (const item of kit.items.filter((it) => it.group === first!.name)) await answer(page, item)
  const jpeg = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#a33' } })
    .jpeg()
    .toBuffer()
  await page
    .locator('#item-C1 input[type="file"]')
    .setInputFiles({ name: '名册.jpg', mimeType: 'image/jpeg', buffer: jpeg })
  await page.locator('#item-C1').getByText('1 张等网络').waitFor()
  await look(page, 'check-up-item')
  await page.getByText('正在保存').waitFor({ state: 'detached' })
  await phone.close()

  // Later, still without one: the page opens, the draft is there, the rest is filled in.
  phone = await openPhone()
  page = await phone.newPage()
  await page.goto(`${tunnel.address}/m/check-ups/${id}`)
  await page.locator('summary', { hasText: first!.name }).getByText('已填完').waitFor()
  await page.locator('summary', { hasText: first!.name }).click()
  expect(await page.locator('#item-C1').getByLabel('看到了什么').inputValue()).toBe(wrong.C1)
  for (const group of rest) {
    await page.locator('summary', { hasText: group.name }).first().click()
    for (const item of kit.items.filter((it) => it.group === group.name))
      if ((await page.locator(`#item-${item.id} .c-outcomes`).count()) > 0) await answer(page, item)
  }
  await page.getByRole('button', { name: '交体检结果' }).click()
  await page.getByText('已交到手机，连上网就送出').waitFor()
  expect(expectOk(await staff.get<{ status: string }>(`/api/check-ups/${id}`)).status).toBe('in_progress')

  // The network comes back: once.
  await tunnel.join()
  await page.evaluate(() => dispatchEvent(new Event('online')))
  await page.getByText('已提交').first().waitFor()
  const handed = expectOk(await staff.get<Record<string, never>>(`/api/check-ups/${id}`)) as Record<string, unknown>
  expect(handed).toMatchObject({ status: 'submitted', headcount: 120 })
  expect(handed.photos).toHaveLength(1)
  const findings = expectOk(
    await staff.get<{ rows: { itemId: string }[] }>(`/api/check-up-findings?checkUpId=${id}`),
  ).rows!
  expect(findings.map((it) => it.itemId).toSorted()).toEqual(Object.keys(wrong))
  await phone.close()

  // The office reports; report and prescription open in the word processor.
  await office.page.goto(`${server.address}/console/check-ups/${id}`)
  await office.page.getByRole('heading', { name: '得分与等级' }).waitFor()
  await look(office.page, 'check-up-result')
  await office.page.getByRole('button', { name: '出具报告' }).click()
  await office.page
    .locator('.ant-popconfirm')
    .getByRole('button', { name: /出 ?具/ })
    .click()
  await office.page.getByText('已出报告').waitFor()
  for (const [name, says] of [
    ['report.docx', [wrong.C1!, '证据：职工名册；现场照片1张', '苏工监0001（虚构）', '服务性评估，不具行政处罚效力']],
    ['prescription.docx', ['C5', '诊疗处方']],
  ] as const) {
    const printed = await print((await contact.get(`/api/check-ups/${id}/${name}`)).bytes)
    for (const text of says) expect(printed.plain).toContain(text.replaceAll(/\s/g, ''))
    await printed.close()
  }

  // Printed from the browser it says the same on pages of A4.
  const paper = await openAs(server, browser, 'contact')
  await paper.page.goto(`${server.address}/api/check-ups/${id}/print?document=report`)
  await paper.page.getByText(wrong.C1!).waitFor()
  await look(paper.page, 'check-up-print')
  writeFileSync(join(pictureFolder, 'check-up-print.pdf'), await paper.page.pdf({ preferCSSPageSize: true }))
  await paper.done()

  // The enterprise puts right, the office looks again; the grade follows.
  const enterprise = await openAs(server, browser, 'contact', 'narrow')
  await enterprise.page.goto(`${server.address}/m/check-ups/${id}`)
  await enterprise.page.getByRole('heading', { name: /^C1/ }).waitFor()
  await look(enterprise.page, 'check-up-repair')
  for (const itemId of Object.keys(wrong)) {
    const card = enterprise.page.locator('.p-card', { hasText: new RegExp(`^${itemId} `) })
    await card.getByLabel('加照片').setInputFiles({ name: '整改.jpg', mimeType: 'image/jpeg', buffer: jpeg })
    await card.getByText('1 张照片').waitFor()
    await card.getByLabel('怎样改的').fill('已补齐，附照片。')
    await card.getByRole('button', { name: '交整改' }).click()
    await card.getByText('已提交').waitFor()
  }
  await enterprise.done()
  const before = (handed.score as number) ?? 0
  for (const itemId of Object.keys(wrong)) {
    await office.page.reload()
    await office.page
      .getByRole('row', { name: new RegExp(itemId) })
      .first()
      .getByRole('button', { name: /复 ?查/ })
      .click()
    const dialog = office.page.getByRole('dialog')
    await dialog.getByLabel(/复查记录/).fill('看了名册和签收单，已补齐。')
    await dialog.getByRole('button', { name: '复查通过' }).click()
    await dialog.waitFor({ state: 'detached' })
  }
  const after = expectOk(await staff.get<{ score: number; grade: string }>(`/api/check-ups/${id}`))
  expect(after.score).toBeGreaterThan(before)
  expect(after).toMatchObject({ score: 100, grade: 'A' })
  await office.page.goto(`${server.address}/console/check-ups/year`)
  await office.page.getByText('已整改').first().waitFor()
  await look(office.page, 'check-up-year')
  await office.done()
}, 240_000)
