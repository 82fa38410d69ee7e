import type { Enterprise, Problem, Team, WouldFit } from './model.ts'

type Omitted<W> = W extends WouldFit ? Omit<W, 'certain'> : never
/** A change before it was tried. */
export type Change = Omitted<WouldFit>

/** An enterprise with one change carried out. */
export const changeEnterprise = (it: Enterprise, change: Change): Enterprise => {
  switch (change.kind) {
    case 'longer-gap':
    case 'new-gap':
      return { ...it, gaps: [...it.gaps, { day: change.day, from: change.from, to: change.to, type: change.type }] }
    case 'budget-visits':
      return { ...it, budget: { ...it.budget, visits: change.visits } }
    case 'budget-days':
      return { ...it, budget: { ...it.budget, minDaysBetween: change.minDaysBetween } }
    default:
      return it
  }
}

/** A team with one change carried out. */
export const changeTeam = (it: Team, change: Change): Team => {
  if (change.kind === 'shift' && change.team === it.id) {
    const { day, from, to } = change
    return { ...it, shifts: [...it.shifts.filter((shift) => shift.day !== day), { day, from, to }] }
  }
  if (change.kind === 'team-limit' && change.team === it.id) {
    const { maxVisits, maxVisitsPerDay, ...rest } = it
    return {
      ...rest,
      ...(maxVisits === undefined ? {} : { maxVisits: maxVisits + 1 }),
      ...(maxVisitsPerDay === undefined ? {} : { maxVisitsPerDay: maxVisitsPerDay + 1 }),
    }
  }
  return it
}

/** The problem with one suggested change carried out; the problem given is left as it is. */
export const applyChange = (problem: Problem, change: Change): Problem => {
  if (change.kind === 'unpin')
    return { ...problem, pinned: (problem.pinned ?? []).filter((it) => it.request !== change.request) }
  const id = problem.requests.find((it) => it.id === change.visit.request)!.enterprise
  return {
    ...problem,
    enterprises: problem.enterprises.map((it) => (it.id === id ? changeEnterprise(it, change) : it)),
    teams: problem.teams.map((it) => changeTeam(it, change)),
  }
}
