import { NotificationOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { ConsolePage } from '../../../platform/web/console-kit/page-type.ts'

export { NoticeBell } from './bell.tsx'

export const pages: readonly ConsolePage[] = [
  { path: '/notices', title: '通知', component: lazy(() => import('./inbox-page.tsx')) },
  {
    path: '/notice-settings',
    title: '通知设置',
    menu: { group: 'settings', order: 40, icon: NotificationOutlined },
    roles: ['admin'],
    component: lazy(() => import('./settings-page.tsx')),
  },
]
