/** Every operation of the visits: the menu, orders, the plan, the visits themselves, calendars. */
export * from './menu-contract.ts'
export * from './request-contract.ts'
export * from './plan-contract.ts'
export * from './visit-contract.ts'
export * from './feed-contract.ts'
