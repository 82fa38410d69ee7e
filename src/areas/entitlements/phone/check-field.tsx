/** @jsxImportSource preact */

/** One thing to tick, as large as a finger, with the whole sentence to press on. */
export const CheckField = (props: {
  readonly label: string
  readonly hint?: string
  readonly checked: boolean
  readonly onChange: () => void
}) => (
  <label class="o-option o-check">
    <input type="checkbox" checked={props.checked} onChange={props.onChange} />
    <span>
      <b>{props.label}</b>
      {props.hint !== undefined && <span>{props.hint}</span>}
    </span>
  </label>
)
