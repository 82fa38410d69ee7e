import { addDays, daysBetween, type CivilDate } from '../../../platform/base/civil-date.ts'
import type { Calendar } from '../../../platform/base/workdays.ts'
import { limitationOf } from './limitation.ts'
import type { Path } from './states.ts'
import { NEAR_DAYS } from './urgency.ts'

export const stepKinds = [
  'mediation_asked',
  'mediated',
  'arbitration_asked',
  'arbitration_docketed',
  'copy_served',
  'arbitration_prolonged',
  'award_served',
  'suit_filed',
  'judgment_served',
  'appeal_filed',
  'note',
] as const
export type StepKind = (typeof stepKinds)[number]

export interface Step {
  readonly kind: StepKind
  readonly on: CivilDate
}

export const deadlineKinds = [
  'limitation',
  'decide_aid',
  'assign_lawyer',
  'mediation',
  'arbitration_docket',
  'serve_copy',
  'defence',
  'award',
  'sue',
  'appeal',
] as const
export type DeadlineKind = (typeof deadlineKinds)[number]

export interface Deadline {
  readonly kind: DeadlineKind
  /** Last day, inclusive. Undefined where the year's holidays are not announced and working days count. */
  readonly on: CivilDate | undefined
  readonly from: CivilDate
  readonly article: string
  /** False where the days fall into a year not announced: the last day was not moved off a day of rest. */
  readonly calendarKnown: boolean
  /** The step that ended the wait. */
  readonly metOn: CivilDate | undefined
}

interface Rule {
  readonly kind: DeadlineKind
  readonly days: number
  readonly unit: 'days' | 'workdays'
  readonly from: readonly StepKind[]
  readonly met: readonly StepKind[]
  readonly article: string
}

const ARBITRATION = '劳动争议调解仲裁法'
/** 劳动争议调解仲裁法 14, 29, 30, 43, 50; 民事诉讼法 171. Days of three, five and ten are working days (人社部办案规则 80). */
const rules: readonly Rule[] = [
  {
    kind: 'mediation',
    days: 15,
    unit: 'days',
    from: ['mediation_asked'],
    met: ['mediated', 'arbitration_asked'],
    article: `${ARBITRATION}第十四条`,
  },
  {
    kind: 'arbitration_docket',
    days: 5,
    unit: 'workdays',
    from: ['arbitration_asked'],
    met: ['arbitration_docketed'],
    article: `${ARBITRATION}第二十九条`,
  },
  {
    kind: 'serve_copy',
    days: 5,
    unit: 'workdays',
    from: ['arbitration_docketed'],
    met: ['copy_served', 'award_served'],
    article: `${ARBITRATION}第三十条`,
  },
  {
    kind: 'defence',
    days: 10,
    unit: 'workdays',
    from: ['copy_served'],
    met: ['award_served'],
    article: `${ARBITRATION}第三十条`,
  },
  {
    kind: 'sue',
    days: 15,
    unit: 'days',
    from: ['award_served'],
    met: ['suit_filed'],
    article: `${ARBITRATION}第五十条`,
  },
  {
    kind: 'appeal',
    days: 15,
    unit: 'days',
    from: ['judgment_served'],
    met: ['appeal_filed'],
    article: '民事诉讼法第一百七十一条',
  },
]

const AWARD_DAYS = 45
const PROLONGED_DAYS = 15

/** Moves a last day that is a day of rest to the next working day; leaves it where the year is not announced. */
const offRest = (calendar: Calendar, day: CivilDate): { on: CivilDate; known: boolean } => {
  let on = day
  for (;;) {
    const works = calendar.isWorkday(on)
    if (!works.ok) return { on: day, known: false }
    if (works.value) return { on, known: true }
    on = addDays(on, 1)
  }
}

const dueOf = (
  calendar: Calendar,
  from: CivilDate,
  days: number,
  unit: Rule['unit'],
): Pick<Deadline, 'on' | 'calendarKnown'> => {
  if (unit === 'workdays') {
    const on = calendar.addWorkdays(from, days)
    return { on: on.ok ? on.value : undefined, calendarKnown: on.ok }
  }
  const { on, known } = offRest(calendar, addDays(from, days))
  return { on, calendarKnown: known }
}

export interface CaseDates {
  readonly stillEmployed: boolean | null
  readonly leftOn: CivilDate | null
  readonly receivedOn: CivilDate
  readonly acceptedOn: CivilDate | null
  readonly path: Path | null
  readonly assignedOn: CivilDate | null
  readonly steps: readonly Step[]
}

/** Every deadline that runs or has run, by date; what was met is kept and says when. */
export const deadlinesOf = (it: CaseDates, calendar: Calendar): Deadline[] => {
  const steps = it.steps.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const after = (kinds: readonly StepKind[], day: CivilDate): CivilDate | undefined =>
    steps.find((step) => kinds.includes(step.kind) && step.on >= day)?.on
  const found: Deadline[] = []
  const limitation = limitationOf(it)
  if (limitation)
    found.push({ kind: 'limitation', ...limitation, article: `${ARBITRATION}第二十七条`, calendarKnown: true })
  const decided = it.acceptedOn ?? undefined
  found.push({
    kind: 'decide_aid',
    from: it.receivedOn,
    ...dueOf(calendar, it.receivedOn, 7, 'days'),
    article: '法律援助法第四十三条',
    metOn: decided,
  })
  // Who only asks, or has a paper written, is given nobody.
  if (it.acceptedOn && it.path !== 'advice' && it.path !== 'drafting')
    found.push({
      kind: 'assign_lawyer',
      from: it.acceptedOn,
      ...dueOf(calendar, it.acceptedOn, 3, 'days'),
      article: '法律援助法第四十三条',
      metOn: it.assignedOn ?? undefined,
    })
  for (const rule of rules)
    for (const step of steps.filter((one) => rule.from.includes(one.kind)))
      found.push({
        kind: rule.kind,
        from: step.on,
        ...dueOf(calendar, step.on, rule.days, rule.unit),
        article: rule.article,
        metOn: after(rule.met, step.on),
      })
  const docketed = steps.findLast((step) => step.kind === 'arbitration_docketed')
  if (docketed) {
    const prolonged = after(['arbitration_prolonged'], docketed.on) !== undefined
    const days = AWARD_DAYS + (prolonged ? PROLONGED_DAYS : 0)
    found.push({
      kind: 'award',
      from: docketed.on,
      ...dueOf(calendar, docketed.on, days, 'days'),
      article: `${ARBITRATION}第四十三条`,
      metOn: after(['award_served'], docketed.on),
    })
  }
  return found.toSorted((a, b) => ((a.on ?? a.from) < (b.on ?? b.from) ? -1 : 1))
}

type Shown = { readonly on: CivilDate | null | undefined; readonly metOn: CivilDate | null | undefined }

const isOver = (it: Shown, today: CivilDate): boolean => !it.metOn && !!it.on && it.on < today

/** What runs next, in the order of `deadlinesOf`: the first that can still be kept, else the last that passed. */
export const nextOf = <It extends Shown>(deadlines: readonly It[], today: CivilDate): It | undefined => {
  const running = deadlines.filter((it) => !it.metOn)
  return running.find((it) => !isOver(it, today)) ?? running.at(-1)
}

/** Those that passed with nothing done. */
export const overdueOf = <It extends Shown>(deadlines: readonly It[], today: CivilDate): It[] =>
  deadlines.filter((it) => isOver(it, today))

/** Days before a last day on which people are told, each once; a limitation that is missed is lost for good. */
const tellAt = (kind: string): readonly number[] => (kind === 'limitation' ? [3, 7, NEAR_DAYS] : [3])
/** Days after a missed last day in which that is still told. */
const TELL_MISSED = 7

/** What is to be told of a deadline today: by the mark that is reached, that it passed, or that it cannot be counted. */
export const tellingOf = (it: Shown & { readonly kind: string }, today: CivilDate): string | undefined => {
  if (it.metOn) return undefined
  if (!it.on) return 'unknown'
  const left = daysBetween(today, it.on)
  if (left < 0) return -left <= TELL_MISSED ? 'missed' : undefined
  const mark = tellAt(it.kind).find((days) => left <= days)
  return mark === undefined ? undefined : String(mark)
}
