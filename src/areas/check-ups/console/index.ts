import { SafetyCertificateOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import { office } from '../../../platform/base/operation.ts'
import type { ConsolePage } from '../../../platform/web/console-kit/page-type.ts'

export const pages: readonly ConsolePage[] = [
  {
    path: '/check-ups',
    title: '法治体检',
    menu: { group: 'squads', order: 50, icon: SafetyCertificateOutlined },
    roles: office,
    component: lazy(() => import('./check-ups-page.tsx')),
  },
  { path: '/check-ups/year', title: '体检全年', roles: office, component: lazy(() => import('./year-page.tsx')) },
  {
    path: '/check-ups/findings',
    title: '问题清单',
    roles: office,
    component: lazy(() => import('./findings-page.tsx')),
  },
  { path: '/check-ups/draws', title: '抽取记录', roles: office, component: lazy(() => import('./draws-page.tsx')) },
  { path: '/check-ups/draws/$id', title: '抽取记录', roles: office, component: lazy(() => import('./draw-page.tsx')) },
  {
    path: '/check-ups/instruments',
    title: '评估表',
    roles: office,
    component: lazy(() => import('./instruments-page.tsx')),
  },
  {
    path: '/check-ups/instruments/$version',
    title: '评估表',
    roles: office,
    component: lazy(() => import('./instrument-page.tsx')),
  },
  { path: '/check-ups/$id', title: '法治体检', roles: office, component: lazy(() => import('./check-up-page.tsx')) },
]
