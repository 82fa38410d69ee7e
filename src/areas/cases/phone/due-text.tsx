/** @jsxImportSource preact */
import { daysBetween } from '../../../platform/base/civil-date.ts'
import type { CaseRow } from '../contract.ts'
import { deadlineNames } from '../names.zh.ts'

/** A deadline in words; with `today` the days left, loud where they are few or over. */
export const DueText = (props: {
  readonly it: NonNullable<CaseRow['nextDeadline']>
  readonly today?: string
  readonly article?: boolean
}) => {
  const { it, today } = props
  const left = today && it.on ? daysBetween(today, it.on) : 99
  return (
    <>
      {deadlineNames[it.kind]}：
      {it.metOn ? `已在 ${it.metOn} 办` : it.on ? `最迟 ${it.on}` : '当年节假日未公布，日子还算不出'}
      {!it.metOn && it.on && !it.calendarKnown && '（当年节假日未公布，没有顺延）'}
      {left < 99 && <b class={left < 4 ? 'k-near' : ''}>{left < 0 ? `　已过 ${-left} 天` : `　还有 ${left} 天`}</b>}
      {props.article && `（${it.article}）`}
    </>
  )
}
