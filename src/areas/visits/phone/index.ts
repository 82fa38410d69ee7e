import type { PhonePage } from '../../../platform/web/phone-kit/index.ts'
import { orderPage } from './order-page.tsx'
import { ordersPage } from './orders-page.tsx'
import { signPage } from './sign-page.tsx'
import { visitPage } from './visit-page.tsx'
import { visitsPage } from './visits-page.tsx'

export const pages: readonly PhonePage[] = [visitsPage, visitPage, orderPage, ordersPage, signPage]
