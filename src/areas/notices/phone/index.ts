import type { PhonePage } from '../../../platform/web/phone-kit/index.ts'
import { inboxPage } from './inbox-page.tsx'

export { InboxEntryCard } from './inbox-entry-card.tsx'
export const pages: readonly PhonePage[] = [inboxPage]
