/** @jsxImportSource preact */
import { Mark } from '../../platform/web/phone-kit/frame.tsx'
import { dateText, minutesText, numberText } from '../../platform/web/format.ts'
import { squadNames } from '../../platform/web/tokens.ts'
import type { SquadTone } from '../../platform/web/tokens.ts'
import type { PublicFigure } from './stage.tsx'

/** What hangs in the hall: counts and visits, no person's name. Dates YYYY-MM-DD, minutes after 00:00 in Shanghai. */
export interface WallProps {
  readonly org: { readonly name: string; readonly demo: boolean }
  readonly today: string
  /** Six fit. */
  readonly figures: readonly PublicFigure[]
  /** Visits of this year by squad. */
  readonly squads: readonly { readonly squad: SquadTone; readonly visits: number }[]
  /** The next visits, soonest first; seven are shown. */
  readonly coming: readonly {
    readonly date: string
    readonly start: number
    readonly end: number
    readonly squad: SquadTone
    readonly activity: string
    readonly enterprise: string
  }[]
}

export const Wall = (props: WallProps) => {
  const most = Math.max(1, ...props.squads.map((one) => one.visits))
  return (
    <div class="w-page">
      <header class="w-top">
        <Mark size={72} />
        <h1>产改轻骑兵</h1>
        <span class="w-org">{props.org.name}</span>
        {props.org.demo && <span class="w-demo">演示数据</span>}
        <time dateTime={props.today}>{dateText(props.today)}</time>
      </header>
      <main>
        <dl class="w-figures">
          {props.figures.slice(0, 6).map((figure) => (
            <div key={figure.label}>
              <dt>{figure.label}</dt>
              <dd>
                {numberText(figure.value)}
                {figure.of !== undefined && <small> / {numberText(figure.of)}</small>}
                <small> {figure.unit}</small>
              </dd>
            </div>
          ))}
        </dl>
        <section class="w-coming" aria-labelledby="coming">
          <h2 id="coming">接下来的上门活动</h2>
          {props.coming.length === 0 ? (
            <p class="w-quiet">近期没有已经发布的活动</p>
          ) : (
            <ol>
              {props.coming.slice(0, 7).map((visit) => (
                <li key={`${visit.date}${visit.start}${visit.enterprise}`}>
                  <span class="w-date">{visit.date === props.today ? '今天' : dateText(visit.date, props.today)}</span>
                  <span class="w-time">{minutesText(visit.start, visit.end)}</span>
                  <i class={`w-glyph w-${visit.squad}`} title={squadNames[visit.squad].name}>
                    {squadNames[visit.squad].glyph}
                  </i>
                  <b>{visit.enterprise}</b>
                  <span class="w-what">{visit.activity}</span>
                </li>
              ))}
            </ol>
          )}
        </section>
        <section class="w-squads" aria-labelledby="squads">
          <h2 id="squads">三支小队 今年场次</h2>
          {props.squads.map((one) => (
            <div key={one.squad} class="w-bar">
              <span>{squadNames[one.squad].name}</span>
              <i class={`w-${one.squad}`} style={{ width: `${(one.visits / most) * 100}%` }} />
              <b>{numberText(one.visits)}</b>
            </div>
          ))}
        </section>
      </main>
    </div>
  )
}
