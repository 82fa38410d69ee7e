import { BankOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import { office } from '../../../platform/base/operation.ts'
import type { ConsolePage } from '../../../platform/web/console-kit/page-type.ts'

export const pages: readonly ConsolePage[] = [
  {
    path: '/parameters',
    title: '法定参数',
    menu: { group: 'settings', order: 20, icon: BankOutlined },
    roles: office,
    component: lazy(() => import('./parameters-page.tsx')),
  },
]
