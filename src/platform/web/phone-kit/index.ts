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
  TextField,
} from './parts.tsx'
export { ProblemNotice } from './problem-notice.tsx'
export { QueueNotice } from './queue-notice.tsx'
export { shrinkPhoto } from './shrink-photo.ts'
export { useQueue } from './use-queue.ts'
export type { SubjectQueue } from './use-queue.ts'
