/** @jsxImportSource preact */
import { useState } from 'preact/hooks'
import type { OutputOf } from '../../../platform/base/operation.ts'
import { call } from '../../../platform/web/client.ts'
import { minutesText, nearDate } from '../../../platform/web/format.ts'
import {
  Button,
  Buttons,
  Card,
  Fact,
  Facts,
  Field,
  Notice,
  phonePage,
  ProblemNotice,
  Sheet,
  useAction,
} from '../../../platform/web/phone-kit/index.ts'
import { readClinic, recordClinic } from '../contract.ts'
import { topicNames } from '../names.zh.ts'
import { bodyOf, counted, linesOf, type Line } from './clinic-draft.ts'
import { ClinicConflict } from './clinic-conflict.tsx'
import { Stepper } from './stepper.tsx'
import { useClinicDraft } from './use-clinic-draft.ts'
import './cases.css'

type Detail = OutputOf<typeof readClinic>

/** Names with one tap each, and a line for any other. */
const AddLine = (props: {
  readonly label: string
  readonly maxLength: number
  readonly offered: readonly string[]
  readonly taken: readonly string[]
  readonly onAdd: (name: string) => void
}) => {
  const [other, setOther] = useState('')
  const free = [...new Set(props.offered)].filter((it) => !props.taken.includes(it))
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        const name = other.trim()
        if (name !== '' && !props.taken.includes(name)) props.onAdd(name)
        setOther('')
      }}
    >
      <div class="k-chips">
        {free.map((it) => (
          <button key={it} type="button" onClick={() => props.onAdd(it)}>
            + {it}
          </button>
        ))}
      </div>
      <Field label={props.label}>
        {(control) => (
          <div class="k-other">
            <input
              {...control}
              maxLength={props.maxLength}
              value={other}
              onInput={(event) => setOther(event.currentTarget.value)}
            />
            <Button type="submit" disabled={other.trim() === ''}>
              加上
            </Button>
          </div>
        )}
      </Field>
    </form>
  )
}

const parts = [
  { part: 'questions', title: '问了什么', labels: ['提问', '当场答复'], other: '别的主题', length: 30, max: 5000 },
  { part: 'pamphlets', title: '发了什么', labels: ['份数'], other: '别的资料', length: 60, max: 50_000 },
] as const

/** What is counted on site: questions by topic, or pamphlets by title. */
const Counting = (props: {
  readonly it: (typeof parts)[number]
  readonly lines: readonly Line[]
  readonly offered: readonly string[]
  readonly change: (lines: readonly Line[]) => void
}) => {
  const { it, lines, change } = props
  const own = lines.filter((line) => line.part === it.part)
  const sum = (at: number): number => own.reduce((all, line) => all + line.counts[at]!, 0)
  return (
    <Card title={it.title} note={it.labels.map((label, at) => `${label} ${sum(at)}`).join('，')}>
      {own.map((line) => (
        <div key={line.name} class="k-line">
          <div class="k-line-head">
            <b>{line.name}</b>
            <button
              type="button"
              class="p-plain-button"
              aria-label={`去掉${line.name}`}
              onClick={() => change(lines.filter((one) => one !== line))}
            >
              去掉
            </button>
          </div>
          {it.labels.map((label, at) => (
            <Stepper
              key={label}
              of={line.name}
              label={label}
              value={line.counts[at]!}
              min={at === 0 ? 1 : 0}
              max={it.max}
              onChange={(value) => change(lines.map((one) => (one === line ? counted(line, at, value) : one)))}
            />
          ))}
        </div>
      ))}
      <AddLine
        label={it.other}
        maxLength={it.length}
        offered={props.offered}
        taken={own.map((line) => line.name)}
        onAdd={(name) =>
          // One has asked, nobody is answered yet; or one copy.
          change([...lines, { part: it.part, name, counts: it.labels.map((_, at) => (at === 0 ? 1 : 0)) }])
        }
      />
    </Card>
  )
}

/** One clinic of my team: counted by taps while people stand at the table, saved when there is a minute. */
export const clinicPage = phonePage<Detail>({
  path: '/m/clinics/:id',
  roles: ['leader', 'member'],
  title: '普法咨询',
  back: '/m/clinics',
  load: (ask, { params }) => ask(readClinic, { params: { id: params['id']! } }),
  view: ({ data, me }) => {
    const [it, setIt] = useState(data)
    const [kept, keep] = useClinicDraft(`clinic ${me!.person.id} ${data.visitId}`)
    const [saved, setSaved] = useState(false)
    const saving = useAction()
    const { today } = me!.org
    const lines = kept?.lines ?? linesOf(it)
    const change = (next: readonly Line[]): void => {
      setSaved(false)
      saving.clear()
      keep({ lines: next, begun: kept?.begun ?? it.version })
    }
    const save = (next: readonly Line[], version: number): void =>
      void saving.run(async (idempotencyKey) => {
        const params = { id: it.visitId }
        await call(recordClinic, { params, version, idempotencyKey, body: bodyOf(next) })
        setIt(await call(readClinic, { params }))
        keep(undefined)
        setSaved(true)
      })
    const conflict = saving.problem?.code === 'STALE' ? saving.problem : undefined
    const theirs = Object.fromEntries((conflict?.differs ?? []).map((one) => [one.field, one.theirs]))
    return (
      <>
        <Card
          title={it.enterpriseName}
          squad="rights"
          note={kept ? '有改动未保存' : it.recorded ? '已登记' : undefined}
        >
          <Facts>
            <Fact label="时间">
              {nearDate(it.date, today)} {minutesText(it.startMinute, it.endMinute)}
            </Fact>
            <Fact label="小分队">{it.teamName}</Fact>
            {it.cases > 0 && <Fact label="立案">{it.cases} 件</Fact>}
          </Facts>
          <Buttons>
            <Button kind={it.held ? 'plain' : 'main'} href={`/m/visits/${it.visitId}`}>
              {it.held ? '看这次上门' : '去记到场'}
            </Button>
          </Buttons>
        </Card>
        {!it.held && <Notice tone="info">到场以后，在这里登记问了什么、答了多少、发了什么。</Notice>}
        {it.held &&
          parts.map((one) => (
            <Counting
              key={one.part}
              it={one}
              lines={lines}
              offered={one.part === 'questions' ? [...it.known.topics, ...Object.values(topicNames)] : it.known.titles}
              change={change}
            />
          ))}
        <div class="k-save">
          {!conflict && <ProblemNotice problem={saving.problem} />}
          {saved && <Notice tone="success">已保存。</Notice>}
          {kept && (
            <Button kind="main" busy={saving.busy} onClick={() => save(lines, kept.begun)}>
              保存
            </Button>
          )}
        </div>
        <Sheet open={conflict !== undefined} title="队友刚刚保存过这场咨询" onClose={saving.clear}>
          <ClinicConflict
            mine={lines}
            theirs={linesOf({ ...bodyOf(lines), ...theirs })}
            onResolve={(next) => save(next, conflict?.version ?? it.version)}
          />
        </Sheet>
      </>
    )
  },
})
