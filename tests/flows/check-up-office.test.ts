import { readFileSync } from 'node:fs'
import type { Browser } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { shippedInstruments } from '../../src/engines/checkup/index.ts'
import { newId } from '../../src/platform/base/ids.ts'
import { openAs } from '../support/browser.ts'
import { look, startBrowser } from '../support/look.ts'
import { startTestServer, type Client, type TestServer } from '../support/server.ts'
import { expectOk } from '../support/visit-steps.ts'

const instrument = shippedInstruments[0]!
const TODAY = '2026-11-30'

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

test('a draw holds who was asked for, is refused with the reason, and is drawn again from its record', async () => {
  const staff = await server.as('staff')
  const [first, second] = expectOk(await staff.get('/api/check-up-candidates')) as unknown as {
    id: string
    name: string
  }[]
  const { page, done } = await openAs(server, browser, 'staff')
  await page.goto(`${server.address}/console/check-ups`)
  const open = async (name: string): Promise<void> => {
    await page.getByRole('button', { name: '抽取企业' }).click()
    await page.getByLabel('一定要抽到的').fill(name)
    await page.locator('.ant-select-item-option', { hasText: name }).first().click()
    await page.getByText('指定了哪几家，哪里都不留记录').waitFor()
  }
  const draw = () => page.getByRole('dialog').getByRole('button', { name: '抽取', exact: true })
  await open(first!.name)
  await page.getByLabel('抽几家').fill('1')
  await page.getByText('请至少抽 2 家').waitFor()
  expect(await draw().isDisabled()).toBe(true)
  await page.getByLabel('抽几家').fill('6')
  // The list of names closes, the dialog stays.
  await page.getByText('随机抽取体检企业').click()
  await look(page, 'check-up-draw-dialog')

  // Somebody else draws the same enterprise meanwhile.
  const salt = `${newId()}${newId()}`
  expectOk(await staff.post('/api/check-up-draws', { size: 4, include: [first!.id], salt }))
  await draw().click()
  await page.getByText(`${first!.name}已经有一次体检没有办完`).waitFor()
  await look(page, 'check-up-draw-refused')
  await page.getByRole('button', { name: '取消' }).click()
  await page.reload()
  await open(second!.name)
  await page.getByLabel('抽几家').fill('6')
  await draw().click()

  await page.getByRole('heading', { name: '抽到的企业' }).waitFor()
  const drawn = page.getByLabel('抽到的企业').getByRole('link')
  await drawn.first().waitFor()
  expect(await drawn.count()).toBe(6)
  expect(await drawn.allInnerTexts()).toContain(second!.name)
  // It stands among the others as one of them.
  expect(await page.getByText('指定').count()).toBe(0)
  await page.getByRole('button', { name: '重抽一遍核对' }).click()
  await page.getByText('一致：重抽得到同样的 6 家').waitFor()
  await look(page, 'check-up-draw')
  await page.getByRole('button', { name: '展开' }).click()
  expect(await page.getByRole('row', { name: /抽到$/ }).count()).toBe(6)

  await page.getByRole('link', { name: '抽取记录' }).click()
  await page.getByRole('row', { name: /6 家/ }).waitFor()
  expect(await page.getByLabel('抽取记录').getByRole('row', { name: /家/ }).count()).toBe(3)
  await look(page, 'check-up-draws')
  await done()
}, 120_000)

test('an instrument is downloaded, sent back with faults, taken in, read item by item and withdrawn', async () => {
  const { page, done } = await openAs(server, browser, 'admin')
  await page.goto(`${server.address}/console/check-ups/instruments`)
  const row = (version: string) => page.getByRole('row', { name: new RegExp(version) })
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    row(instrument.version).getByRole('link', { name: '下载 JSON' }).click(),
  ])
  expect(download.suggestedFilename()).toBe(`评估表 ${instrument.version}.json`)
  const json = JSON.parse(readFileSync(await download.path(), 'utf8')) as typeof instrument
  expect(json).toEqual(instrument)

  await page.getByRole('button', { name: '上传新版本' }).click()
  const dialog = page.getByRole('dialog')
  const choose = (content: string) =>
    dialog.locator('input[type="file"]').setInputFiles({
      name: '评估表.json',
      mimeType: 'application/json',
      buffer: Buffer.from(content),
    })
  const items = json.items.map((it, at) =>
    at === 3 ? { ...it, prescription: { ...it.prescription, days: 0 }, severity: 'serious' } : it,
  )
  await choose(JSON.stringify({ ...json, version: '2027-1', items }))
  await dialog.getByText('有 2 处要改').waitFor()
  const fault = dialog.getByRole('row', { name: new RegExp(`第 4 条 ${json.items[3]!.id}`) })
  expect(await fault.first().innerText()).toContain('轻重（severity）')
  expect(await fault.last().innerText()).toContain('应为 1 到 1000 的整数，收到 0')
  await look(page, 'check-up-instrument-faults')
  await choose(`{ "version": “2027-1” }`)
  await dialog.getByText('JSON 写法').waitFor()
  await choose(JSON.stringify(json))
  await dialog.getByText(`已有 ${json.version}`).waitFor()
  expect(await dialog.getByRole('button', { name: '启用' }).isDisabled()).toBe(true)

  const [first] = json.items
  const changed = json.items.map((it) =>
    it.id === first!.id ? { ...it, question: '是否建立职工名册，项目是否齐全？' } : it,
  )
  await choose(JSON.stringify({ ...json, version: '2027-1', items: changed }))
  await dialog.getByText('没有发现问题').waitFor()
  await dialog.getByText(`改动：${first!.id} ${first!.title}`).waitFor()
  await look(page, 'check-up-instrument-new')
  await dialog.getByRole('button', { name: '启用' }).click()
  await row('2027-1').getByText('现用').waitFor()
  await look(page, 'check-up-instruments')

  await row('2027-1').getByRole('link', { name: '2027-1' }).click()
  await page.getByRole('heading', { name: '版本 2027-1' }).waitFor()
  const statutory = page.getByRole('cell', { name: /日\s*法定期限$/ })
  expect(await statutory.count()).toBe(json.items.filter((it) => it.prescription.basis === 'statutory').length)
  await page.getByRole('button', { name: '展开行' }).first().click()
  await page.getByText('是否建立职工名册，项目是否齐全？').waitFor()
  await look(page, 'check-up-instrument')

  await page.getByRole('link', { name: '评估表' }).click()
  await row('2027-1').getByRole('button', { name: '撤回' }).click()
  await page.locator('.ant-popconfirm').getByRole('button', { name: '撤回' }).click()
  await row('2027-1').getByText('已撤回').waitFor()
  expect(await row(instrument.version).getByText('现用').count()).toBe(1)
  await row(instrument.version).getByRole('button', { name: '撤回' }).click()
  await page.locator('.ant-popconfirm').last().getByRole('button', { name: '撤回' }).click()
  await page.getByText('撤回后就没有评估表可用了').waitFor()
  await done()

  // Others of the office read it and change nothing.
  const chair = await openAs(server, browser, 'chair')
  await chair.page.goto(`${server.address}/console/check-ups/instruments`)
  await chair.page.getByRole('link', { name: '2027-1' }).waitFor()
  expect(await chair.page.getByRole('button', { name: /上传|撤回|恢复/ }).count()).toBe(0)
  await chair.done()
}, 120_000)

/** The check-up to come in the contact's enterprise, done and reported with two findings. @returns its id */
const reported = async (staff: Client, enterpriseId: string): Promise<string> => {
  const rows = expectOk(
    await staff.get<{ rows: { id: string; enterpriseId: string; status: string }[] }>('/api/check-ups?limit=100'),
  ).rows!
  const { id } = rows.find((it) => it.enterpriseId === enterpriseId && it.status === 'planned')!
  expectOk(await staff.post(`/api/check-ups/${id}/start`))
  const wrong: Readonly<Record<string, object>> = {
    C1: { outcome: 'zero', findings: '名册缺身份证号（虚构）' },
    C5: { outcome: 'zero', findings: '两份合同没有交给职工（虚构）' },
  }
  const items = instrument.items.map((it) => ({ id: it.id, outcome: 'full', ...wrong[it.id] }))
  expectOk(await staff.post(`/api/check-ups/${id}/submit`, { checkedOn: TODAY, headcount: 120, facts: {}, items }))
  expectOk(await staff.post(`/api/check-ups/${id}/report`))
  return id
}

test('a repair is proved with a PDF beside a photo, seen and saved by office and inspectors', async () => {
  const staff = await server.as('staff')
  const contact = await server.as('contact')
  const { enterpriseId } = expectOk(await contact.get<{ enterpriseId: string }>('/api/me'))
  const id = await reported(staff, enterpriseId!)
  const pdf = Buffer.from(`%PDF-1.7\n${'合同签收清单（虚构）'.repeat(2000)}`)
  const jpeg = await sharp({ create: { width: 320, height: 240, channels: 3, background: '#7a8f5a' } })
    .jpeg()
    .toBuffer()

  const enterprise = await openAs(server, browser, 'contact', 'narrow')
  await enterprise.page.goto(`${server.address}/m/check-ups/${id}`)
  const card = enterprise.page.locator('.p-card', { hasText: /^C5 / })
  await card.getByLabel('加 PDF').setInputFiles({ name: '合同签收清单.pdf', mimeType: 'application/pdf', buffer: pdf })
  await card.getByRole('link', { name: /合同签收清单\.pdf/ }).waitFor()
  await card.getByText('PDF，60 KB').waitFor()
  await card.getByLabel('加照片').setInputFiles({ name: '签收.jpg', mimeType: 'image/jpeg', buffer: jpeg })
  await card.getByRole('img').waitFor()
  await card.scrollIntoViewIfNeeded()
  await look(enterprise.page, 'check-up-proof-enterprise')
  // No PDF at all, whatever it is called: told, and nothing kept.
  await card.getByLabel('加 PDF').setInputFiles({ name: '假.pdf', mimeType: 'application/pdf', buffer: jpeg })
  await enterprise.page.getByText('这里只收 PDF 文件').waitFor()
  await card.getByLabel('怎样改的').fill('合同已交给职工，附签收清单。')
  await card.getByRole('button', { name: '交整改' }).click()
  await card.getByText('已提交').waitFor()
  expect(await card.getByRole('link', { name: /合同签收清单/ }).count()).toBe(1)
  await enterprise.done()

  const office = await openAs(server, browser, 'staff')
  await office.page.goto(`${server.address}/console/check-ups/${id}`)
  await office.page.getByRole('heading', { name: '整改证明' }).waitFor()
  const [saved] = await Promise.all([
    office.page.waitForEvent('download'),
    office.page.getByRole('link', { name: /合同签收清单\.pdf/ }).click(),
  ])
  expect(saved.suggestedFilename()).toBe('合同签收清单.pdf')
  expect(readFileSync(await saved.path()).equals(pdf)).toBe(true)
  await office.page.getByRole('img', { name: 'C5 整改照片 1' }).waitFor()
  await office.page.getByRole('heading', { name: '整改证明' }).scrollIntoViewIfNeeded()
  await look(office.page, 'check-up-proof-office')
  await office.done()

  const inspector = await openAs(server, browser, 'member', 'narrow')
  await inspector.page.goto(`${server.address}/m/check-ups/${id}`)
  const seen = inspector.page.locator('.p-card', { hasText: /^C5 / })
  await seen.getByRole('link', { name: /合同签收清单\.pdf/ }).waitFor()
  await seen.getByRole('img', { name: '整改照片 1' }).waitFor()
  await seen.scrollIntoViewIfNeeded()
  await look(inspector.page, 'check-up-proof-inspector')
  await inspector.done()
}, 120_000)

test('a figure of the year opens to what it counts', async () => {
  const { page, done } = await openAs(server, browser, 'chair')
  await page.goto(`${server.address}/console/check-ups/year`)
  await page.getByRole('heading', { name: '整改用了多少天' }).waitFor()
  await look(page, 'check-up-year')
  const figure = page.locator('.q-figure', { hasText: '逾期未改' })
  const overdue = Number(
    await figure
      .locator('.q-figure-value')
      .innerText()
      .then((it) => it.replace(/\D/g, '')),
  )
  expect(overdue).toBeGreaterThan(0)
  await figure.getByRole('link').click()
  await page.getByText(`共 ${overdue} 条`).waitFor()
  await look(page, 'check-up-findings')
  await page.goBack()
  await page.getByRole('listitem').filter({ hasText: '红' }).getByRole('link').click()
  await page.getByText('2026 年检查过的，红').waitFor()
  await page.getByText('共 1 条').waitFor()
  await look(page, 'check-ups-of-year')
  await done()
}, 120_000)
