import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { AxeResults } from 'axe-core'
import { chromium } from 'playwright-core'
import type { Browser, Page } from 'playwright-core'

/** The two widths every screen is looked at. */
export const screens = { wide: { width: 1440, height: 900 }, narrow: { width: 390, height: 844 } } as const

/** Where pictures go, PNG. */
export const pictureFolder = process.env['PICTURES'] ?? join(process.cwd(), 'dist', 'pictures')

/** The browser of the machine: CHROMIUM names it, otherwise the usual places. Throws where there is none. */
export const chromiumPath = (): string => {
  const places = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const found = places.find((place) => place !== undefined && existsSync(place))
  if (!found) throw new Error('no Chromium: install the package chromium, or name one in CHROMIUM')
  return found
}

/** A headless Chromium that talks to nobody by itself. Close it when done. */
export const startBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath(),
    // Without a locale Chromium cannot name a file in Chinese.
    env: { ...process.env, LANG: 'C.UTF-8' },
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })

/** Pictures of the page as it stands, at both widths: `<name>-1440.png` and `<name>-390.png`. Answers their paths. */
export const takePictures = async (page: Page, name: string): Promise<string[]> => {
  mkdirSync(pictureFolder, { recursive: true })
  const before = page.viewportSize()
  const paths: string[] = []
  for (const size of Object.values(screens)) {
    await page.setViewportSize(size)
    await page.evaluate(() => document.fonts.ready)
    const path = join(pictureFolder, `${name}-${size.width}.png`)
    await page.screenshot({ path, animations: 'disabled' })
    paths.push(path)
  }
  if (before) await page.setViewportSize(before)
  return paths
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Throws, naming rule and place, where axe finds a serious or critical barrier (WCAG 2.2 A and AA). */
export const expectAccessible = async (page: Page): Promise<void> => {
  // As tall as the page: what a bar at the bottom covers only until one scrolls is no barrier.
  const before = page.viewportSize()
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  if (before && height > before.height) await page.setViewportSize({ width: before.width, height })
  // Evaluated, not added as a script element: a strict content security policy stays on.
  await page.evaluate(axeSource)
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (options: unknown) => Promise<AxeResults> } }
    const results = await axe.run({
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
    })
    return results.violations
      .filter((one) => one.impact === 'serious' || one.impact === 'critical')
      .flatMap((one) => one.nodes.map((node) => `${one.id}: ${one.help} at ${node.target.join(' ')}\n  ${node.html}`))
  })
  if (before) await page.setViewportSize(before)
  if (found.length > 0) throw new Error(`${page.url()} has ${found.length} barriers:\n${found.join('\n')}`)
}

/** Throws where the page is wider than the window, naming what sticks out. */
export const expectNoHorizontalScroll = async (page: Page): Promise<void> => {
  const out = await page.evaluate(() => {
    const { clientWidth, scrollWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return undefined
    const wide = [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > clientWidth + 1)
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${String(element.getAttribute('class') ?? '')}`)
    return `${scrollWidth} px of content in ${clientWidth} px: ${wide.join(', ')}`
  })
  if (out !== undefined) throw new Error(`${page.url()} scrolls sideways: ${out}`)
}

/** Takes the pictures of a page, and is red where it scrolls sideways at either width or bars somebody's way. */
export const look = async (page: Page, name: string): Promise<void> => {
  const before = page.viewportSize()!
  await takePictures(page, name)
  for (const size of Object.values(screens)) {
    await page.setViewportSize(size)
    await expectNoHorizontalScroll(page)
  }
  await page.setViewportSize(before)
  await expectAccessible(page)
}
