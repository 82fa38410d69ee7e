export { useAction } from './action.ts'
export { Mark, PhoneFrame } from './frame.tsx'
export type { Tab } from './frame.tsx'
export { Icon } from './icons.tsx'
export type { IconName } from './icons.tsx'
export { phonePage } from './page-type.ts'
export type { PhoneAt, PhonePage, PhoneView } from './page-type.ts'
export {
  Button,
  Buttons,
  Card,
  DateRange,
  EmptyState,
  Fact,
  Facts,
  Field,
  Meter,
  Notice,
  Sheet,
  SquadTag,
} from './parts.tsx'
export { ProblemNotice } from './problem-notice.tsx'
