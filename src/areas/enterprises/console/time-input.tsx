import { Input } from 'antd'
import { useState } from 'react'
import { formatMinute, parseMinute } from '../../../platform/base/civil-date.ts'
import { STEP } from '../domain/index.ts'

/**
 * A time of day as HH:MM, 24 hours whatever the browser's language; minutes after 00:00, up to 24:00. ↑↓ changes it by
 * five minutes. What is no time is put back on leaving.
 */
export const TimeInput = (props: {
  readonly id?: string
  readonly label?: string
  readonly value?: number
  readonly disabled?: boolean
  readonly onChange?: (next: number) => void
}) => {
  const { value = 0, onChange } = props
  const [typed, setTyped] = useState<string>()
  const settle = (): void => {
    // 930 and 1130 are how people type times in a hurry.
    const text = (typed ?? '').replace(/^(\d{1,2})[:：.]?(\d{2})$/, '$1:$2')
    const minute = parseMinute(text)
    if (minute !== undefined && minute !== value) onChange?.(minute)
    setTyped(undefined)
  }
  return (
    <Input
      id={props.id}
      aria-label={props.label}
      className="q-number"
      inputMode="numeric"
      autoComplete="off"
      placeholder="11:30"
      maxLength={5}
      disabled={props.disabled}
      value={typed ?? formatMinute(value)}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={settle}
      onPressEnter={settle}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
        event.preventDefault()
        const by = event.key === 'ArrowUp' ? STEP : -STEP
        setTyped(undefined)
        onChange?.(Math.min(1440, Math.max(0, Math.round((value + by) / STEP) * STEP)))
      }}
    />
  )
}
