/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import { formatMinute, parseMinute } from '../../../platform/base/civil-date.ts'
import { call } from '../../../platform/web/client.ts'
import {
  Button,
  Buttons,
  Card,
  Field,
  Notice,
  ProblemNotice,
  useAction,
} from '../../../platform/web/phone-kit/index.ts'
import { editMember } from '../contract.ts'
import type { Hours } from '../domain/index.ts'
import { allHoursText, weekdayNames } from '../hours-text.zh.ts'
import type { Membership } from './availability-page.tsx'

/** My hours of every week in one team. None given: I come whenever the team goes. */
export const HoursCard = (props: { readonly membership: Membership; readonly reload: () => Promise<void> }) => {
  const { membership } = props
  // The version the edit was begun on: the leader may change my hours meanwhile.
  const [edited, setEdited] = useState<{ hours: readonly Hours[]; begun: number }>()
  const [saved, setSaved] = useState(false)
  const saving = useAction()
  const hours: readonly Hours[] = edited?.hours ?? membership.availability
  const change = (next: readonly Hours[]): void => {
    setSaved(false)
    saving.clear()
    setEdited({ hours: next, begun: edited?.begun ?? membership.version })
  }
  const set = (at: number, part: Partial<Hours>): void =>
    change(hours.map((one, place) => (place === at ? { ...one, ...part } : one)))
  const save = (version: number): void => {
    void saving.run(async (idempotencyKey) => {
      await call(editMember, {
        params: { id: membership.id },
        body: { availability: hours.map((one) => ({ ...one, weekdays: [...one.weekdays] })) },
        version,
        idempotencyKey,
      })
      await props.reload()
      setEdited(undefined)
      setSaved(true)
    })
  }
  const stale = saving.problem?.code === 'STALE' ? saving.problem : undefined
  const time = (at: number, name: 'from' | 'to', label: string) => (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          type="time"
          step={300}
          value={formatMinute((hours[at]?.[name] ?? 0) % 1440)}
          onInput={(event) => {
            const minute = parseMinute(event.currentTarget.value)
            // 00:00 as an end is midnight.
            if (minute !== undefined) set(at, { [name]: name === 'to' && minute === 0 ? 1440 : minute })
          }}
        />
      )}
    </Field>
  )
  return (
    <Card title={membership.teamName} note={edited ? '有改动未保存' : '每周什么时候能去'}>
      {hours.length === 0 && <p class="p-hint">没有填。小分队出勤的时候，您都算能去。</p>}
      {hours.map((row, at) => (
        <fieldset key={at} class="s-hours">
          <legend>第 {at + 1} 段</legend>
          <div class="s-days" role="group" aria-label={`第 ${at + 1} 段星期`}>
            {weekdayNames.map((name, place) => {
              const on = row.weekdays.includes(place + 1)
              return (
                <button
                  key={name}
                  type="button"
                  aria-label={`第 ${at + 1} 段周${name}`}
                  aria-pressed={on}
                  disabled={on && row.weekdays.length === 1}
                  onClick={() =>
                    set(at, {
                      weekdays: on
                        ? row.weekdays.filter((day) => day !== place + 1)
                        : [...row.weekdays, place + 1].toSorted((a, b) => a - b),
                    })
                  }
                >
                  {name}
                </button>
              )
            })}
          </div>
          <div class="s-pair">
            {time(at, 'from', '从')}
            {time(at, 'to', '到')}
          </div>
          <button
            type="button"
            class="p-plain-button s-remove"
            onClick={() => change(hours.filter((_, place) => place !== at))}
          >
            删除第 {at + 1} 段
          </button>
        </fieldset>
      ))}
      {stale ? (
        <Notice tone="warning" title="小队长刚刚改过您的时间">
          <p>您填的还在。请选留哪一个：</p>
          <p>
            <b>您的</b>
            {allHoursText(hours) || '随队出勤'}
          </p>
          {stale.differs
            ?.filter((one) => one.field === 'availability' && Array.isArray(one.theirs))
            .map((one) => (
              <p key={one.field}>
                <b>对方的</b>
                {allHoursText(one.theirs as Hours[]) || '随队出勤'}
              </p>
            ))}
          <div class="p-buttons">
            <Button busy={saving.busy} onClick={() => save(stale.version ?? membership.version)}>
              留我的
            </Button>
            <Button
              onClick={() => {
                saving.clear()
                setEdited(undefined)
                void saving.run(props.reload)
              }}
            >
              用对方的
            </Button>
          </div>
        </Notice>
      ) : (
        <ProblemNotice problem={saving.problem} />
      )}
      {saved && <Notice tone="success">已保存，以后的排期按它来。</Notice>}
      <Buttons>
        <Button onClick={() => change([...hours, { weekdays: [1, 2, 3, 4, 5], from: 690, to: 810 }])}>加一段</Button>
        {edited && !stale && (
          <Button kind="main" busy={saving.busy} onClick={() => save(edited.begun)}>
            保存
          </Button>
        )}
      </Buttons>
    </Card>
  )
}
