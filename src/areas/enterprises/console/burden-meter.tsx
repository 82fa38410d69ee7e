/** Visits used of those allowed in a month: the numbers say it, the bar repeats it. */
export const BurdenMeter = (props: { readonly used: number; readonly allowed: number; readonly wide?: boolean }) => {
  const { used, allowed } = props
  const tone = used >= allowed ? 'full' : used + 1 === allowed ? 'near' : 'free'
  return (
    <span className={`e-meter e-meter-${tone} ${props.wide ? 'e-meter-wide' : ''}`}>
      <span
        className="e-meter-bar"
        role="meter"
        aria-label="本月打扰上限"
        aria-valuemin={0}
        aria-valuemax={allowed}
        aria-valuenow={Math.min(used, allowed)}
        aria-valuetext={`已用 ${used} 次，上限 ${allowed} 次`}
      >
        <i style={{ width: `${allowed > 0 ? Math.min(100, (used / allowed) * 100) : 100}%` }} />
      </span>
      <span className="q-number">
        {used}/{allowed}
      </span>
    </span>
  )
}
