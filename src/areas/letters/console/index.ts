import { FileProtectOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import { office } from '../../../platform/base/operation.ts'
import type { ConsolePage } from '../../../platform/web/console-kit/page-type.ts'

export const pages: readonly ConsolePage[] = [
  {
    path: '/letters',
    title: '一函两书',
    menu: { group: 'squads', order: 60, icon: FileProtectOutlined },
    roles: office,
    component: lazy(() => import('./letters-page.tsx')),
  },
  { path: '/letters/new', title: '起草函书', roles: office, component: lazy(() => import('./draft-page.tsx')) },
  { path: '/letters/$id', title: '函书', roles: office, component: lazy(() => import('./letter-page.tsx')) },
  { path: '/letters/$id/edit', title: '修改草稿', roles: office, component: lazy(() => import('./edit-page.tsx')) },
]
