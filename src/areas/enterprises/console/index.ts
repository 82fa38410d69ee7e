import { ShopOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import { office } from '../../../platform/base/operation.ts'
import type { ConsolePage } from '../../../platform/web/console-kit/page-type.ts'

export const pages: readonly ConsolePage[] = [
  {
    path: '/enterprises',
    title: '企业',
    menu: { group: 'work', order: 30, icon: ShopOutlined },
    roles: office,
    component: lazy(() => import('./list-page.tsx')),
  },
  {
    path: '/enterprises/import',
    title: '导入企业名册',
    roles: ['admin', 'staff'],
    component: lazy(() => import('./import-page.tsx')),
  },
  {
    path: '/enterprises/$id',
    title: '企业',
    roles: office,
    component: lazy(() => import('./enterprise-page.tsx')),
  },
]
