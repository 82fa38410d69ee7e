import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAs } from '../support/browser.ts'
import { expectAccessible, expectNoHorizontalScroll, look, startBrowser, takePictures } from '../support/look.ts'
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

test('a reminder from its draft over issue by another person and delivery to the verified answer', async () => {
  const contact = await server.as('contact')
  const { enterpriseId } = expectOk(await contact.get<{ enterpriseId: string }>('/api/me'))
  const { name } = expectOk(await contact.get<{ name: string }>(`/api/enterprises/${enterpriseId}`))

  const staff = await openAs(server, browser, 'staff')
  const { page } = staff
  await page.goto(`${server.address}/console/letters`)
  await page.getByText('没有函书').waitFor()
  await page.getByRole('link', { name: '起草' }).click()
  await page.getByRole('heading', { name: '起草函书' }).waitFor()
  await page.getByRole('button', { name: '存为提示函草稿' }).click()
  await page.getByText('请选企业').waitFor()
  await page.getByLabel('企业').fill(name!)
  await page.locator('.ant-select-item', { hasText: name! }).click()
  await page.getByLabel('事由').fill('规范加班工资支付')
  await page.getByLabel('事实').fill('2026年7月至10月，一车间休息日加班没有安排补休，也没有足额支付加班工资')
  await page.getByLabel('依据条款').fill('《中华人民共和国劳动法》第四十四条')
  await page.getByLabel('提示', { exact: true }).fill('请及早自查自纠。')
  await page.getByLabel('措施', { exact: true }).fill('核对加班记录，补发不足部分')
  await page.getByLabel('联系电话').fill('0527-80000000')
  await look(page, 'letter-draft')
  await page.getByRole('button', { name: '存为提示函草稿' }).click()
  await page.getByRole('heading', { name: '提示函草稿' }).waitFor()
  const id = page.url().split('/').at(-1)!
  await page.getByRole('button', { name: '报送审批' }).click()
  await page.getByText('等待签发。').waitFor()
  expect(await page.getByRole('button', { name: '签发', exact: true }).count()).toBe(0)

  const chair = await openAs(server, browser, 'chair')
  await chair.page.goto(`${server.address}/console/letters/${id}`)
  await chair.page.getByRole('button', { name: '签发', exact: true }).click()
  await chair.page.locator('.ant-popconfirm').getByRole('button', { name: '签发', exact: true }).click()
  await chair.page.getByRole('heading', { name: '泗洪工提〔2026〕1号' }).waitFor()

  await page.reload()
  await page.getByRole('button', { name: '登记送达' }).click()
  const dialog = page.getByRole('dialog', { name: '登记送达' })
  await dialog.getByLabel('收件人').fill('王经理')
  await dialog.getByRole('button', { name: /登 ?记/ }).click()
  await page.getByText('答复期止').waitFor()
  await page.getByText('12月14日').first().waitFor()
  await look(page, 'letter-delivered')

  const phone = await openAs(server, browser, 'contact', 'narrow')
  await phone.page.goto(`${server.address}/m/letters/${id}`)
  await phone.page.getByText('请在 12月14日 周一 前书面答复').waitFor()
  await phone.page.getByLabel('附件（照片或 PDF，可不附）').setInputFiles({
    name: '补发清单.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7'),
  })
  await phone.page.getByText('已附：补发清单.pdf').waitFor()
  await phone.page.getByLabel('核查和处理情况').fill('已核对并补发 42 人。')
  await takePictures(phone.page, 'letter-phone')
  await expectAccessible(phone.page)
  await expectNoHorizontalScroll(phone.page)
  await phone.page.getByRole('button', { name: '提交答复' }).click()
  await phone.page.getByText('已提交的答复').waitFor()
  await phone.page.goto(`${server.address}/m/letters`)
  await phone.page.getByText('提示函：规范加班工资支付').waitFor()
  await phone.done()

  await page.reload()
  await page.getByRole('button', { name: '核实', exact: true }).click()
  const verify = page.getByRole('dialog', { name: '核实答复' })
  await verify.getByLabel('已按要求办理').check()
  await verify.getByLabel('怎样核实的').fill('抽查十人的银行流水，均已到账')
  await verify.getByRole('button', { name: '记下结论' }).click()
  await page.getByRole('button', { name: '办结', exact: true }).click()
  const close = page.getByRole('dialog', { name: '办结' })
  await close.getByLabel('办结的情况').fill('已补发到位')
  await close.getByRole('button', { name: /确 ?定/ }).click()
  await page.getByText('已办结').first().waitFor()
  await look(page, 'letter-closed')

  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载 Word 文书' }).click()
  expect((await waiting).suggestedFilename()).toBe('泗洪工提〔2026〕1号 工会劳动法律监督提示函.docx')

  await page.goto(`${server.address}/console/letters`)
  await page.getByRole('link', { name: '泗洪工提〔2026〕1号' }).waitFor()
  await look(page, 'letters')
  await Promise.all([staff.done(), chair.done()])
})

test('an opinion is drafted with its findings, changed, and shows what the server refuses', async () => {
  const staff = await openAs(server, browser, 'staff')
  const { page } = staff
  await page.goto(`${server.address}/console/letters/new`)
  await page.getByText('意见书', { exact: true }).click()
  await page.getByRole('heading', { name: '工会劳动法律监督意见书' }).waitFor()
  await page.getByLabel('企业').fill('泗洪')
  await page.locator('.ant-select-item').first().click()
  await page.getByLabel('事由').fill('支付加班工资')
  const days = page.locator('.ant-picker-range input')
  await days.first().click()
  await days.first().fill('2026-11-16')
  await page.keyboard.press('Enter')
  await days.last().fill('2026-11-18')
  await page.keyboard.press('Enter')
  for (const [at, who] of ['陈明远', '李秀英'].entries()) {
    await page.getByLabel('姓名').nth(at).fill(who)
    await page.getByLabel('监督证号').nth(at).fill('苏工监字第0001号')
  }
  const finding = {
    事实: '休息日加班没有支付加班工资',
    证据: '考勤记录',
    违反条款: '《中华人民共和国劳动法》第四十四条',
    整改要求: '补发加班工资',
    整改标准: '银行回单',
    整改期限: '15个工作日内',
  }
  for (const [label, value] of Object.entries(finding)) await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByLabel('联系电话').fill('0527-80000000')
  await page.getByRole('button', { name: '存为意见书草稿' }).click()
  await page.getByText('监督人员不足二人').waitFor()
  await look(page, 'letter-refused')
  await page.getByLabel('监督证号').nth(1).fill('苏工监字第0002号')
  await page.getByRole('button', { name: '存为意见书草稿' }).click()
  await page.getByRole('heading', { name: '意见书草稿' }).waitFor()
  await page.getByText('2026-11-16 至 2026-11-18').waitFor()

  await page.getByRole('button', { name: '修改', exact: true }).click()
  await page.getByLabel('事由').fill('足额支付加班工资')
  expect(await page.locator('.ant-picker-range input').first().inputValue()).toBe('2026-11-16')
  await page.getByRole('button', { name: '存为意见书草稿' }).click()
  await page.getByText('关于足额支付加班工资的工会劳动法律监督意见书').waitFor()

  await page.goto(`${server.address}/console/letters/new`)
  await page.getByText('建议书', { exact: true }).click()
  await page.getByText('先选企业').waitFor()
  await look(page, 'letter-recommendation')
  await staff.done()
})

test('findings of a check-up become an opinion, in their own words, and lead to it', async () => {
  const client = await server.as('staff')
  const { rows } = expectOk(
    await client.get<{ rows: { checkUpId: string; itemId: string; title: string; status: string; demand: string }[] }>(
      '/api/check-up-findings',
    ),
  )
  const first = rows!.find((it) => it.itemId === 'W1')!
  const staff = await openAs(server, browser, 'staff')
  const { page } = staff
  await page.goto(`${server.address}/console/check-ups/${first.checkUpId}`)
  await page.getByLabel(`选 W1 ${first.title}`).check()
  await look(page, 'check-up-findings')
  await page.getByRole('button', { name: '意见书', exact: true }).click()
  await page.getByRole('heading', { name: '起草函书' }).waitFor()
  await page.getByText('由法治体检的 1 项问题写成').waitFor()
  expect(await page.getByLabel('整改要求').inputValue()).toBe(first.demand)
  expect(await page.getByLabel('姓名').count()).toBe(2)
  await page.getByLabel('联系电话').fill('0527-80000000')
  await look(page, 'letter-from-findings')
  await page.getByRole('button', { name: '存为意见书草稿' }).click()
  await page.getByRole('heading', { name: '意见书草稿' }).waitFor()
  await page.getByRole('link', { name: '法治体检的 1 项问题' }).click()
  await page.getByRole('link', { name: '意见书草稿' }).waitFor()
  await staff.done()
})
