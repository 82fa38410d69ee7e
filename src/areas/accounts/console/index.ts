import { SafetyCertificateOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import type { ConsolePage } from '../../../platform/web/console-kit/page-type.ts'

export const pages: readonly ConsolePage[] = [
  {
    path: '/accounts',
    title: '账号',
    menu: { group: 'settings', order: 10, icon: SafetyCertificateOutlined },
    roles: ['admin'],
    component: lazy(() => import('./accounts-page.tsx')),
  },
]
