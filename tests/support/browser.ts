import type { Browser, BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { Role } from '../../src/platform/base/operation.ts'
import { screens } from './look.ts'
import type { TestServer } from './server.ts'

export interface Window {
  readonly page: Page
  readonly context: BrowserContext
  /** Closes it; red where the page has thrown anything. */
  done(): Promise<void>
}

/** A window of nobody in particular. */
export const openWindow = async (browser: Browser, screen: keyof typeof screens): Promise<Window> => {
  // Calm: a window that is still moving in can swallow a click on a busy machine.
  const context = await browser.newContext({ viewport: screens[screen], locale: 'zh-CN', reducedMotion: 'reduce' })
  const page = await context.newPage()
  const thrown: string[] = []
  page.on('pageerror', (error) => thrown.push(error.message))
  return {
    page,
    context,
    done: async () => {
      await context.close()
      expect(thrown).toEqual([])
    },
  }
}

/** A window of somebody signed in as a role of the demo county. */
export const openAs = async (
  server: TestServer,
  browser: Browser,
  role: Role,
  screen: keyof typeof screens = 'wide',
): Promise<Window> => {
  const window = await openWindow(browser, screen)
  const answer = await window.context.request.post(`${server.address}/api/demo/session`, { data: { role } })
  expect(answer.status()).toBe(200)
  return window
}

/** A window of somebody who signs in on the phone's own page. */
export const signInOnPhone = async (
  server: TestServer,
  browser: Browser,
  account: { readonly username: string; readonly password: string },
): Promise<Window> => {
  const window = await openWindow(browser, 'narrow')
  await window.page.goto(`${server.address}/m/sign-in`)
  await window.page.getByLabel('用户名').fill(account.username)
  await window.page.getByLabel('密码').fill(account.password)
  await window.page.getByRole('button', { name: '登录', exact: true }).click()
  await window.page.waitForURL((url) => !url.pathname.includes('sign-in'))
  return window
}
