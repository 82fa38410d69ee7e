import type { z } from 'zod'
import { expect } from 'vitest'
import { weekdayOf } from '../../src/platform/base/civil-date.ts'
import type { ActivityKind, Board, PlanVisit, RequestRow, Visit, VisitRow } from '../../src/areas/visits/contract.ts'
import type { changeSchema } from '../../src/areas/visits/contract.ts'
import { newId } from '../../src/platform/base/ids.ts'
import type { Client, TestServer } from './server.ts'

/** The month that the demo county is about to plan; its today is 2026-11-30, a Monday. */
export const MONTH = '2026-12'

export interface Comparison {
  readonly changes: readonly z.infer<typeof changeSchema>[]
  readonly affected: { readonly teams: string[]; readonly enterprises: string[]; readonly people: number }
}

/** What a call must answer for the test to go on; a problem is shown whole where it does not. */
export const expectOk = <Body>(answer: { status: number; body: Body }): Body => {
  expect(answer.status < 300 ? 'ok' : answer.body).toBe('ok')
  return answer.body
}

/**
 * Visits with another day on which they may well fit, the likeliest first: the enterprise has no second visit, the
 * weekday is the same, and the team is out on that day without a visit.
 */
export const likelyMoves = (board: Board): { visit: PlanVisit; date: string }[] => {
  const visitsOf = Map.groupBy(board.planned, (it) => it.enterpriseId)
  const taken = new Set(board.planned.map((it) => `${it.teamId} ${it.date}`))
  return board.planned
    .filter((visit) => visitsOf.get(visit.enterpriseId)!.length === 1)
    .flatMap((visit) =>
      board.teams
        .find((it) => it.id === visit.teamId)!
        .shifts.filter(
          ({ date }) =>
            date !== visit.date && weekdayOf(date) === weekdayOf(visit.date) && !taken.has(`${visit.teamId} ${date}`),
        )
        .map(({ date }) => ({ visit, date })),
    )
}

/** Steps of the union's staff, through HTTP only. */
export const stepsOf = (server: TestServer, staff: Client) => {
  const board = async (planId: string): Promise<Board> => expectOk(await staff.get<Board>(`/api/plans/${planId}`))
  const visits = async (query: string): Promise<VisitRow[]> =>
    expectOk(await staff.get<{ rows: VisitRow[] }>(`/api/visits?limit=500&${query}`)).rows
  return {
    board,
    visits,
    visit: async (id: string): Promise<Visit> => expectOk(await staff.get<Visit>(`/api/visits/${id}`)),
    kind: async (name: string): Promise<ActivityKind> =>
      expectOk(await staff.get<ActivityKind[]>('/api/activity-kinds')).find((it) => it.name === name)!,
    requests: async (status: RequestRow['status']): Promise<RequestRow[]> =>
      expectOk(await staff.get<{ rows: RequestRow[] }>(`/api/requests?limit=500&status=${status}`)).rows,
    /** Plans the month and gives the draft's id. */
    plan: async (options: { seed?: number; basedOn?: string } = {}): Promise<string> => {
      const started = await staff.post<{ operationId: string }>('/api/plans', {
        month: MONTH,
        // By steps the plan is the same on a busy machine.
        iterations: 3_000,
        ...options,
      })
      const done = await server.settled(staff, expectOk(started).operationId!)
      expect(done.problem ?? done.status).toBe('done')
      return (done.result as { planId: string }).planId
    },
    compare: async (planId: string): Promise<Comparison> =>
      expectOk(await staff.get<Comparison>(`/api/plans/${planId}/changes`)),
    publish: async (planId: string, key = newId()) =>
      staff.post<{ dispatched: number; moved: number; cancelled: number; told: number }>(
        `/api/plans/${planId}/publish`,
        {},
        { version: (await board(planId)).version, key },
      ),
    /** Moves one visit of a draft to another day of its team, and says which. */
    moveOne: async (plan: Board, may: (visit: PlanVisit) => boolean = () => true) => {
      for (const { visit, date } of likelyMoves(plan).filter((it) => may(it.visit))) {
        const { requestId, teamId, startMinute, version } = visit
        const put = await staff.call('PUT', `/api/plans/${plan.id}/visits/${requestId}`, {
          version,
          body: { teamId, startMinute, date, pinned: false },
        })
        if (put.status === 200) return { ...visit, date }
      }
      throw new Error('nothing moves')
    },
    moveDateTo: async (date: string): Promise<void> => {
      expectOk(await staff.post('/api/demo/date', { date }))
    },
    /** Who was told what under a key. */
    noticesOf: (onceKey: string) =>
      server.rows(({ tx, scope }) =>
        tx
          .selectFrom('notice_recipients')
          .innerJoin('notices', (join) =>
            join
              .onRef('notices.org_id', '=', 'notice_recipients.org_id')
              .onRef('notices.id', '=', 'notice_recipients.notice_id'),
          )
          .select(['notice_recipients.person_id as personId', 'notices.lines'])
          .where('notices.org_id', '=', scope.orgId)
          .where('notices.once_key', '=', onceKey)
          .execute(),
      ),
    count: async (table: 'notices' | 'visits' | 'requests' | 'plans' | 'sign_ins' | 'files'): Promise<number> =>
      server.rows(
        async ({ tx, scope }) =>
          (
            await tx
              .selectFrom(table)
              .select((eb) => eb.fn.countAll<number>().as('count'))
              .where('org_id', '=', scope.orgId)
              .executeTakeFirstOrThrow()
          ).count,
      ),
  }
}
