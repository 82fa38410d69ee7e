/** @jsxImportSource preact */
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { squadNames } from '../tokens.ts'
import type { SquadTone } from '../tokens.ts'
import { Icon } from './icons.tsx'

/** A thing on a card; with `href` the whole card leads there. */
export const Card = (props: {
  readonly title?: ComponentChildren
  readonly note?: ComponentChildren
  readonly href?: string
  readonly squad?: SquadTone
  readonly children?: ComponentChildren
}) => {
  const inside = (
    <>
      {props.title !== undefined && (
        <div class="p-card-head">
          <h2>{props.title}</h2>
          {props.note !== undefined && <span class="p-card-note">{props.note}</span>}
          {props.href !== undefined && <Icon name="next" size={18} />}
        </div>
      )}
      {props.children}
    </>
  )
  const look = props.squad ? `p-card p-card-${props.squad}` : 'p-card'
  return props.href !== undefined ? (
    <a class={look} href={props.href}>
      {inside}
    </a>
  ) : (
    <section class={look}>{inside}</section>
  )
}

/** A button, or a link that looks like one where `href` is given. One `main` a screen. */
export const Button = (props: {
  readonly kind?: 'main' | 'plain' | 'danger'
  readonly type?: 'button' | 'submit'
  readonly href?: string
  readonly busy?: boolean
  readonly disabled?: boolean
  readonly onClick?: () => void
  readonly children: ComponentChildren
}) => {
  const look = `p-button p-button-${props.kind ?? 'plain'}`
  return props.href !== undefined ? (
    <a class={look} href={props.href}>
      {props.children}
    </a>
  ) : (
    <button
      class={look}
      type={props.type ?? 'button'}
      disabled={props.disabled === true || props.busy === true}
      aria-busy={props.busy === true}
      onClick={props.onClick}
    >
      {props.busy === true ? '请稍候…' : props.children}
    </button>
  )
}

/** Buttons one under another at the end of a page, or side by side where two fit. */
export const Buttons = (props: { readonly children: ComponentChildren }) => (
  <div class="p-buttons">{props.children}</div>
)

/** A label with its control; `children` gets the id to put on the control, and what describes it. */
export const Field = (props: {
  readonly label: string
  readonly hint?: string
  readonly error?: string
  readonly children: (control: {
    readonly id: string
    readonly 'aria-describedby': string | undefined
    readonly 'aria-invalid': boolean
  }) => ComponentChildren
}) => {
  const id = useId()
  const said = props.error ?? props.hint
  return (
    <div class="p-field">
      <label for={id}>{props.label}</label>
      {props.children({
        id,
        'aria-describedby': said === undefined ? undefined : `${id}-said`,
        'aria-invalid': props.error !== undefined,
      })}
      {said !== undefined && (
        <p id={`${id}-said`} class={props.error === undefined ? 'p-hint' : 'p-hint p-wrong'}>
          {said}
        </p>
      )}
    </div>
  )
}

interface InputRest {
  readonly type?: 'date' | 'tel'
  readonly inputMode?: 'decimal' | 'numeric'
  readonly required?: boolean
  readonly minLength?: number
  readonly maxLength?: number
  readonly pattern?: string
  /** Of a date, inclusive. */
  readonly max?: string
  readonly autocomplete?: string
  readonly autocapitalize?: string
  readonly spellcheck?: boolean
}

/** A field with one line to write, pick or choose in; `set` is given what stands in it. */
export const TextField = ({
  label,
  hint,
  value,
  set,
  ...rest
}: InputRest & {
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly set: (value: string) => void
}) => (
  <Field label={label} hint={hint}>
    {(control) => (
      <input {...control} {...(rest as object)} value={value} onInput={(event) => set(event.currentTarget.value)} />
    )}
  </Field>
)

/** One line of a fact: what it is, and its value. */
export const Fact = (props: { readonly label: string; readonly children: ComponentChildren }) => (
  <div class="p-fact">
    <dt>{props.label}</dt>
    <dd>{props.children}</dd>
  </div>
)
export const Facts = (props: { readonly children: ComponentChildren }) => <dl class="p-facts">{props.children}</dl>

/** A message in the flow of the page; a danger is announced at once. */
export const Notice = (props: {
  readonly tone: 'info' | 'success' | 'warning' | 'danger'
  readonly title?: string
  readonly children?: ComponentChildren
}) => (
  <div class={`p-notice p-notice-${props.tone}`} role={props.tone === 'danger' ? 'alert' : 'status'}>
    {props.title !== undefined && <b>{props.title}</b>}
    {props.children !== undefined && <div>{props.children}</div>}
  </div>
)

/** Nothing here yet: what is missing, and what to do next. */
export const EmptyState = (props: {
  readonly title: string
  readonly hint?: string
  readonly children?: ComponentChildren
}) => (
  <div class="p-empty">
    <svg viewBox="0 0 96 48" width="96" height="48" aria-hidden="true">
      <path d="M6 40h84" stroke="var(--line-strong)" stroke-width="1.5" stroke-linecap="round" opacity="0.5" />
      <path
        d="M20 40c8-16 16-22 27-22s18 8 29 22M34 40c4-8 8-11 13-11"
        fill="none"
        stroke="var(--gold)"
        stroke-width="1.75"
        stroke-linecap="round"
      />
      <circle cx="68" cy="11" r="4.5" fill="var(--red)" opacity="0.85" />
    </svg>
    <p class="p-empty-title">{props.title}</p>
    {props.hint !== undefined && <p>{props.hint}</p>}
    {props.children}
  </div>
)

/** How much of a limit is used; both whole numbers of the same unit. The words say it, the bar repeats it. */
export const Meter = (props: {
  readonly label: string
  readonly used: number
  readonly limit: number
  readonly unit: string
}) => {
  const left = props.limit - props.used
  const tone = left <= 0 ? 'full' : left * 4 <= props.limit ? 'near' : 'free'
  return (
    <div class={`p-meter p-meter-${tone}`}>
      <div class="p-meter-head">
        <span>{props.label}</span>
        <b>
          {props.used} / {props.limit} {props.unit}
        </b>
      </div>
      <div
        class="p-meter-bar"
        role="meter"
        aria-label={props.label}
        aria-valuemin={0}
        aria-valuemax={props.limit}
        aria-valuenow={Math.min(props.used, props.limit)}
        aria-valuetext={`已用 ${props.used} ${props.unit}，上限 ${props.limit} ${props.unit}`}
      >
        <i style={{ width: `${props.limit > 0 ? Math.min(100, (props.used / props.limit) * 100) : 100}%` }} />
      </div>
      <p class="p-hint">{left > 0 ? `还可安排 ${left} ${props.unit}` : '已到上限，不再安排'}</p>
    </div>
  )
}

/** A sheet from the bottom edge, on the browser's own dialog: focus stays inside, Escape and the backdrop close it. */
export const Sheet = (props: {
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  readonly children: ComponentChildren
}) => {
  const box = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => {
    const dialog = box.current
    if (!dialog) return
    // Safari before 15.4 has no dialogs: there the sheet lies over a page that stays within reach.
    if (!('showModal' in dialog)) return void (dialog as Element).toggleAttribute('open', props.open)
    if (props.open && !dialog.open) dialog.showModal()
    if (!props.open && dialog.open) dialog.close()
  }, [props.open])
  return (
    <dialog
      ref={box}
      class="p-sheet"
      aria-labelledby={id}
      onClose={props.onClose}
      onClick={(event) => {
        if (event.target === box.current) props.onClose()
      }}
    >
      <div class="p-sheet-inside">
        <div class="p-sheet-head">
          <h2 id={id}>{props.title}</h2>
          <button type="button" class="p-plain-button" onClick={props.onClose}>
            关闭
          </button>
        </div>
        {props.open && props.children}
      </div>
    </dialog>
  )
}

/** A squad by colour and character. */
export const SquadTag = (props: { readonly squad: SquadTone }) => (
  <span class={`p-squad p-squad-${props.squad}`}>
    <i aria-hidden="true">{squadNames[props.squad].glyph}</i>
    {squadNames[props.squad].name}
  </span>
)

/** Two dates, both inclusive; moving the first behind the second takes the second along. */
export const DateRange = (props: {
  readonly labels: readonly [from: string, to: string]
  readonly from: string
  readonly to: string
  /** The first date that may be chosen. */
  readonly min: string
  readonly onChange: (from: string, to: string) => void
}) => {
  const { from, to, onChange } = props
  return (
    <>
      <Field label={props.labels[0]}>
        {(control) => (
          <input
            {...control}
            type="date"
            required
            min={props.min}
            value={from}
            onInput={(event) => {
              const next = event.currentTarget.value
              onChange(next, to < next ? next : to)
            }}
          />
        )}
      </Field>
      <Field label={props.labels[1]}>
        {(control) => (
          <input
            {...control}
            type="date"
            required
            min={from}
            value={to}
            onInput={(event) => onChange(from, event.currentTarget.value)}
          />
        )}
      </Field>
    </>
  )
}
