import { QueryClient } from '@tanstack/react-query'
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  Link,
  Outlet,
  redirect,
  useRouter,
} from '@tanstack/react-router'
import { Button, Spin } from 'antd'
import { Suspense } from 'react'
import { NoticeBell } from '../../areas/notices/console/index.ts'
import { ApiProblem } from '../../platform/web/client.ts'
import { AppFrame, EmptyState, MeContext, Page, ProblemAlert } from '../../platform/web/console-kit/index.ts'
import { menuGroups } from '../../platform/web/console-kit/page-type.ts'
import type { ConsolePage } from '../../platform/web/console-kit/page-type.ts'
import { mayEnter } from '../../platform/web/me.ts'
import type { Me } from '../../platform/web/me.ts'
import { pages } from './pages.ts'
import { meQuery, signOut } from './session.ts'
import { SignIn } from './sign-in.tsx'

const toSignIn = (): void => {
  if (location.pathname === '/console/sign-in') return
  location.assign(`/console/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`)
}

/** A session that ended meanwhile leads to the sign-in page and back; refusals are not tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      retry: (count, error) => {
        if (error instanceof ApiProblem && error.status === 401) toSignIn()
        return error instanceof ApiProblem && (error.status === 0 || error.status >= 500) && count < 2
      },
    },
    mutations: {
      onError: (error) => {
        if (error instanceof ApiProblem && error.status === 401) toSignIn()
      },
    },
  },
})

const NotFound = () => (
  <Page title="没有这一页">
    <EmptyState
      title="这个地址没有内容"
      hint="可能是链接写错了，也可能这条记录不归您查看。请从左边的菜单重新进入。"
      action={
        <Link to="/">
          <Button>回到首页</Button>
        </Link>
      }
    />
  </Page>
)

const Broken = (props: { readonly error: unknown; readonly reset?: () => void }) => (
  <Page title="页面没有打开">
    <ProblemAlert error={props.error} onRetry={props.reset ?? (() => location.reload())} />
  </Page>
)

const Waiting = () => (
  <div className="q-waiting">
    <Spin description="正在打开" />
  </div>
)

const rootRoute = createRootRouteWithContext<{ readonly queries: QueryClient }>()({
  component: Outlet,
  errorComponent: Broken,
})

const signInRoute = createRoute({ getParentRoute: () => rootRoute, path: '/sign-in', component: SignIn })

const Frame = () => {
  const { me } = frameRoute.useRouteContext()
  const router = useRouter()
  const leave = async (): Promise<void> => {
    await signOut().catch(() => undefined)
    queryClient.clear()
    location.assign(`${router.basepath}/sign-in`)
  }
  return (
    <MeContext value={me}>
      <AppFrame me={me} pages={pages} bell={<NoticeBell />} onSignOut={() => void leave()}>
        <Suspense fallback={<Waiting />}>
          <Outlet />
        </Suspense>
      </AppFrame>
    </MeContext>
  )
}

const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  component: Frame,
  beforeLoad: async ({ context, location: at }): Promise<{ me: Me }> => {
    const me = await context.queries.ensureQueryData(meQuery)
    if (!me) throw redirect({ to: '/sign-in', search: { next: at.publicHref } })
    return { me }
  },
})

/** The first page of the menu this person may see: 今日 for the office. */
export const firstPage = (all: readonly ConsolePage[], me: Pick<Me, 'roles'>): ConsolePage | undefined =>
  all
    .filter((page) => page.menu && mayEnter(me, page.roles))
    .toSorted(
      (one, other) =>
        menuGroups.indexOf(one.menu!.group) - menuGroups.indexOf(other.menu!.group) ||
        one.menu!.order - other.menu!.order,
    )[0]

const indexRoute = createRoute({
  getParentRoute: () => frameRoute,
  path: '/',
  component: NotFound,
  beforeLoad: ({ context }) => {
    const first = firstPage(pages, context.me)
    if (first) throw redirect({ to: first.path, replace: true })
  },
})

const Refused = () => (
  <Page title="不能查看">
    <EmptyState title="您的身份不能查看这一页" hint="需要的话，请联系县总工会的管理员开通。" />
  </Page>
)

const routeOf = (page: ConsolePage) => {
  const Component = page.component
  const Guarded = () => {
    const { me } = frameRoute.useRouteContext()
    return mayEnter(me, page.roles) ? <Component /> : <Refused />
  }
  return createRoute({ getParentRoute: () => frameRoute, path: page.path, component: Guarded })
}

const anyRoute = createRoute({ getParentRoute: () => frameRoute, path: '$', component: NotFound })

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    frameRoute.addChildren([indexRoute, ...pages.map(routeOf), anyRoute]),
  ]),
  basepath: '/console',
  context: { queries: queryClient },
  defaultErrorComponent: Broken,
  defaultPendingComponent: Waiting,
  scrollRestoration: true,
})
