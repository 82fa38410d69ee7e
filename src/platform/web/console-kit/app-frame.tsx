import { Button, Drawer, Dropdown, Menu } from 'antd'
import type { MenuProps } from 'antd'
import { DownOutlined, MenuOutlined } from '@ant-design/icons'
import { useRouter, useRouterState } from '@tanstack/react-router'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { mayEnter, roleNames } from '../me.ts'
import type { Me } from '../me.ts'
import { mark } from '../mark.ts'
import { menuGroups } from './page-type.ts'
import type { ConsolePage } from './page-type.ts'

/** The mark alone, `size` px wide. */
export const Mark = (props: { readonly size: number }) => (
  <svg viewBox="0 0 64 64" width={props.size} height={props.size} aria-hidden="true">
    <rect width="64" height="64" rx="14" fill="var(--red)" />
    <g transform={mark.lean}>
      <path fill="#fff7ea" d={mark.head} />
      {mark.mane.map((stroke) => (
        <path key={stroke} d={stroke} fill="none" stroke="#efc46a" strokeWidth="4.5" strokeLinecap="round" />
      ))}
    </g>
  </svg>
)

/** The entries of the side menu this person may see, groups divided by a line. */
export const menuOf = (pages: readonly ConsolePage[], me: Pick<Me, 'roles'>): MenuProps['items'] => {
  const shown = pages.filter((page) => page.menu && mayEnter(me, page.roles))
  const groups = menuGroups
    .map((group) =>
      shown
        .filter((page) => page.menu?.group === group)
        .toSorted((one, other) => one.menu!.order - other.menu!.order)
        .map((page) => {
          const Icon = page.menu!.icon
          return { key: page.path, label: page.title, icon: <Icon /> }
        }),
    )
    .filter((entries) => entries.length > 0)
  return groups.flatMap((entries, at) =>
    at === 0 ? entries : [{ type: 'divider' as const, key: `line-${at}` }, ...entries],
  )
}

/** The menu entry a path belongs to: the longest that it begins with. */
export const entryOf = (pages: readonly ConsolePage[], path: string): string | undefined =>
  pages
    .filter((page) => page.menu && (path === page.path || path.startsWith(`${page.path}/`)))
    .toSorted((one, other) => other.path.length - one.path.length)[0]?.path

/**
 * Side menu, top bar, demo banner. `bell` is the slot of the inbox, `onSignOut` ends the session.
 * Below 900 px the menu is a drawer.
 */
export const AppFrame = (props: {
  readonly me: Me
  readonly pages: readonly ConsolePage[]
  readonly bell?: ReactNode
  readonly onSignOut: () => void
  readonly children: ReactNode
}) => {
  const { me, pages } = props
  const router = useRouter()
  // Paths as the route tree sees them, without the base path.
  const path = useRouterState({ select: (state) => state.location.pathname })
  const [open, setOpen] = useState(false)
  const entry = entryOf(pages, path)
  const menu = (
    <Menu
      mode="inline"
      items={menuOf(pages, me)}
      selectedKeys={entry === undefined ? [] : [entry]}
      onClick={({ key }) => {
        setOpen(false)
        void router.navigate({ to: key })
      }}
    />
  )
  const brand = (
    <a className="q-brand" href="/console">
      <Mark size={30} />
      <span>
        <b>轻骑</b>
        <small>产改轻骑兵</small>
      </span>
    </a>
  )
  return (
    <div className="q-frame">
      <a className="q-skip" href="#main">
        跳到正文
      </a>
      <aside className="q-side">
        {brand}
        <nav aria-label="主菜单">{menu}</nav>
      </aside>
      <div className="q-body">
        <header className="q-top">
          <Button
            className="q-menu-button"
            type="text"
            icon={<MenuOutlined />}
            aria-label="打开菜单"
            onClick={() => setOpen(true)}
          />
          <span className="q-county">{me.org.name}</span>
          <span className="q-top-end">
            {props.bell}
            <Dropdown
              trigger={['click']}
              menu={{
                items: [
                  {
                    key: 'who',
                    label: me.roles.map((role) => roleNames[role]).join('、'),
                    disabled: true,
                  },
                  { key: 'out', label: '退出登录' },
                ],
                onClick: ({ key }) => {
                  if (key === 'out') props.onSignOut()
                },
              }}
            >
              <Button type="text" className="q-person">
                {me.person.name} <DownOutlined />
              </Button>
            </Dropdown>
          </span>
        </header>
        {me.org.demo && (
          <p className="q-demo" role="note">
            <b>演示县</b>
            这里的人员和业务数据都是虚构的，可以放心试用。
          </p>
        )}
        <main id="main" tabIndex={-1}>
          {props.children}
        </main>
      </div>
      <Drawer
        placement="left"
        size={248}
        open={open}
        onClose={() => setOpen(false)}
        title={brand}
        styles={{ body: { padding: '8px 0' } }}
      >
        <nav aria-label="主菜单" className="q-drawer-nav">
          {menu}
        </nav>
      </Drawer>
    </div>
  )
}
