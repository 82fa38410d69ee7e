/** @jsxImportSource preact */

/** A count with a large button on either side; a number may be typed as well. Never below `min`. */
export const Stepper = (props: {
  readonly label: string
  /** What the count is of, where several stand on one page: read out, not shown. */
  readonly of: string
  readonly value: number
  readonly min: number
  readonly max: number
  readonly onChange: (value: number) => void
}) => {
  const { label, value, min, max } = props
  const name = `${props.of} ${label}`
  const set = (next: number): void => props.onChange(Math.min(max, Math.max(min, next)))
  return (
    <div class="k-step" role="group" aria-label={name}>
      <span>{label}</span>
      <button type="button" aria-label={`${name}减一`} disabled={value <= min} onClick={() => set(value - 1)}>
        −
      </button>
      <input
        aria-label={name}
        inputMode="numeric"
        value={value}
        onChange={(event) => {
          const typed = Number(event.currentTarget.value)
          set(Number.isInteger(typed) ? typed : value)
          event.currentTarget.value = String(value)
        }}
      />
      <button type="button" aria-label={`${name}加一`} disabled={value >= max} onClick={() => set(value + 1)}>
        +
      </button>
    </div>
  )
}
