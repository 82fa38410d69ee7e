import { BarChartOutlined, HomeOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import { office } from '../../../platform/base/operation.ts'
import type { ConsolePage } from '../../../platform/web/console-kit/page-type.ts'

export const pages: readonly ConsolePage[] = [
  {
    path: '/today',
    title: '今日',
    menu: { group: 'work', order: 10, icon: HomeOutlined },
    roles: office,
    component: lazy(() => import('./today-page.tsx')),
  },
  {
    path: '/figures',
    title: '报表',
    menu: { group: 'work', order: 60, icon: BarChartOutlined },
    roles: office,
    component: lazy(() => import('./figures-page.tsx')),
  },
]
