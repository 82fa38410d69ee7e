/** @jsxImportSource preact */
import { daysBetween } from '../../../platform/base/civil-date.ts'
import type { CaseRow } from '../contract.ts'
import { deadlineNames } from '../names.zh.ts'

type Deadline = NonNullable<CaseRow['nextDeadline']>

/** A deadline in words with the days left; loud where it ends within three days or has passed. */
export const DueText = (props: { readonly it: Deadline; readonly today: string; readonly article?: boolean }) => {
  const { it, today } = props
  const name = deadlineNames[it.kind] ?? it.kind
  if (it.on === null) return <>{name}：当年节假日未公布，日子还算不出</>
  const left = daysBetween(today, it.on)
  const when = left < 0 ? `已过 ${-left} 天` : left === 0 ? '就是今天' : `还有 ${left} 天`
  return (
    <>
      {name}：最迟 {it.on}
      <span class={left <= 3 ? 'k-near' : undefined}>
        （{when}
        {it.calendarKnown ? '' : '，当年节假日未公布，没有顺延'}）
      </span>
      {props.article === true && `　${it.article}`}
    </>
  )
}
