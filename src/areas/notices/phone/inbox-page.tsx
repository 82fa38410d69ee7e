/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { call } from '../../../platform/web/client.ts'
import {
  Button,
  Buttons,
  EmptyState,
  Icon,
  phonePage,
  ProblemNotice,
  useAction,
} from '../../../platform/web/phone-kit/index.ts'
import { listNotices, markAllRead, markRead, readMailChoice, type InboxEntry } from '../contract.ts'
import { timeText } from '../time-text.zh.ts'
import { MailCard, type MailChoice } from './mail-card.tsx'
import './notices.css'

const LIMIT = 20

interface Data {
  readonly rows: readonly InboxEntry[]
  readonly next: string | null
  readonly unread: number
  readonly mail: MailChoice
}

const Entry = (props: { readonly entry: InboxEntry; readonly today: string; readonly onOpen: () => void }) => {
  const { entry } = props
  return (
    <li>
      <button type="button" class={entry.read ? 'n-entry' : 'n-entry n-unread'} onClick={props.onOpen}>
        <span class="n-head">
          <b>
            {!entry.read && <i class="n-dot" role="img" aria-label="未读" />}
            {entry.title}
          </b>
          {entry.link !== null && <Icon name="next" size={18} />}
        </span>
        {entry.lines.map((line, at) => (
          <span key={at} class="n-line">
            {line}
          </span>
        ))}
        <time dateTime={entry.createdAt}>{timeText(entry.createdAt, props.today)}</time>
      </button>
    </li>
  )
}

/** 通知: what concerns me, newest first; a tap marks it as read and leads to it. */
export const inboxPage = phonePage<Data>({
  path: '/m/notices',
  roles: 'signed-in',
  title: '通知',
  back: '/m/mine',
  load: async (ask) => ({ ...(await ask(listNotices, { query: { limit: LIMIT } })), mail: await ask(readMailChoice) }),
  view: ({ data, me }) => {
    const [{ rows, next, unread }, setInbox] = useState<Omit<Data, 'mail'>>(data)
    const acting = useAction()
    const open = (entry: InboxEntry): void => {
      const follow = (): void => {
        if (entry.link !== null) location.assign(entry.link)
      }
      if (entry.read) return follow()
      void acting.run(async (idempotencyKey) => {
        await call(markRead, { params: { id: entry.id }, idempotencyKey })
        setInbox((it) => ({
          ...it,
          unread: it.unread - 1,
          rows: it.rows.map((row) => (row.id === entry.id ? { ...row, read: true } : row)),
        }))
        follow()
      })
    }
    const readAll = (): Promise<boolean> =>
      acting.run(async (idempotencyKey) => {
        await call(markAllRead, { body: { upTo: rows[0]!.id }, idempotencyKey })
        setInbox(await call(listNotices, { query: { limit: LIMIT } }))
      })
    const further = (): Promise<boolean> =>
      acting.run(async () => {
        const page = await call(listNotices, { query: { limit: LIMIT, before: next! } })
        setInbox((it) => ({ ...page, rows: [...it.rows, ...page.rows] }))
      })
    return (
      <>
        <ProblemNotice problem={acting.problem} />
        {unread > 0 && rows.length > 0 && (
          <div class="n-bar">
            <span>{unread} 条未读</span>
            <button type="button" class="p-plain-button" disabled={acting.busy} onClick={() => void readAll()}>
              全部标为已读
            </button>
          </div>
        )}
        {rows.length === 0 ? (
          <EmptyState title="还没有通知" hint="派单、排期变动和要您办的事，会在这里告诉您。" />
        ) : (
          <ul class="n-list">
            {rows.map((entry) => (
              <Entry key={entry.id} entry={entry} today={me!.org.today} onOpen={() => open(entry)} />
            ))}
          </ul>
        )}
        {next !== null && (
          <Buttons>
            <Button busy={acting.busy} onClick={() => void further()}>
              更早的通知
            </Button>
          </Buttons>
        )}
        <MailCard choice={data.mail} />
      </>
    )
  },
})
