import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { notify } from '../../../platform/server/notify/notify.ts'
import { stale } from '../../../platform/server/http/stale.ts'
import { dateOf, minuteOf } from '../domain/telling.ts'
import { judgeWhole } from './place-visit.ts'
import * as people from './people-queries.ts'
import * as queries from './plan-queries.ts'
import * as requests from './request-queries.ts'
import * as visits from './visit-queries.ts'

type Planned = Awaited<ReturnType<typeof queries.planVisits>>[number]
type Standing = Awaited<ReturnType<typeof visits.movableVisits>>[number]

interface Changes {
  readonly added: readonly Planned[]
  readonly moved: readonly { readonly was: Standing; readonly now: Planned }[]
  readonly dropped: readonly Standing[]
  /** Declined by a team since the plan in force; its request is among `added` where it found another place. */
  readonly declined: readonly Standing[]
}

const changesOf = (
  planned: readonly Planned[],
  standing: readonly Standing[],
  declined: readonly Standing[],
): Changes => {
  const now = new Map(planned.map((it) => [it.requestId, it]))
  const before = new Map(standing.map((it) => [it.requestId, it]))
  return {
    added: planned.filter((it) => !before.has(it.requestId)),
    moved: planned.flatMap((it) => {
      const was = before.get(it.requestId)
      const same = was && was.teamId === it.teamId && was.date === it.date && was.startMinute === it.startMinute
      return was && !same ? [{ was, now: it }] : []
    }),
    dropped: standing.filter((it) => !now.has(it.requestId)),
    declined,
  }
}

/** Declined visits that found no other place: nobody comes, and the enterprise has to hear it. */
const withoutPlace = ({ declined, added }: Changes): Standing[] =>
  declined.filter((it) => !added.some((one) => one.requestId === it.requestId))

const readChanges = async (context: Context, plan: { id: string; from: string; to: string }): Promise<Changes> =>
  changesOf(
    await queries.planVisits(context, plan.id),
    await visits.movableVisits(context, plan.from, plan.to),
    await visits.declinedVisits(context, plan.from, plan.to),
  )

/** True where a change lies before a date: a draft that was left until some of its days were over. */
const reachesBefore = ({ added, moved, dropped }: Changes, date: CivilDate): boolean =>
  [...added, ...moved.flatMap((it) => [it.was, it.now]), ...dropped].some((it) => it.date < date)

/** What publishing would change, and whom it would be told. */
export const comparePlan = async (context: Context, id: string) => {
  const plan = await queries.planSummary(context, id)
  if (!plan) return fail('NOT_FOUND')
  const changes = await readChanges(context, plan)
  const { added, moved, dropped } = changes
  const lost = withoutPlace(changes)
  const was = new Map(changes.declined.map((it) => [it.requestId, it]))
  const teams = new Map((await visits.teamBases(context)).map((it) => [it.id, it.name]))
  const placeOf = (it: Planned | Standing) => ({
    teamName: teams.get(it.teamId) ?? '',
    date: it.date,
    startMinute: it.startMinute,
  })
  const named = (it: Planned | Standing) => ({
    requestId: it.requestId,
    enterpriseName: it.enterpriseName,
    activityName: it.activityName,
  })
  const all = [...added, ...moved.flatMap((it) => [it.was, it.now]), ...dropped]
  const teamIds = [...new Set(all.map((it) => it.teamId))]
  const heard = [...all, ...lost]
  const enterpriseIds = [...new Set(heard.map((it) => it.enterpriseId))]
  const told = new Set([
    ...(await people.peopleOfTeams(context, teamIds)),
    ...(await people.contactsOf(context, enterpriseIds)),
  ])
  return ok({
    changes: [
      ...moved.map((it) => ({ ...named(it.now), kind: 'moved' as const, from: placeOf(it.was), to: placeOf(it.now) })),
      ...[...lost, ...dropped].map((it) => ({
        ...named(it),
        kind: 'dropped' as const,
        from: placeOf(it),
        to: null,
      })),
      ...added.map((it) => {
        const before = was.get(it.requestId)
        return before
          ? { ...named(it), kind: 'moved' as const, from: placeOf(before), to: placeOf(it) }
          : { ...named(it), kind: 'added' as const, from: null, to: placeOf(it) }
      }),
    ],
    affected: {
      teams: teamIds.map((teamId) => teams.get(teamId) ?? ''),
      enterprises: [...new Set(heard.map((it) => it.enterpriseName))],
      people: told.size,
    },
  })
}

const line = (it: Planned | Standing): string =>
  `${dateOf(it.date)} ${minuteOf(it.startMinute)}–${minuteOf(it.endMinute)}　${it.enterpriseName}　${it.activityName}`

/** One notice per team and per enterprise that something changes for. */
const tell = async (
  context: Context,
  planId: string,
  changes: Changes,
  /** Ids of the visits that were made, in the order of `changes.added`. */
  addedIds: readonly string[],
): Promise<number> => {
  const { added, moved, dropped } = changes
  const touched = [...added, ...moved.flatMap((it) => [it.was, it.now]), ...dropped]
  let told = 0
  /** The page of the one visit that is meant, or the list of all. */
  const linkFor = (mine: (it: Planned | Standing) => boolean): string => {
    const ids = [
      ...added.flatMap((it, at) => (mine(it) ? [addedIds[at]!] : [])),
      ...moved.flatMap(({ was, now }) => (mine(now) ? [was.id] : [])),
    ]
    return ids.length === 1 ? `/m/visits/${ids[0]}` : '/m/visits'
  }
  const lost = withoutPlace(changes)
  const linesFor = (mine: (it: Planned | Standing) => boolean, gone = dropped): string[] => [
    ...added.filter(mine).map((it) => `新增　${line(it)}`),
    ...moved.flatMap(({ was, now }) => {
      if (mine(now)) return [`调整　${line(now)}（原 ${dateOf(was.date)} ${minuteOf(was.startMinute)}）`]
      return mine(was) ? [`改由别的小分队去　${line(was)}`] : []
    }),
    ...gone.filter(mine).map((it) => `取消　${line(it)}`),
  ]
  const squads = new Map(touched.map((it) => [it.teamId, it.squadKind]))
  for (const [teamId, squad] of squads) {
    const mine = (it: Planned | Standing): boolean => it.teamId === teamId
    const toAccept = added.some(mine) || moved.some((it) => mine(it.now))
    told += await notify(context, {
      kind: 'dispatched',
      title: toAccept ? '有新的派单，请接单' : '排期有调整',
      lines: linesFor(mine),
      link: linkFor(mine),
      onceKey: `published ${planId} team ${teamId}`,
      personIds: await people.peopleOfTeams(context, [teamId]),
      robotsOf: squad,
    })
  }
  for (const enterpriseId of new Set([...touched, ...lost].map((it) => it.enterpriseId))) {
    const mine = (it: Planned | Standing): boolean => it.enterpriseId === enterpriseId
    const comes = touched.some((it) => mine(it) && !dropped.some((one) => one.requestId === it.requestId))
    told += await notify(context, {
      kind: 'arranged',
      title: comes ? '上门活动有安排了' : '上门活动取消了，会另行安排',
      lines: linesFor(mine, [...dropped, ...lost]),
      link: linkFor(mine),
      onceKey: `published ${planId} enterprise ${enterpriseId}`,
      personIds: await people.contactsOf(context, [enterpriseId]),
    })
  }
  return told
}

type Codes = 'NOT_FOUND' | 'STALE' | 'PLAN_NOT_DRAFT' | 'RULES_BROKEN' | 'YEAR_NOT_ANNOUNCED' | 'PLAN_OUTDATED'

/**
 * Puts a draft into force: new visits are dispatched, moved ones have to be accepted anew, dropped ones are cancelled
 * and their requests open again. All rules are judged once more by the rows as they are now.
 */
export const publishPlan = async (
  context: Context,
  id: string,
  version: number,
): Promise<Result<{ dispatched: number; moved: number; cancelled: number; told: number }, Codes>> => {
  const summary = await queries.planSummary(context, id)
  if (!summary) return fail('NOT_FOUND')
  await queries.lockPlansOver(context, summary.from, summary.to)
  const plan = (await queries.lockPlan(context, id))!
  if (plan.status !== 'draft') return fail('PLAN_NOT_DRAFT')
  if (plan.version !== version) return stale({}, { version: plan.version })
  await visits.lockMovable(context, plan.from, plan.to)
  const judged = await judgeWhole(context, id)
  if (!judged.ok) return judged
  if (judged.value.outdated) return fail('PLAN_OUTDATED')
  if (judged.value.broken.length > 0) return fail('RULES_BROKEN', { broken: judged.value.broken })
  const changes = await readChanges(context, plan)
  if (reachesBefore(changes, context.scope.today)) return fail('PLAN_OUTDATED')
  const toVisit = (it: Planned): visits.NewVisit => ({ ...it, planId: id })
  const addedIds = await visits.insertVisits(context, changes.added.map(toVisit))
  for (const { was, now } of changes.moved) await visits.moveVisit(context, was.id, toVisit(now))
  for (const it of changes.dropped) {
    await visits.setVisitState(context, it.id, 'cancelled', { reason: '排期调整', cancelled_at: context.scope.now })
    await requests.moveRequest(context, it.requestId, ['planned'], 'open')
  }
  for (const it of changes.added)
    if (!(await requests.moveRequest(context, it.requestId, ['open'], 'planned'))) return fail('PLAN_OUTDATED')
  await queries.markPublished(context, id, plan.from, plan.to)
  const told = await tell(context, id, changes, addedIds)
  return ok({
    dispatched: changes.added.length,
    moved: changes.moved.length,
    cancelled: changes.dropped.length,
    told,
  })
}
