import { BellOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Badge, Button, Drawer, Spin } from 'antd'
import { useState } from 'react'
import { EmptyState, ProblemAlert } from '../../../platform/web/console-kit/index.ts'
import { EntryList } from './entry-list.tsx'
import { useInbox, useOpenEntry, useReadAll, useUnread } from './use-notices.ts'
import './notices.css'

const Latest = (props: { readonly onClose: () => void }) => {
  const inbox = useInbox({ unread: false, limit: 10 })
  const opening = useOpenEntry()
  const entries = inbox.data?.pages[0]?.rows ?? []
  return (
    <>
      <ProblemAlert error={inbox.error ?? opening.error} onRetry={() => void inbox.refetch()} />
      {inbox.isPending && (
        <div className="q-waiting">
          <Spin description="正在打开" />
        </div>
      )}
      {inbox.data && entries.length === 0 && (
        <EmptyState title="还没有通知" hint="派单、取消和要办的事会在这里告诉您。" />
      )}
      <EntryList
        entries={entries}
        lines={2}
        onOpen={(entry) => {
          if (opening.open(entry)) props.onClose()
        }}
      />
    </>
  )
}

/** The bell of the top bar: how many notices are unread, and the latest ones in a drawer. */
export const NoticeBell = () => {
  const [open, setOpen] = useState(false)
  const unread = useUnread().data?.unread ?? 0
  const reading = useReadAll()
  const newest = useInbox({ unread: false, limit: 10, enabled: open }).data?.pages[0]?.rows[0]?.id
  return (
    <>
      <Button
        type="text"
        className="n-bell"
        aria-label={unread > 0 ? `通知，${unread} 条未读` : '通知'}
        onClick={() => setOpen(true)}
        icon={
          <Badge count={unread} overflowCount={99} size="small" offset={[2, -2]}>
            <BellOutlined className="n-bell-icon" />
          </Badge>
        }
      />
      <Drawer
        title="通知"
        placement="right"
        size={400}
        open={open}
        destroyOnHidden
        onClose={() => setOpen(false)}
        styles={{ wrapper: { maxWidth: '100vw' }, body: { padding: 0 } }}
        extra={
          unread > 0 && (
            <Button
              size="small"
              disabled={newest === undefined}
              loading={reading.isPending}
              onClick={() => newest !== undefined && reading.mutate(newest)}
            >
              全部已读
            </Button>
          )
        }
        footer={
          <Link to="/notices" className="n-all" onClick={() => setOpen(false)}>
            查看全部通知
          </Link>
        }
      >
        <ProblemAlert error={reading.error} />
        <Latest onClose={() => setOpen(false)} />
      </Drawer>
    </>
  )
}
