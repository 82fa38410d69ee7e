import { StateTag } from '../../../platform/web/console-kit/index.ts'
import type { Board } from '../contract.ts'

const states = {
  draft: ['草稿', 'warning'],
  published: ['现行', 'success'],
  superseded: ['已替换', 'neutral'],
} as const

export const PlanTag = ({ status }: { readonly status: Board['status'] }) => (
  <StateTag tone={states[status][1]}>{states[status][0]}</StateTag>
)
