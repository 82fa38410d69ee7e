/** @jsxImportSource preact */
import { Card } from '../../../platform/web/phone-kit/index.ts'
import './notices.css'

/** The way to the inbox, with how many are unread. */
export const InboxEntryCard = (props: { readonly unread: number }) => (
  <Card
    href="/m/notices"
    title="通知"
    note={props.unread > 0 ? <b class="n-count">{props.unread} 条未读</b> : '没有未读'}
  />
)
