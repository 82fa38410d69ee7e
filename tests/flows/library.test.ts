import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { build, type Rolldown } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { plan } from '../../src/engines/planner/index.ts'
import { smallProblem } from '../../src/engines/planner/small-problem.ts'
import { startBrowser } from '../support/look.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const problem = smallProblem(11, { enterprises: 14, teams: 3, requests: 30, days: 6 })
const options = { iterations: 3_000, seed: 5 }
const address = 'http://library.test'

let browser: Browser
beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

/** A page that runs `script` as a module; `fileOf` answers what else is asked of its site. */
const openPage = async (script: string, fileOf: (path: string) => string): Promise<Page> => {
  const page = await browser.newPage()
  await page.route(`${address}/**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice(1)
    if (path) return route.fulfill({ contentType: 'text/javascript', body: fileOf(path) })
    const body = `<!doctype html><title>plan</title><pre></pre><script type="module">${script}</script>`
    return route.fulfill({ contentType: 'text/html', body })
  })
  await page.goto(address)
  return page
}

const use = (from: string): string => `
  import { check, plan } from '${from}'
  const problem = ${JSON.stringify(problem)}
  const made = plan(problem, ${JSON.stringify(options)})
  const { visits, unserved, score } = made
  document.querySelector('pre').textContent = JSON.stringify({ visits, unserved, score, broken: check(problem, made).broken })
`

const expectSamePlan = async (page: Page): Promise<void> => {
  await page.locator('pre', { hasText: 'visits' }).waitFor({ state: 'attached' })
  const { visits, unserved, score } = plan(problem, options)
  expect(visits.length).toBeGreaterThan(3)
  expect(JSON.parse((await page.locator('pre').textContent())!)).toEqual({ visits, unserved, score, broken: [] })
  await page.close()
}

test('a page loads the planner as a module and finds the plan that Node finds', async () => {
  await expectSamePlan(
    await openPage(use('./planner.js'), (path) => readFileSync(join(root, 'dist/lib', path), 'utf8')),
  )
})

test('a bundler takes it by its name', async () => {
  const project = mkdtempSync(join(tmpdir(), 'qingqi-bundle-'))
  try {
    mkdirSync(join(project, 'node_modules'))
    symlinkSync(root, join(project, 'node_modules', 'qingqi'))
    const entry = join(project, 'main.js')
    writeFileSync(entry, use('qingqi/planner'))
    const made = await build({
      configFile: false,
      root: project,
      logLevel: 'warn',
      build: { write: false, rolldownOptions: { input: entry } },
    })
    const { output } = made as Rolldown.RolldownOutput
    expect(output).toHaveLength(1)
    await expectSamePlan(await openPage(`import './main.js'`, () => output[0].code))
  } finally {
    rmSync(project, { recursive: true, force: true })
  }
})
