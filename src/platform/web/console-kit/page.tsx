import { Breadcrumb } from 'antd'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { ReactNode } from 'react'

/**
 * The frame of every console page: one h1, what can be done, and the way back.
 * `trail` holds the pages above this one, outermost first; `to` is a path under /console.
 */
export const Page = (props: {
  readonly title: string
  readonly lead?: ReactNode
  readonly actions?: ReactNode
  readonly trail?: readonly { readonly title: string; readonly to: string }[]
  /** Uses the full width without margin, for boards and maps. */
  readonly wide?: boolean
  readonly children?: ReactNode
}) => {
  useEffect(() => {
    document.title = `${props.title} · 轻骑`
  }, [props.title])
  return (
    <div className={props.wide ? 'q-page q-page-wide' : 'q-page'}>
      {props.trail && props.trail.length > 0 && (
        <Breadcrumb
          className="q-trail"
          items={[
            ...props.trail.map((step) => ({ title: <Link to={step.to}>{step.title}</Link> })),
            { title: props.title },
          ]}
        />
      )}
      <header className="q-page-head">
        <div>
          <h1>{props.title}</h1>
          {props.lead !== undefined && <p className="q-lead">{props.lead}</p>}
        </div>
        {props.actions !== undefined && <div className="q-actions">{props.actions}</div>}
      </header>
      {props.children}
    </div>
  )
}

/** A titled part of a page on a card. */
export const Section = (props: {
  readonly title?: ReactNode
  readonly extra?: ReactNode
  readonly flush?: boolean
  readonly children?: ReactNode
}) => (
  <section className={props.flush ? 'q-section q-flush' : 'q-section'}>
    {(props.title !== undefined || props.extra !== undefined) && (
      <div className="q-section-head">
        <h2>{props.title}</h2>
        <div className="q-actions">{props.extra}</div>
      </div>
    )}
    <div className="q-section-body">{props.children}</div>
  </section>
)

/** Nothing here yet: what is missing in one line, and what to do next. */
export const EmptyState = (props: {
  readonly title: string
  readonly hint?: ReactNode
  readonly action?: ReactNode
}) => (
  <div className="q-empty">
    <svg viewBox="0 0 96 48" width="96" height="48" aria-hidden="true">
      <path d="M6 40h84" stroke="var(--line-strong)" strokeWidth="1.5" strokeLinecap="round" opacity="0.5" />
      <path
        d="M20 40c8-16 16-22 27-22s18 8 29 22M34 40c4-8 8-11 13-11"
        fill="none"
        stroke="var(--gold)"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
      <circle cx="68" cy="11" r="4.5" fill="var(--red)" opacity="0.85" />
    </svg>
    <p className="q-empty-title">{props.title}</p>
    {props.hint !== undefined && <p className="q-empty-hint">{props.hint}</p>}
    {props.action !== undefined && <div className="q-empty-action">{props.action}</div>}
  </div>
)
