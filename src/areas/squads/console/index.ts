import { TeamOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import { office } from '../../../platform/base/operation.ts'
import type { ConsolePage } from '../../../platform/web/console-kit/page-type.ts'

export const pages: readonly ConsolePage[] = [
  {
    path: '/squads',
    title: '小队',
    menu: { group: 'work', order: 40, icon: TeamOutlined },
    roles: office,
    component: lazy(() => import('./squads-page.tsx')),
  },
]
