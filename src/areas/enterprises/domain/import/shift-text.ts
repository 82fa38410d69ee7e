import { SHORTEST, type GapPattern } from '../gaps.ts'

export const shiftExample = '两班 8:00-20:00、20:00-8:00；午休 11:30-12:30；办公 9:00-11:00'

/** Minutes before and after a change of shift in which people are free, where the text says nothing else. */
const HANDOVER = 15
/** Shifts this far apart, minutes, still hand over to each other. */
const CHANGE_WITHIN = 30
/** A pause between two spans of one shift counts as its break from and to these lengths, minutes. */
const PAUSE = { from: 20, to: 180 }
const LONGEST_TEXT = 500
const USUAL_WEEK: readonly number[] = [1, 2, 3, 4, 5]

const PREFIX = '((?:上午|早上|早|凌晨|中午|下午|午后|傍晚|晚上|晚|夜里|夜间|次日|翌日|第二天|当日)*)'
const TIME = `${PREFIX}\\s*(\\d{1,2})\\s*(?::\\s*(\\d{2})|[点时]\\s*(?:(\\d{1,2})分?|(半))?)(?!\\d)`
const DASH = '\\s*(?:[-–—―−~一至到]|--|——)\\s*'
const KINDS = [
  ['handover', '交接班?|交班|换班'],
  ['break', '午休|午间|休息|早餐|午餐|中餐|晚餐|夜餐|就餐|吃饭|用餐|茶歇|工间'],
  ['office', '办公|行政(?!班)|接待'],
  ['shift', '班|工作|生产|作息'],
] as const
type Kind = (typeof KINDS)[number][0]

const SPAN = new RegExp(TIME + DASH + TIME, 'g')
const TOKEN = new RegExp(`⟦(\\d+)⟧|(@\\d+)|${KINDS.map(([, words]) => `(${words})`).join('|')}`, 'g')

const DAYS = '一二三四五六日'
const dayOf = (sign: string): number => (sign === '天' ? 7 : DAYS.indexOf(sign) + 1)
const range = (from: number, to: number): number[] =>
  Array.from({ length: 7 }, (_, at) => at + 1).filter((day) =>
    from <= to ? day >= from && day <= to : day >= from || day <= to,
  )
const marked = (days: readonly number[]): string => `⟦${[...new Set(days)].toSorted((a, b) => a - b).join('')}⟧`

/** Puts ⟦12345⟧ for each way of naming weekdays, so that their own commas do not cut the text. */
const markWeekdays = (text: string): string =>
  text
    .replaceAll(/做六休一|上六休一|单休/g, marked([1, 2, 3, 4, 5, 6]))
    .replaceAll(/工作日|双休/g, marked(USUAL_WEEK))
    .replaceAll(/每天|每日|天天|无休/g, marked([1, 2, 3, 4, 5, 6, 7]))
    .replaceAll(/周末/g, marked([6, 7]))
    .replaceAll(
      /(?:周|星期|礼拜)([一二三四五六日天])\s*[-–—~至到]\s*(?:周|星期|礼拜)?([一二三四五六日天])/g,
      (_, from: string, to: string) => marked(range(dayOf(from), dayOf(to))),
    )
    .replaceAll(/(?:周|星期|礼拜)[一二三四五六日天](?:[、,和及]?(?:周|星期|礼拜)?[一二三四五六日天])*/g, (whole) =>
      marked([...whole.matchAll(/[一二三四五六日天]/g)].map(([sign]) => dayOf(sign))),
    )

interface Span {
  readonly from: number
  readonly to: number
}

const isAfternoon = (prefix: string): boolean => /下午|午后|傍晚|晚|夜/.test(prefix)

/** Minutes of one time, 24:00 included; undefined where there is no such time. */
const minuteOf = (prefix: string, hour: string, minutes: string | undefined, half: string | undefined) => {
  const read = Number(hour)
  const shifted = read < 12 && (isAfternoon(prefix) || (prefix.includes('中午') && read < 4)) ? read + 12 : read
  const minute = shifted * 60 + (half ? 30 : Number(minutes ?? 0))
  return Number(minutes ?? 0) < 60 && minute <= 1440 ? minute : undefined
}

const spanOf = (match: readonly (string | undefined)[]): Span | undefined => {
  const from = minuteOf(match[1] ?? '', match[2]!, match[3] ?? match[4], match[5])
  let to = minuteOf(match[6] ?? '', match[7]!, match[8] ?? match[9], match[10])
  if (from === undefined || to === undefined) return undefined
  // 下午1:30-5:30: the end is of the same half of the day.
  if (isAfternoon(match[1] ?? '') && (match[6] ?? '') === '' && to < from && to + 720 > from && to < 720) to += 720
  return from === to ? undefined : { from, to }
}

/** Cut at midnight; a change of shift at 0:00 lies on both sides of it. */
const cut = ({ from, to }: Span): Span[] => {
  const length = to > from ? to - from : to + 1440 - from
  const start = ((from % 1440) + 1440) % 1440
  return start + length <= 1440
    ? [{ from: start, to: start + length }]
    : [
        { from: start, to: 1440 },
        { from: 0, to: start + length - 1440 },
      ]
}

const handovers = (shifts: readonly Span[], around: number): Span[] =>
  shifts
    .flatMap((one) =>
      shifts
        .map((next) => ({ next, apart: (((next.from - one.to) % 1440) + 1440) % 1440 }))
        .filter(({ next, apart }) => next !== one && apart <= CHANGE_WITHIN)
        .flatMap(({ apart }) => cut({ from: one.to - around, to: one.to + apart + around })),
    )
    .toSorted((a, b) => a.from - b.from)

/** Pauses within one working day written as two spans, such as 8:00-12:00、13:30-17:30. */
const pauses = (shifts: readonly Span[]): Span[] => {
  const sorted = shifts.toSorted((a, b) => a.from - b.from)
  return sorted.slice(1).flatMap((next, at) => {
    const pause = { from: sorted[at]!.to, to: next.from }
    const length = pause.to - pause.from
    return length >= PAUSE.from && length <= PAUSE.to ? [pause] : []
  })
}

/**
 * Reads shifts and breaks as ledgers write them into weekly gaps: breaks and office hours as they stand, a handover of
 * 15 minutes before and after each change of shift unless the text gives handovers or their minutes; a span over
 * midnight is cut there. Monday to Friday where no weekdays are named.
 * @returns undefined where a time or its meaning cannot be read; an empty list for an empty text.
 */
export const readShiftText = (text: string): GapPattern[] | undefined => {
  const clean = text.normalize('NFKC').trim()
  if (/^(|无|-|\/|暂无|不详)$/.test(clean)) return []
  if (clean.length > LONGEST_TEXT) return undefined
  const spans: Span[] = []
  let unreadable = false
  const body = markWeekdays(clean).replaceAll(SPAN, (...match) => {
    const span = spanOf(match as (string | undefined)[])
    if (span) spans.push(span)
    else unreadable = true
    // 上午 and 下午 are working time where nothing else is said.
    return `${/[上下]午/.test(String(match[1])) ? '~' : ''}@${spans.length - 1}`
  })
  // A time that is no part of a span, such as a break with only a beginning.
  if (unreadable || spans.length === 0 || /\d\s*(:|点|时(?!间))/.test(body)) return undefined

  const found: { kind: Kind; span: Span; weekdays: readonly number[]; shiftName: string | null }[] = []
  const firstWeek = /⟦(\d+)⟧/.exec(body)
  let weekdays = firstWeek ? [...firstWeek[1]!].map(Number) : USUAL_WEEK
  let last: Kind | undefined
  for (const segment of body.split(/[;\n。]/)) {
    let shiftName: string | null = null
    for (const clause of segment.split(/[,、/]/)) {
      const tokens = [...clause.matchAll(TOKEN)]
      const kinds = tokens.map((token) => KINDS.findIndex((_, at) => token[at + 3] !== undefined))
      shiftName = /(大夜|小夜|常白|长白|行政|早|中|晚|夜|白|甲|乙|丙|丁|[A-D])班/.exec(clause)?.[0] ?? shiftName
      tokens.forEach((token, at) => {
        if (token[1]) weekdays = [...token[1]].map(Number)
        else if (!token[2]) last = KINDS[kinds[at]!]![0]
        else {
          const saidBefore = kinds.slice(0, at).some((kind) => kind >= 0)
          const saidAfter = kinds.slice(at + 1).find((kind) => kind >= 0)
          const kind = !saidBefore && saidAfter !== undefined ? KINDS[saidAfter]![0] : last
          const working = clause.includes('~') ? 'shift' : undefined
          if (kind ?? working)
            found.push({ kind: (kind ?? working)!, span: spans[Number(token[2].slice(1))]!, weekdays, shiftName })
          last ??= working
        }
      })
    }
  }
  if (found.length < spans.length) return undefined

  const gaps: GapPattern[] = []
  const add = (kind: GapPattern['kind'], span: Span, on: readonly number[], shiftName: string | null): void => {
    for (const { from, to } of cut(span))
      if (
        to - from >= SHORTEST &&
        !gaps.some((it) => it.kind === kind && it.from === from && it.to === to && it.weekdays.join() === on.join())
      )
        gaps.push({ kind, weekdays: on, from, to, shiftName })
  }
  for (const { kind, span, weekdays: on, shiftName } of found) if (kind !== 'shift') add(kind, span, on, shiftName)
  const shifts = found.filter((it) => it.kind === 'shift')
  const rotates =
    /[两二三四2-4]\s*班|倒班|轮班|运转/.test(clean) ||
    new Set(shifts.map((it) => it.shiftName).filter(Boolean)).size > 1
  const stated = /交接班?(?:时间)?(?:各|约|共|为)?\s*(\d{1,2})\s*分/.exec(clean)
  for (const on of new Set(shifts.map((it) => it.weekdays))) {
    const own = shifts.filter((it) => it.weekdays === on).map((it) => it.span)
    if (rotates && !gaps.some((it) => it.kind === 'handover' && it.shiftName !== '交接班'))
      for (const span of handovers(own, stated ? Math.ceil(Number(stated[1]) / 2) : HANDOVER))
        add('handover', span, on, '交接班')
    if (!rotates && !gaps.some((it) => it.kind === 'break' && it.shiftName !== '中间休息'))
      for (const span of pauses(own)) add('break', span, on, '中间休息')
  }
  return gaps
}
