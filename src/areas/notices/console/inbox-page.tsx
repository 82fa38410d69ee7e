import { Button, Segmented, Spin } from 'antd'
import { useState } from 'react'
import { EmptyState, Page, ProblemAlert, Section } from '../../../platform/web/console-kit/index.ts'
import { EntryList } from './entry-list.tsx'
import { MailChoice } from './mail-choice.tsx'
import { useInbox, useOpenEntry, useReadAll, useUnread } from './use-notices.ts'
import './notices.css'

const InboxPage = () => {
  const [only, setOnly] = useState<'all' | 'unread'>('all')
  const inbox = useInbox({ unread: only === 'unread', limit: 20 })
  const unread = useUnread().data?.unread ?? 0
  const opening = useOpenEntry()
  const reading = useReadAll()
  const entries = inbox.data?.pages.flatMap((page) => page.rows) ?? []
  const newest = entries[0]?.id
  return (
    <Page
      title="通知"
      lead="派给您的事和与您有关的变动，从新到旧"
      actions={
        <Button
          disabled={unread === 0 || newest === undefined}
          loading={reading.isPending}
          onClick={() => newest !== undefined && reading.mutate(newest)}
        >
          全部标为已读
        </Button>
      }
    >
      <ProblemAlert
        error={inbox.error ?? opening.error ?? reading.error}
        onRetry={inbox.error ? () => void inbox.refetch() : undefined}
      />
      <div className="n-columns">
        <Section
          flush
          title={
            <Segmented
              aria-label="显示哪些"
              value={only}
              onChange={setOnly}
              options={[
                { value: 'all', label: '全部' },
                { value: 'unread', label: unread > 0 ? `未读 ${unread}` : '未读' },
              ]}
            />
          }
        >
          {inbox.isPending && (
            <div className="q-waiting">
              <Spin description="正在打开" />
            </div>
          )}
          {inbox.data && entries.length === 0 && (
            <EmptyState
              title={only === 'unread' ? '都看过了' : '还没有通知'}
              hint={only === 'unread' ? undefined : '派单、取消和要办的事会在这里告诉您。'}
            />
          )}
          <EntryList entries={entries} lines={20} onOpen={(entry) => opening.open(entry)} />
          {inbox.hasNextPage && (
            <div className="n-further">
              <Button loading={inbox.isFetchingNextPage} onClick={() => void inbox.fetchNextPage()}>
                更早的通知
              </Button>
            </div>
          )}
        </Section>
        <MailChoice />
      </div>
    </Page>
  )
}

export default InboxPage
