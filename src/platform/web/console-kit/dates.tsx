import { dateText, durationText, minutesText, nearDate } from '../format.ts'

/** 11月30日 周一; with `today` the year shows where it differs, with `near` also 今天, 明天, 昨天. */
export const CivilDate = (props: { readonly date: string; readonly today?: string; readonly near?: boolean }) => (
  <time dateTime={props.date} className="q-number">
    {props.near && props.today !== undefined ? nearDate(props.date, props.today) : dateText(props.date, props.today)}
  </time>
)

/** 11:40–12:10, or 30分钟 where only `length` is given. Minutes after 00:00 in Shanghai. */
export const Minutes = (props: { readonly start: number; readonly end: number } | { readonly length: number }) => (
  <span className="q-number">
    {'length' in props ? durationText(props.length) : minutesText(props.start, props.end)}
  </span>
)
