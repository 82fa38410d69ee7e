import { sql } from 'kysely'
import type { Context } from '../../../platform/server/db/scope.ts'

/** Cases received in a year; a group wage case has three or more people unpaid or three or more in it. */
export const caseCounts = async ({ tx, scope }: Context, year: number, several: number) =>
  tx
    .selectFrom('cases')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('case_claimants')
          .select(sql<number>`count(*)`.as('people'))
          .where('case_claimants.org_id', '=', scope.orgId)
          .whereRef('case_claimants.case_id', '=', 'cases.id')
          .as('inside'),
      (join) => join.onTrue(),
    )
    .select([
      sql<number>`count(*)`.as('cases'),
      sql<number>`coalesce(sum(inside.people), 0)::bigint`.as('people'),
      sql<number>`count(*) FILTER (WHERE cases.status = 'closed')`.as('closed'),
      sql<number>`count(*) FILTER (WHERE cases.topic = 'wages' AND greatest(cases.people_unpaid, inside.people) >= ${several})`.as(
        'groupWage',
      ),
    ])
    .where('cases.org_id', '=', scope.orgId)
    .where('cases.year', '=', year)
    .executeTakeFirstOrThrow()

/** Cases received in a year by what they are about, most first. */
export const casesByTopic = ({ tx, scope }: Context, year: number) =>
  tx
    .selectFrom('cases')
    .select(['topic', sql<number>`count(*)`.as('cases')])
    .where('org_id', '=', scope.orgId)
    .where('year', '=', year)
    .groupBy('topic')
    .orderBy('cases', 'desc')
    .orderBy('topic')
    .execute()

/** Cases received in a year by the path chosen, null where none is yet. */
export const casesByPath = ({ tx, scope }: Context, year: number) =>
  tx
    .selectFrom('cases')
    .select(['path', sql<number>`count(*)`.as('cases')])
    .where('org_id', '=', scope.orgId)
    .where('year', '=', year)
    .groupBy('path')
    .orderBy('cases', 'desc')
    .orderBy('path')
    .execute()

/** What was agreed or awarded in a year, a row for each case, kind and payer. */
export const amountsOfYear = ({ tx, scope }: Context, year: number) =>
  tx
    .selectFrom('case_amounts')
    .innerJoin('case_claimants', (join) =>
      join
        .onRef('case_claimants.org_id', '=', 'case_amounts.org_id')
        .onRef('case_claimants.id', '=', 'case_amounts.claimant_id'),
    )
    .innerJoin('cases', (join) =>
      join.onRef('cases.org_id', '=', 'case_claimants.org_id').onRef('cases.id', '=', 'case_claimants.case_id'),
    )
    .select([
      'cases.id',
      'cases.year',
      'cases.ordinal',
      'case_amounts.kind',
      'case_amounts.payer',
      sql<number>`sum(case_amounts.amount_fen)::bigint`.as('amountFen'),
      sql<number>`coalesce(sum(case_amounts.amount_fen) FILTER (WHERE case_amounts.paid_on IS NOT NULL), 0)::bigint`.as(
        'paidFen',
      ),
      sql<number>`count(DISTINCT case_amounts.claimant_id)`.as('people'),
      sql<number>`count(DISTINCT case_amounts.claimant_id) FILTER (WHERE case_amounts.paid_on IS NOT NULL)`.as(
        'paidPeople',
      ),
    ])
    .where('case_amounts.org_id', '=', scope.orgId)
    .where('case_amounts.agreed_on', '>=', `${year}-01-01`)
    .where('case_amounts.agreed_on', '<=', `${year}-12-31`)
    .groupBy(['cases.id', 'cases.year', 'cases.ordinal', 'case_amounts.kind', 'case_amounts.payer'])
    .orderBy('cases.year')
    .orderBy('cases.ordinal')
    .execute()
