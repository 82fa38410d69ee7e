/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { weekdayOf } from '../../../platform/base/civil-date.ts'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { call } from '../../../platform/web/client.ts'
import { minutesText } from '../../../platform/web/format.ts'
import { Button, Buttons, Card, Notice, ProblemNotice, useAction } from '../../../platform/web/phone-kit/index.ts'
import { setWeek } from '../contract.ts'
import type { Enterprise } from '../contract.ts'
import { weekProblems } from '../domain/index.ts'
import { gapKindNames, weekdayNames, weekdaysText, weekProblemTexts } from '../gap-names.zh.ts'
import { DayTrack } from './day-track.tsx'
import { GapEditor } from './gap-editor.tsx'

export type Pattern = Enterprise['patterns'][number]
/** `key` tells gaps apart while their times change. */
export type DraftGap = Pattern & { readonly key: number }

const draftOf = (patterns: readonly Pattern[]): DraftGap[] => patterns.map((one, key) => ({ ...one, key }))
const patternsOf = (draft: readonly DraftGap[]): Pattern[] =>
  draft.map(({ kind, weekdays, from, to, shiftName }) => ({ kind, weekdays, from, to, shiftName }))
const lineOf = (it: Pattern): string =>
  `${weekdaysText(it.weekdays)} ${minutesText(it.from, it.to)} ${gapKindNames[it.kind]}`

/** A new gap begins at noon, or after the last one of its day. */
const freshGap = (draft: readonly DraftGap[], day: number): DraftGap => {
  const taken = draft.filter((one) => one.weekdays.includes(day) && one.kind === 'break').map((one) => one.to)
  const from = Math.min(1380, Math.max(690, ...taken))
  return {
    key: Math.max(-1, ...draft.map((one) => one.key)) + 1,
    kind: 'break',
    weekdays: [day],
    from,
    to: from + 30,
    shiftName: null,
  }
}

/** The week, one day at a time: what a thumb can set. Saved as a whole. */
export const WeekCard = (props: {
  readonly enterprise: Enterprise
  readonly today: CivilDate
  readonly onSaved: (next: Enterprise) => void
}) => {
  const { enterprise } = props
  const [day, setDay] = useState(weekdayOf(props.today))
  // The version the edit was begun on: what others save meanwhile is met as a conflict.
  const [edited, setEdited] = useState<{ draft: DraftGap[]; begun: number }>()
  const [saved, setSaved] = useState(false)
  const saving = useAction()
  const draft = edited?.draft ?? draftOf(enterprise.patterns)
  const change = (next: DraftGap[]): void => {
    setSaved(false)
    saving.clear()
    setEdited({ draft: next, begun: edited?.begun ?? enterprise.version })
  }
  const save = (version: number): void => {
    void saving.run(async (idempotencyKey) => {
      const next = await call(setWeek, {
        params: { id: enterprise.id },
        body: { patterns: patternsOf(draft) },
        version,
        idempotencyKey,
      })
      props.onSaved(next)
      setEdited(undefined)
      setSaved(true)
    })
  }
  const problems = new Map(weekProblems(draft).map((it) => [draft[it.at]?.key, weekProblemTexts[it.problem]]))
  const stale = saving.problem?.code === 'STALE' ? saving.problem : undefined
  const theirs = stale?.differs?.find((one) => one.field === 'patterns')?.theirs as readonly Pattern[] | undefined
  const ofDay = draft.filter((gap) => gap.weekdays.includes(day)).toSorted((one, other) => one.from - other.from)
  const name = `周${weekdayNames[day - 1] ?? ''}`
  return (
    <Card title="一周的时间缝隙" note={edited ? '有改动未保存' : undefined}>
      <div class="e-days" role="group" aria-label="选星期">
        {weekdayNames.map((one, at) => (
          <button
            key={one}
            type="button"
            aria-pressed={day === at + 1}
            aria-label={`周${one}`}
            onClick={() => setDay(at + 1)}
          >
            {one}
            <i class={draft.some((gap) => gap.weekdays.includes(at + 1)) ? 'e-has' : ''} aria-hidden="true" />
          </button>
        ))}
      </div>
      <DayTrack
        gaps={ofDay}
        problems={problems}
        label={name}
        onChange={(next) => change(draft.map((gap) => (gap.key === next.key ? next : gap)))}
      />
      {ofDay.length === 0 && <p class="p-hint">{name}没有时间缝隙，轻骑兵不会来。</p>}
      <ul class="e-gaps">
        {ofDay.map((gap, at) => (
          <GapEditor
            key={gap.key}
            name={`${name}第 ${at + 1} 段`}
            gap={gap}
            day={day}
            problem={problems.get(gap.key)}
            onChange={(next) => change(draft.map((one) => (one.key === gap.key ? next : one)))}
            onRemove={(whole) =>
              change(
                whole || gap.weekdays.length === 1
                  ? draft.filter((one) => one.key !== gap.key)
                  : draft.map((one) =>
                      one.key === gap.key ? { ...one, weekdays: one.weekdays.filter((it) => it !== day) } : one,
                    ),
              )
            }
          />
        ))}
      </ul>
      <Button onClick={() => change([...draft, freshGap(draft, day)])}>{`给${name}加一段`}</Button>
      {stale && theirs ? (
        <Notice tone="warning" title="县总工会刚刚改过这一周">
          <p>您改的还在。请选留哪一个：</p>
          <p>
            <b>您的</b>
            {patternsOf(draft).map(lineOf).join('；') || '没有'}
          </p>
          <p>
            <b>对方的</b>
            {theirs.map(lineOf).join('；') || '没有'}
          </p>
          <div class="p-buttons">
            <Button busy={saving.busy} onClick={() => save(stale.version ?? enterprise.version)}>
              留我的
            </Button>
            <Button
              onClick={() => {
                saving.clear()
                setEdited(undefined)
                props.onSaved({ ...enterprise, patterns: [...theirs], version: stale.version ?? enterprise.version })
              }}
            >
              用对方的
            </Button>
          </div>
        </Notice>
      ) : (
        <ProblemNotice problem={saving.problem} />
      )}
      {saved && <Notice tone="success">这一周已保存，以后的排期按它来。</Notice>}
      {edited && !stale && (
        <Buttons>
          <Button kind="main" busy={saving.busy} onClick={() => save(edited.begun)}>
            保存这一周
          </Button>
          <Button
            onClick={() => {
              setEdited(undefined)
              saving.clear()
            }}
          >
            放弃改动
          </Button>
        </Buttons>
      )}
    </Card>
  )
}
