import { Tooltip } from 'antd'
import { InfoCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { numberText } from '../format.ts'

/**
 * A number that opens down to its rows: `to` is the page under /console that lists exactly the rows counted,
 * `definition` the sentence that says what is counted.
 */
export const Figure = (props: {
  readonly label: string
  readonly value: number | undefined
  readonly unit?: string
  /** Shown as 「/ 136」 after the value. */
  readonly of?: number
  readonly definition?: string
  readonly to?: string
  readonly search?: Record<string, unknown>
  readonly note?: ReactNode
}) => {
  const number = (
    <span className="q-figure-value">
      {props.value === undefined ? '—' : numberText(props.value)}
      {props.of !== undefined && <small> / {numberText(props.of)}</small>}
      {props.unit !== undefined && <small> {props.unit}</small>}
    </span>
  )
  return (
    <div className="q-figure">
      <span className="q-figure-label">
        {props.label}
        {props.definition !== undefined && (
          <Tooltip title={props.definition}>
            <button type="button" className="q-hint" aria-label={`${props.label}怎么算：${props.definition}`}>
              <InfoCircleOutlined />
            </button>
          </Tooltip>
        )}
      </span>
      {props.to !== undefined && props.value !== undefined ? (
        <Link to={props.to} search={props.search ?? {}} className="q-figure-link">
          {number}
        </Link>
      ) : (
        number
      )}
      {props.note !== undefined && <span className="q-figure-note">{props.note}</span>}
    </div>
  )
}

/** Figures side by side; they wrap where there is little room. */
export const Figures = (props: { readonly children: ReactNode }) => <div className="q-figures">{props.children}</div>
