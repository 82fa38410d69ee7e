/** @jsxImportSource preact */
import { renderToString } from 'preact-render-to-string'
import { ApiProblem } from '../../platform/web/client.ts'
import type { Call } from '../../platform/web/client.ts'
import type { Me } from '../../platform/web/me.ts'
import { PhoneFrame } from '../../platform/web/phone-kit/frame.tsx'
import { Button, EmptyState } from '../../platform/web/phone-kit/parts.tsx'
import type { PhonePage } from '../../platform/web/phone-kit/page-type.ts'
import { documentOf } from './document.ts'
import { matchPhone, mayOpen, tabsOf } from './matching.ts'
import { pages } from './pages.ts'
import { PhoneApp, windowTitleOf } from './phone-app.tsx'
import { textSizeOf } from './text-size.ts'
export { renderStage, renderWall } from '../stage/ssr.tsx'
export type { StageProps } from '../stage/stage.tsx'
export type { WallProps } from '../stage/wall.tsx'

/** One page as a whole HTML document. `path` may carry a query; `cookies` is the Cookie header (for the text size). */
export const renderPhone = (given: {
  readonly path: string
  readonly page: PhonePage
  readonly data: unknown
  readonly me?: Me
  readonly cookies?: string
}): string => {
  const { page, data, me } = given
  const url = new URL(given.path, 'http://phone')
  const state = {
    path: url.pathname,
    params: matchPhone([page], url.pathname)?.params ?? {},
    query: Object.fromEntries(url.searchParams),
    me,
    data,
  }
  return documentOf({
    kind: 'phone',
    title: `${windowTitleOf(page, data)} · 轻骑`,
    body: renderToString(<PhoneApp page={page} state={state} />),
    state,
    size: textSizeOf(given.cookies),
  })
}

/** A page without data of its own: nothing here, not for you, something went wrong. It needs no script. */
const renderRefusal = (ask: PhoneAsk, title: string, hint: string): string =>
  documentOf({
    kind: 'phone',
    title: `${title} · 轻骑`,
    size: textSizeOf(ask.cookies),
    body: renderToString(
      <PhoneFrame
        title="轻骑"
        county={ask.me?.org.name}
        demo={ask.me?.org.demo}
        tabs={tabsOf(pages, ask.me)}
        current={new URL(ask.url, 'http://phone').pathname}
      >
        <EmptyState title={title} hint={hint}>
          <Button href="/m">回到首页</Button>
        </EmptyState>
      </PhoneFrame>,
    ),
  })

export interface PhoneAsk {
  /** Path and query, beginning with /m. */
  readonly url: string
  readonly me?: Me
  /** In-process caller with the reader's session: `callerOver(send)` of platform/web/client.ts. */
  readonly call: Call
  /** The Cookie header. */
  readonly cookies?: string
}

export type PhoneAnswer =
  { readonly status: number; readonly html: string } | { readonly status: 302; readonly location: string }

/**
 * Answers any GET under /m: finds the page, checks the roles, loads its data, draws it. A visitor is led to the sign-in
 * page and back; /m leads to the reader's first tab. What is no ApiProblem is thrown on.
 */
export const answerPhone = async (ask: PhoneAsk): Promise<PhoneAnswer> => {
  const url = new URL(ask.url, 'http://phone')
  const match = matchPhone(pages, url.pathname)
  if (!match && /^\/m\/?$/.test(url.pathname))
    return { status: 302, location: tabsOf(pages, ask.me)[0]?.path ?? '/m/sign-in' }
  if (!match) return { status: 404, html: renderRefusal(ask, '没有这一页', '链接可能写错了，或者内容已经撤下。') }
  if (!mayOpen(match.page, ask.me))
    return ask.me
      ? { status: 403, html: renderRefusal(ask, '您的身份不能查看这一页', '需要的话，请联系县总工会。') }
      : { status: 302, location: `/m/sign-in?next=${encodeURIComponent(url.pathname + url.search)}` }
  try {
    const at = { params: match.params, query: Object.fromEntries(url.searchParams), me: ask.me }
    const data = await match.page.load(ask.call, at)
    return {
      status: 200,
      html: renderPhone({ path: ask.url, page: match.page, data, me: ask.me, cookies: ask.cookies }),
    }
  } catch (error) {
    if (!(error instanceof ApiProblem)) throw error
    const { problem } = error
    return { status: problem.status || 503, html: renderRefusal(ask, problem.title, problem.detail) }
  }
}
