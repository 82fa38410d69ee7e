import { Input } from 'antd'
import { useState } from 'react'
import { formatMinute, parseMinute } from '../../../platform/base/civil-date.ts'

/** Minutes by which ↑ and ↓ change a time. */
const STEP = 15

/** A time of day as HH:MM, 24 hours; minutes after 00:00, up to 24:00. What is no time is put back on leaving. */
export const TimeInput = (props: {
  readonly label: string
  readonly value: number
  readonly disabled?: boolean
  readonly onChange: (next: number) => void
}) => {
  const { value, onChange } = props
  const [typed, setTyped] = useState<string>()
  const settle = (): void => {
    const minute = parseMinute((typed ?? '').replace(/^(\d{1,2})[:：.]?(\d{2})$/, '$1:$2'))
    if (minute !== undefined && minute !== value) onChange(minute)
    setTyped(undefined)
  }
  return (
    <Input
      aria-label={props.label}
      className="q-number"
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      disabled={props.disabled}
      value={typed ?? formatMinute(value)}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={settle}
      onPressEnter={settle}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
        event.preventDefault()
        setTyped(undefined)
        onChange(Math.min(1440, Math.max(0, value + (event.key === 'ArrowUp' ? STEP : -STEP))))
      }}
    />
  )
}
