import type { Rule } from './rule.ts'

/** Every pinned visit stands exactly as it was fixed. */
export const pinned: Rule = (view) =>
  (view.problem.pinned ?? []).flatMap((pin) => {
    const stands = view.ofRequest
      .get(pin.request)
      ?.some((it) => it.team === pin.team && it.day === pin.day && it.start === pin.start)
    if (stands) return []
    return [
      {
        rule: 'pinned' as const,
        code: 'PIN_MOVED',
        request: pin.request,
        team: pin.team,
        day: pin.day,
        detail: { start: pin.start },
      },
    ]
  })
