import { daysBetween } from '../../../platform/base/civil-date.ts'
import { CivilDate, StateTag } from '../../../platform/web/console-kit/index.ts'
import type { LetterRow } from '../contract.ts'
import { terms } from '../domain/index.ts'
import { dueUnknown, letterStateNames } from '../texts.zh.ts'

type Tone = Parameters<typeof StateTag>[0]['tone']

const tones: Readonly<Record<LetterRow['state'], Tone>> = {
  draft: 'neutral',
  submitted: 'info',
  issued: 'info',
  delivered: 'info',
  answered: 'warning',
  overdue: 'danger',
  closed: 'success',
  escalated: 'warning',
  withdrawn: 'neutral',
}

export const LetterState = (props: { readonly state: LetterRow['state'] }) => (
  <StateTag tone={tones[props.state]}>{letterStateNames[props.state]}</StateTag>
)

/** Days before the end at which a running term is marked. */
const NEAR = 3

/** The last day of the term, how far off it is while it runs, and whether a law sets it. */
export const Due = (props: {
  readonly letter: Pick<LetterRow, 'kind' | 'state' | 'deliveredOn' | 'dueOn'>
  readonly today: string
}) => {
  const { deliveredOn, dueOn, state, kind } = props.letter
  if (!dueOn) return <span className="l-faint">{deliveredOn ? dueUnknown : '送达后起算'}</span>
  const left = daysBetween(props.today, dueOn)
  return (
    <span className="l-due">
      <CivilDate date={dueOn} today={props.today} />
      {state === 'delivered' && (
        <StateTag tone={left <= NEAR ? 'warning' : 'neutral'}>
          {left < 0 ? '已过' : left === 0 ? '今天到期' : `还有 ${left} 天`}
        </StateTag>
      )}
      <small>{terms[kind].statutory ? '法定' : '工会建议'}</small>
    </span>
  )
}
