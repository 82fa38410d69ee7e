import type { Role } from '../../../platform/base/operation.ts'

/** Login names of the demo county, one a role; the county is made with them and the sign-in page offers them. */
export const demoUsername = (role: Role): string => `demo-${role}`

/** The password of the invented accounts; they exist in the demo county only, which says so on every page. */
export const DEMO_PASSWORD = 'qingqi-demo-2026'
