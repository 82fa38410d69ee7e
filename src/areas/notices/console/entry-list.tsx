import { RightOutlined } from '@ant-design/icons'
import { useMe } from '../../../platform/web/console-kit/index.ts'
import type { InboxEntry } from '../contract.ts'
import { consolePath } from '../domain/index.ts'
import { timeText } from '../time-text.zh.ts'
import './notices.css'

/** Entries one under another; unread ones carry a dot. `lines` is how many lines of each are shown. */
export const EntryList = (props: {
  readonly entries: readonly InboxEntry[]
  readonly lines: number
  readonly onOpen: (entry: InboxEntry) => void
}) => {
  const { today } = useMe().org
  return (
    <ul className="n-list">
      {props.entries.map((entry) => {
        const more = entry.lines.length - props.lines
        const leads = consolePath(entry.link) !== undefined
        return (
          <li key={entry.id}>
            <button
              type="button"
              className={entry.read ? 'n-entry' : 'n-entry n-unread'}
              disabled={entry.read && !leads}
              onClick={() => props.onOpen(entry)}
            >
              <span className="n-head">
                <b>{entry.title}</b>
                {!entry.read && <span className="q-unseen">（未读）</span>}
                <time dateTime={entry.createdAt}>{timeText(entry.createdAt, today)}</time>
              </span>
              {entry.lines.slice(0, props.lines).map((line, at) => (
                // Lines of a notice never change their places.
                <span key={at} className="n-line">
                  {line}
                </span>
              ))}
              {more > 0 && <span className="n-line n-more">还有 {more} 条</span>}
              {leads && <RightOutlined className="n-next" aria-hidden="true" />}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
