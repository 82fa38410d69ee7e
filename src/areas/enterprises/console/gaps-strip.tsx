import { useQueries } from '@tanstack/react-query'
import { addDays, formatMinute, weekdayOf, yearOf } from '../../../platform/base/civil-date.ts'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { ApiProblem, call } from '../../../platform/web/client.ts'
import { ProblemAlert, Section } from '../../../platform/web/console-kit/index.ts'
import { minutesText, weekdayName } from '../../../platform/web/format.ts'
import { readGaps } from '../contract.ts'
import { gapKinds } from '../domain/index.ts'
import { dayKindNames, gapKindNames } from '../gap-names.zh.ts'
import { enterpriseKey } from './use-enterprise.ts'

const DAYS = 31
/** The strip's hours: 6:00 to 22:00 over 96 px. */
const [FIRST, LAST, HEIGHT] = [360, 1320, 96]

/** A year not announced must not hide the days of one that is: each year is asked for by itself. */
const partsByYear = (from: CivilDate, to: CivilDate): { from: CivilDate; to: CivilDate }[] =>
  yearOf(from) === yearOf(to)
    ? [{ from, to }]
    : [
        { from, to: `${yearOf(from)}-12-31` },
        { from: `${yearOf(to)}-01-01`, to },
      ]

/** The gaps of the next 31 days as they come out after holidays, exceptions, busy seasons and freezes. */
export const GapsStrip = (props: { readonly id: string; readonly today: CivilDate }) => {
  const { id, today } = props
  const parts = partsByYear(today, addDays(today, DAYS - 1))
  const answers = useQueries({
    queries: parts.map((query) => ({
      queryKey: [...enterpriseKey(id), 'gaps', query],
      queryFn: () => call(readGaps, { params: { id }, query }),
    })),
  })
  const known = new Map(answers.flatMap((answer) => answer.data ?? []).map((day) => [day.date, day]))
  const unannounced = (date: CivilDate): boolean =>
    answers.some(
      (answer, at) =>
        answer.error instanceof ApiProblem &&
        answer.error.code === 'YEAR_NOT_ANNOUNCED' &&
        parts[at] !== undefined &&
        parts[at].from <= date &&
        date <= parts[at].to,
    )
  const wrong = answers.find(
    (answer) => answer.error && !(answer.error instanceof ApiProblem && answer.error.code === 'YEAR_NOT_ANNOUNCED'),
  )
  const dates = Array.from({ length: DAYS }, (_, step) => addDays(today, step))
  const place = (minute: number): number =>
    ((Math.min(LAST, Math.max(FIRST, minute)) - FIRST) / (LAST - FIRST)) * HEIGHT
  return (
    <Section
      title="往后 31 天"
      extra={
        <span className="e-legend">
          {gapKinds.map((kind) => (
            <span key={kind}>
              <i className={`e-dot e-dot-${kind}`} /> {gapKindNames[kind]}
            </span>
          ))}
        </span>
      }
    >
      <ProblemAlert error={wrong?.error} onRetry={() => void wrong?.refetch()} />
      <ol className="e-strip" tabIndex={0} aria-label="往后 31 天的时间缝隙，已扣除节假日、例外和冻结">
        {dates.map((date, at) => {
          const day = known.get(date)
          const off = unannounced(date)
          const mark = day ? dayKindNames[day.day] : ''
          const said = off
            ? '节假日未公布'
            : (day?.gaps.map((gap) => `${gapKindNames[gap.kind]} ${minutesText(gap.from, gap.to)}`).join('、') ?? '')
          const weekend = weekdayOf(date) > 5
          return (
            <li
              key={date}
              className={`${weekend ? 'e-strip-weekend' : ''} ${day?.day === 'holiday' ? 'e-strip-holiday' : ''} ${off ? 'e-strip-unknown' : ''}`}
              title={`${date} ${weekdayName(date)} ${said || '没有时间缝隙'}`}
            >
              <span className="e-strip-day" style={{ height: HEIGHT }} aria-hidden="true">
                {day?.gaps.map((gap) => (
                  <i
                    key={`${gap.kind}-${gap.from}`}
                    className={`e-dot-${gap.kind}`}
                    style={{ top: place(gap.from), height: Math.max(3, place(gap.to) - place(gap.from)) }}
                  />
                ))}
                {off && <em>未公布</em>}
              </span>
              <span className="e-strip-date q-number">
                <time dateTime={date}>
                  {at === 0 || date.endsWith('-01') ? `${Number(date.slice(5, 7))}/` : ''}
                  {Number(date.slice(8))}
                </time>
                <small>{weekdayName(date).slice(1)}</small>
                {mark && <b>{mark}</b>}
              </span>
              <span className="q-unseen">{off ? '未公布' : said || '没有时间缝隙'}</span>
            </li>
          )
        })}
      </ol>
      <p className="q-lead">
        竖向 {formatMinute(FIRST)}–{formatMinute(LAST)}；「休」「班」按国务院办公厅通知，没有公布的年份不推算。
      </p>
    </Section>
  )
}
