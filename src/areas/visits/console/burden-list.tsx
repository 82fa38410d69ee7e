import type { Board } from '../contract.ts'

/** How much of its budget each enterprise has used in the plan, the fullest first. */
export const BurdenList = ({ enterprises }: { readonly enterprises: Board['enterprises'] }) => (
  <ul className="v-burden">
    {enterprises
      .toSorted(
        (a, b) =>
          b.used / Math.max(1, b.allowed) - a.used / Math.max(1, a.allowed) || a.name.localeCompare(b.name, 'zh'),
      )
      .map((it) => (
        <li key={it.id} className={it.used >= it.allowed ? 'v-full' : ''}>
          <span>{it.name}</span>
          <b>
            {it.used}/{it.allowed} 次
          </b>
        </li>
      ))}
  </ul>
)
