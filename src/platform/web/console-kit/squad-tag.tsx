import { squadNames } from '../tokens.ts'
import type { SquadTone } from '../tokens.ts'

/** A squad by colour and character. */
export const SquadTag = (props: { readonly squad: SquadTone; readonly short?: boolean }) => {
  const { name, glyph } = squadNames[props.squad]
  return (
    <span className={`q-squad q-squad-${props.squad}`} title={props.short ? `${name}轻骑兵` : undefined}>
      <i aria-hidden="true">{glyph}</i>
      <span className={props.short ? 'q-unseen' : undefined}>{name}</span>
    </span>
  )
}

/** A state as a word in a quiet pill; `tone` carries its weight. */
export const StateTag = (props: {
  readonly tone: 'neutral' | 'info' | 'success' | 'warning' | 'danger'
  readonly children: string
}) => <span className={`q-state q-state-${props.tone}`}>{props.children}</span>
