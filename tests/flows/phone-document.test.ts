import { expect, test } from 'vitest'

import type * as Bundle from '../../src/apps/phone/ssr.tsx'

// The built bundle itself: what the server loads.
const bundle = new URL('../../dist/phone-ssr/ssr.js', import.meta.url).href
const { answerPhone, renderStage } = (await import(bundle)) as typeof Bundle

const org = { id: '1', name: '</script><script>alert(1)</script>', demo: true, today: '2026-11-30' }
const me = { person: { id: '1', name: '王<b>晓梅' }, roles: ['staff' as const], org, teamIds: [] }
const call = () => Promise.reject(new Error('no call expected'))

test('a visitor is led to the sign-in page and back', async () => {
  expect(await answerPhone({ url: '/m/mine?x=1', call })).toEqual({
    status: 302,
    location: '/m/sign-in?next=%2Fm%2Fmine%3Fx%3D1',
  })
  expect(await answerPhone({ url: '/m/nowhere', call })).toMatchObject({ status: 404 })
})

test('names cannot break out of the page or its data, and the elder size is drawn by the server', async () => {
  const unread = (() => Promise.resolve({ unread: 2 })) as unknown as typeof call
  const answer = await answerPhone({ url: '/m/mine', me, call: unread, cookies: 'size=elder' })
  const html = 'html' in answer ? answer.html : ''
  expect(html).toContain('data-size="elder"')
  expect(html).not.toContain('<script>alert')
  expect(html).not.toContain('王<b>')
  const state = /<script type="application\/json" id="state">(.*?)<\/script>/s.exec(html)?.[1]
  expect(JSON.parse(state ?? '{}')).toMatchObject({ me: { org: { name: org.name } } })
})

test('a refusal of the interface becomes a page that says so', async () => {
  const { ApiProblem } = await import('../../src/platform/web/client.ts')
  const problem = { type: 'about:blank', title: '暂时打不开', status: 503, code: 'database-away', detail: '请稍后再试' }
  const refuse = () => Promise.reject(new ApiProblem(problem))
  expect(await answerPhone({ url: '/m/sign-in', call: refuse })).toMatchObject({
    status: 503,
    html: expect.stringContaining('请稍后再试') as string,
  })
})

test('the stage names its county as text', () => {
  expect(renderStage({ org, year: 2026, figures: [] })).not.toContain('<script>alert')
})
