import { Tag } from 'antd'
import { daysBetween } from '../../../platform/base/civil-date.ts'
import { dateText } from '../../../platform/web/format.ts'
import type { CaseRow } from '../contract.ts'
import { caseStateNames, deadlineNames, urgencyNames } from '../names.zh.ts'
import './cases.css'

const tones: Readonly<Record<string, string>> = { received: 'warning', open: 'processing', closed: 'success' }
export const CaseState = ({ status }: { readonly status: string }) => (
  <Tag color={tones[status]}>{caseStateNames[status]}</Tag>
)

export const Urgencies = ({ names }: { readonly names: readonly string[] }) =>
  names.map((it) => (
    <Tag key={it} color="error">
      {urgencyNames[it]}
    </Tag>
  ))

/** A deadline in words, with the days left. */
export const deadlineText = (it: NonNullable<CaseRow['nextDeadline']>, today: string): string => {
  const name = deadlineNames[it.kind] ?? it.kind
  if (it.on === null) return `${name}：当年节假日未公布，按工作日算不出`
  const left = daysBetween(today, it.on)
  const when = left < 0 ? `已过 ${-left} 天` : left === 0 ? '今天' : `还有 ${left} 天`
  return `${name}：${dateText(it.on, today)}（${when}${it.calendarKnown ? '' : '，遇假未顺延'}）`
}

/** What runs next, red where it ends within three days; before it what passed with nothing done. */
export const DueText = ({ it, today }: { readonly it: CaseRow; readonly today: string }) => {
  const next = it.nextDeadline
  const passed = it.overdue.filter((kind) => kind !== next?.kind || (next.on !== null && next.on >= today))
  const near = next !== null && next.on !== null && daysBetween(today, next.on) <= 3
  return (
    <>
      {passed.length > 0 && (
        <Tag color="error">已过：{passed.map((kind) => deadlineNames[kind] ?? kind).join('、')}</Tag>
      )}
      {next && <span className={near ? 'k-near' : undefined}>{deadlineText(next, today)}</span>}
    </>
  )
}

/** Fen as yuan in figures. */
export const yuan = (fen: number): string =>
  (fen / 100).toLocaleString('zh-CN', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
