import { AuditOutlined, BankOutlined, BarChartOutlined } from '@ant-design/icons'
import { lazy } from 'react'
import { office } from '../../../platform/base/operation.ts'
import type { ConsolePage } from '../../../platform/web/console-kit/page-type.ts'
import { clerks } from '../contract.ts'

export { CasesDue } from './cases-due.tsx'

export const pages: readonly ConsolePage[] = [
  {
    path: '/cases',
    title: '法律援助',
    menu: { group: 'squads', order: 70, icon: BankOutlined },
    roles: clerks,
    component: lazy(() => import('./cases-page.tsx')),
  },
  { path: '/cases/$id', title: '案件', roles: clerks, component: lazy(() => import('./case-page.tsx')) },
  {
    path: '/case-figures',
    title: '维权数字',
    menu: { group: 'squads', order: 75, icon: BarChartOutlined },
    roles: office,
    component: lazy(() => import('./figures-page.tsx')),
  },
  {
    path: '/clinics',
    title: '普法咨询',
    menu: { group: 'squads', order: 80, icon: AuditOutlined },
    roles: office,
    component: lazy(() => import('./clinics-page.tsx')),
  },
]
