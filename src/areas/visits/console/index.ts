import { AppstoreOutlined, CalendarOutlined, CheckSquareOutlined, InboxOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import { office } from '../../../platform/base/operation.ts'
import type { ConsolePage } from '../../../platform/web/console-kit/page-type.ts'

export const pages: readonly ConsolePage[] = [
  {
    path: '/plan',
    title: '排期',
    menu: { group: 'work', order: 20, icon: CalendarOutlined },
    roles: office,
    component: lazy(() => import('./plans-page.tsx')),
  },
  { path: '/plan/$id', title: '排期板', roles: office, component: lazy(() => import('./board-page.tsx')) },
  {
    path: '/requests',
    title: '点单',
    menu: { group: 'work', order: 25, icon: InboxOutlined },
    roles: office,
    component: lazy(() => import('./requests-page.tsx')),
  },
  {
    path: '/visits',
    title: '上门活动',
    menu: { group: 'work', order: 28, icon: CheckSquareOutlined },
    roles: office,
    component: lazy(() => import('./visits-page.tsx')),
  },
  {
    path: '/menu',
    title: '菜单',
    menu: { group: 'work', order: 45, icon: AppstoreOutlined },
    roles: office,
    component: lazy(() => import('./menu-page.tsx')),
  },
  { path: '/visits/$id', title: '上门活动', roles: office, component: lazy(() => import('./visit-page.tsx')) },
]
