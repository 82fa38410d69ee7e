import { Section } from '../../../platform/web/console-kit/index.ts'
import { REPAIR_STEPS } from '../domain/year.ts'

const stepText = (step: number): string => {
  const most = REPAIR_STEPS[step]!
  const before = REPAIR_STEPS[step - 1]
  if (most === null) return `${Number(before) + 1} 天以上`
  return before === undefined ? `${most} 天以内` : `${Number(before) + 1}–${most} 天`
}

/** How long repairs took, from the check-up to the re-check that passed. */
export const RepairTime = (props: {
  readonly repaired: number | null
  readonly medianDays: number | null
  readonly longestDays: number | null
  readonly steps: readonly number[]
}) => {
  if (!props.repaired) return null
  const most = Math.max(...props.steps)
  return (
    <Section title="整改用了多少天">
      <p>
        从检查到复查通过：中位 <b>{props.medianDays}</b> 天，最长 <b>{props.longestDays}</b> 天，共 {props.repaired}{' '}
        项。
      </p>
      <ul className="check-up-bars">
        {props.steps.map((count, step) => (
          <li key={stepText(step)}>
            <span>{stepText(step)}</span>
            <span className="check-up-bar">
              <i style={{ width: `${most === 0 ? 0 : (100 * count) / most}%` }} />
            </span>
            <span className="q-number">{count} 项</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
