import { StateTag } from '../../../platform/web/console-kit/index.ts'
import type { VisitRow } from '../contract.ts'
import { visitStateNames } from '../texts.zh.ts'

type Tone = Parameters<typeof StateTag>[0]['tone']

const tones: Readonly<Record<VisitRow['status'], Tone>> = {
  planned: 'neutral',
  dispatched: 'info',
  accepted: 'success',
  declined: 'danger',
  arrived: 'info',
  delivered: 'info',
  answered: 'info',
  settled: 'success',
  cancelled: 'neutral',
}

const missingNames = { RECORD: '没登记', ANSWER: '没评单', FOLLOW_UPS: '有后续没办结' } as const

/** A visit's state, and each thing it still lacks to be settled. */
export const VisitTags = ({ visit }: { readonly visit: Pick<VisitRow, 'status' | 'missing'> }) => (
  <span className="v-tags">
    <StateTag tone={tones[visit.status]}>{visitStateNames[visit.status] ?? ''}</StateTag>
    {visit.missing.map((one) => (
      <StateTag key={one} tone="warning">
        {missingNames[one]}
      </StateTag>
    ))}
  </span>
)
