/** @jsxImportSource preact */

/** The choices of a select, by what readers call them. */
export const options = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, name]) => (
    <option key={value} value={value}>
      {name}
    </option>
  ))
