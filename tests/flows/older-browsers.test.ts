import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { reckon } from '../../src/areas/entitlements/domain/reckon.ts'
import { openAs, openWindow, type Window } from '../support/browser.ts'
import { startBrowser } from '../support/look.ts'
import { startTestServer, type TestServer } from '../support/server.ts'

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

/** Takes from a page what Chrome 90 or Safari 15.0 lacks; runs in the page before its scripts. */
const makeOld = (): void => {
  const lists = [Array.prototype, Object.getPrototypeOf(Int8Array.prototype) as object]
  const lacking: [object | undefined, string[]][] = [
    ...lists.map((it): [object, string[]] => [
      it,
      ['at', 'findLast', 'findLastIndex', 'toReversed', 'toSorted', 'toSpliced', 'with'],
    ]),
    [Array, ['fromAsync']],
    [String.prototype, ['at', 'isWellFormed', 'toWellFormed']],
    [Object, ['hasOwn', 'groupBy']],
    [Map, ['groupBy']],
    [Set.prototype, ['union', 'intersection', 'difference', 'symmetricDifference']],
    [Set.prototype, ['isSubsetOf', 'isSupersetOf', 'isDisjointFrom']],
    [Promise, ['try', 'withResolvers']],
    [AbortSignal, ['any', 'timeout']],
    [AbortSignal.prototype, ['throwIfAborted', 'reason']],
    [RegExp, ['escape']],
    [Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object, ['map', 'filter', 'take', 'drop', 'flatMap']],
    [
      Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object,
      ['some', 'every', 'find', 'reduce', 'toArray'],
    ],
    [Object.getPrototypeOf(Object.getPrototypeOf([].values())) as object, ['forEach']],
    [globalThis, ['structuredClone', 'Iterator', 'reportError', 'requestIdleCallback', 'scheduler', 'navigation']],
    [Crypto.prototype, ['randomUUID']],
    [Navigator.prototype, ['locks', 'wakeLock', 'userAgentData']],
    [HTMLDialogElement.prototype, ['show', 'showModal', 'close', 'open']],
    [HTMLInputElement.prototype, ['showPicker']],
    [HTMLFormElement.prototype, ['requestSubmit']],
  ]
  for (const [target, names] of lacking) for (const name of names) if (target) Reflect.deleteProperty(target, name)
}

/** The window as an older browser; what its pages report as errors is thrown in the end. */
const asOld = async (window: Window): Promise<Window> => {
  await window.context.addInitScript(makeOld)
  const reported: string[] = []
  window.page.on('console', (it) => {
    // Neither what the network refuses nor what the page's policy does: zod asks whether it may make functions.
    if (it.type() === 'error' && !/Failed to load resource|'script-src'/.test(it.text())) reported.push(it.text())
  })
  return {
    ...window,
    done: async () => {
      await window.done()
      expect(reported).toEqual([])
    },
  }
}

test('the phone: what one is owed, to the answer', async () => {
  const { page, done } = await asOld(await openWindow(browser, 'narrow'))
  await page.goto(`${server.address}/m`)
  expect(await page.evaluate(() => 'toSorted' in Array.prototype && !('structuredClone' in globalThis))).toBe(true)
  await page.getByRole('link', { name: /我该得多少/ }).click()
  const today = String((await server.nobody.get('/api/public/parameters')).body['today'])
  const start = `${Number(today.slice(0, 4)) - 5}-03-01`
  const tap = (name: string) => page.getByRole('button', { name }).click()
  const fill = async (title: string, text: string): Promise<void> => {
    await page.getByRole('heading', { name: title }).waitFor()
    await page.locator('.o-input').fill(text)
    await tap('下一步')
  }
  await page.getByLabel('被辞退、离职').check()
  await tap('下一步')
  await tap('单位不让我干了')
  await tap('没说理由，或者理由站不住')
  await tap('要赔偿')
  await tap('泗洪县')
  await fill('哪一天开始在这个单位上班？', start)
  await fill('最后一天上班是哪一天？', today)
  await tap('差不多，填一个数就行')
  await fill('一个月工资大约多少元？', '6000')
  await fill('单位已经给了多少离职补偿？', '0')
  await page.getByRole('heading', { name: '按您说的，大约是这些' }).waitFor()
  const answers = {
    topics: ['termination'],
    ended: 'employer',
    employerReason: 'unlawful',
    wish: 'money',
    place: '321324',
    start,
    end: today,
    wageForm: 'same',
    wage: 6000,
    severancePaid: 0,
  }
  const { balance } = reckon(answers, { today }).lines[0]!.line
  expect(await page.locator('.o-amount-big').first().textContent()).toBe(
    `${balance!.toLocaleString('zh-CN', { minimumFractionDigits: 2 })} 元`,
  )
  await done()
})

const sheet = (page: Page) => page.locator('dialog.p-sheet', { hasText: '冻结日期' })

test('the phone: pages of an enterprise and of a member; a sheet opens and closes without dialogs', async () => {
  const contact = await asOld(await openAs(server, browser, 'contact', 'narrow'))
  await contact.page.goto(`${server.address}/m/enterprise`)
  await sheet(contact.page).waitFor({ state: 'hidden' })
  await contact.page.getByRole('button', { name: '冻结日期' }).click()
  await sheet(contact.page).getByRole('button', { name: '确定冻结' }).waitFor()
  await sheet(contact.page).getByRole('button', { name: '关闭' }).click()
  await sheet(contact.page).waitFor({ state: 'hidden' })
  await contact.done()
  const member = await asOld(await openAs(server, browser, 'member', 'narrow'))
  for (const path of ['/m', '/m/availability']) {
    await member.page.goto(server.address + path, { waitUntil: 'networkidle' })
    await member.page.locator('h1').first().waitFor()
  }
  await member.done()
})

test('the console: each page of the menu', async () => {
  const { page, done } = await asOld(await openAs(server, browser, 'admin'))
  await page.goto(`${server.address}/console`)
  await page.getByRole('heading', { name: '今日' }).waitFor()
  const entries = page.getByRole('navigation', { name: '主菜单' }).getByRole('menuitem')
  const names = await entries.allTextContents()
  expect(names.length).toBeGreaterThan(8)
  for (const name of names) {
    await entries.filter({ hasText: name }).first().click()
    await page.waitForLoadState('networkidle')
    await page.locator('main h1').first().waitFor()
  }
  await done()
})

// A name followed by a call, and syntax: newer than the floor and not added by older-browsers.ts.
const newer = [
  /\b(?:Object\.groupBy|Array\.fromAsync|Promise\.(?:try|withResolvers)|AbortSignal\.(?:any|timeout)|Iterator\.from|RegExp\.escape)\(/g,
  /\.(?:symmetricDifference|isSubsetOf|isSupersetOf|isDisjointFrom|toWellFormed|isWellFormed|throwIfAborted|showPicker)\(/g,
  /(?<![.\w])structuredClone\(/g,
  /\.(?:values|keys|entries)\(\)\.(?:map|filter|some|every|find|reduce|toArray|flatMap|take|drop|forEach)\(/g,
  /\bstatic\s*\{/g,
]

test('no script that is shipped calls what nobody adds', () => {
  const dist = fileURLToPath(new URL('../../dist/', import.meta.url))
  const scripts = globSync('{phone,console}/*.js', { cwd: dist })
  expect(scripts.length).toBeGreaterThan(10)
  const found = scripts.flatMap((path) => {
    const text = readFileSync(dist + path, 'utf8')
    return newer.flatMap((it) => text.match(it) ?? []).map((it) => `${path}: ${it}`)
  })
  expect(found).toEqual([])
})
