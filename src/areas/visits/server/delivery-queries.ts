import { sql } from 'kysely'
import type { CivilDate } from '../../../platform/base/civil-date.ts'
import { newId } from '../../../platform/base/ids.ts'
import type { Context } from '../../../platform/server/db/scope.ts'

/** One sign-in; the same key again changes nothing. */
export const insertSignIn = async (
  { tx, scope }: Context,
  it: { visitId: string; key: string; way: 'code' | 'team' | 'manual'; heads: number; at: Date; personId?: string },
): Promise<void> => {
  await tx
    .insertInto('sign_ins')
    .values({
      org_id: scope.orgId,
      id: newId(),
      visit_id: it.visitId,
      sign_key: it.key,
      way: it.way,
      heads: it.heads,
      person_id: it.personId ?? null,
      signed_at: it.at,
    })
    .onConflict((conflict) => conflict.columns(['org_id', 'visit_id', 'sign_key']).doNothing())
    .execute()
}

export const hasSignedIn = async ({ tx, scope }: Context, visitId: string, key: string): Promise<boolean> =>
  (await tx
    .selectFrom('sign_ins')
    .select('id')
    .where('org_id', '=', scope.orgId)
    .where('visit_id', '=', visitId)
    .where('sign_key', '=', key)
    .where('way', '=', 'code')
    .executeTakeFirst()) !== undefined

/** Heads by way: by the code one each, by hand as counted; the team's own sign-in counts nobody. */
export const signedIn = async ({ tx, scope }: Context, visitId: string): Promise<{ byCode: number; byHand: number }> =>
  tx
    .selectFrom('sign_ins')
    .select([
      sql<number>`coalesce(sum(heads) FILTER (WHERE way = 'code'), 0)`.as('byCode'),
      sql<number>`coalesce(sum(heads) FILTER (WHERE way = 'manual'), 0)`.as('byHand'),
    ])
    .where('org_id', '=', scope.orgId)
    .where('visit_id', '=', visitId)
    .executeTakeFirstOrThrow()

export const visitMembers = ({ tx, scope }: Context, teamId: string) =>
  tx
    .selectFrom('members')
    .innerJoin('people', (join) =>
      join.onRef('people.org_id', '=', 'members.org_id').onRef('people.id', '=', 'members.person_id'),
    )
    .select(['people.name', 'members.title', 'people.phone'])
    .where('members.org_id', '=', scope.orgId)
    .where('members.team_id', '=', teamId)
    .where('members.active', '=', true)
    .orderBy('members.lead', 'desc')
    .orderBy('members.id')
    .execute()

export const recordOf = ({ tx, scope }: Context, visitId: string) =>
  tx
    .selectFrom('visit_records')
    .select(['done', 'heads', 'trained', 'gifts', 'asked', 'version'])
    .where('org_id', '=', scope.orgId)
    .where('visit_id', '=', visitId)
    .executeTakeFirst()

export const putRecord = async (
  { tx, scope }: Context,
  visitId: string,
  it: { done: string; heads: number; trained: number; gifts: number; asked: number },
): Promise<void> => {
  const { done, heads, trained, gifts, asked } = it
  await tx
    .insertInto('visit_records')
    .values({
      org_id: scope.orgId,
      visit_id: visitId,
      done,
      heads,
      trained,
      gifts,
      asked,
      recorded_by: scope.personId ?? null,
    })
    .onConflict((conflict) =>
      conflict.columns(['org_id', 'visit_id']).doUpdateSet({
        done,
        heads,
        trained,
        gifts,
        asked,
        version: sql`visit_records.version + 1`,
        updated_at: scope.now,
      }),
    )
    .execute()
}

export const insertFollowUps = async (
  { tx, scope }: Context,
  visitId: string,
  list: readonly { what: string; dueOn: CivilDate }[],
): Promise<void> => {
  if (list.length === 0) return
  await tx
    .insertInto('follow_ups')
    .values(
      list.map((it) => ({
        org_id: scope.orgId,
        id: newId(),
        visit_id: visitId,
        what: it.what,
        due_on: it.dueOn,
        status: 'open' as const,
      })),
    )
    .execute()
}

export const followUpsOf = ({ tx, scope }: Context, visitId: string) =>
  tx
    .selectFrom('follow_ups')
    .select(['id', 'what', 'due_on as dueOn', 'status', 'outcome', 'version'])
    .where('org_id', '=', scope.orgId)
    .where('visit_id', '=', visitId)
    .orderBy('due_on')
    .orderBy('id')
    .execute()

export const followUpById = ({ tx, scope }: Context, id: string) =>
  tx
    .selectFrom('follow_ups')
    .select(['id', 'visit_id as visitId', 'status', 'outcome', 'version'])
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .executeTakeFirst()

export const closeFollowUp = async (
  { tx, scope }: Context,
  id: string,
  version: number,
  outcome: string,
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('follow_ups')
    .set({
      status: 'closed',
      outcome,
      closed_at: scope.now,
      closed_by: scope.personId ?? null,
      version: version + 1,
      updated_at: scope.now,
    })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .where('version', '=', version)
    .where('status', '=', 'open')
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export const answerOf = ({ tx, scope }: Context, visitId: string) =>
  tx
    .selectFrom('visit_answers')
    .select(['took_production_time as tookProductionTime', 'would_open_again as wouldOpenAgain', 'remark'])
    .where('org_id', '=', scope.orgId)
    .where('visit_id', '=', visitId)
    .executeTakeFirst()

export const putAnswer = async (
  { tx, scope }: Context,
  visitId: string,
  it: { tookProductionTime: boolean; wouldOpenAgain: boolean; remark: string },
): Promise<void> => {
  const values = {
    took_production_time: it.tookProductionTime,
    would_open_again: it.wouldOpenAgain,
    remark: it.remark,
    answered_by: scope.personId ?? null,
  }
  await tx
    .insertInto('visit_answers')
    .values({ org_id: scope.orgId, visit_id: visitId, ...values })
    .onConflict((conflict) => conflict.columns(['org_id', 'visit_id']).doUpdateSet(values))
    .execute()
}

export const insertLine = async ({ tx, scope }: Context, visitId: string, line: string): Promise<void> => {
  await tx.insertInto('worker_lines').values({ org_id: scope.orgId, id: newId(), visit_id: visitId, line }).execute()
}

export const linesOf = async ({ tx, scope }: Context, visitId: string): Promise<string[]> =>
  (
    await tx
      .selectFrom('worker_lines')
      .select('line')
      .where('org_id', '=', scope.orgId)
      .where('visit_id', '=', visitId)
      .orderBy('id')
      .execute()
  ).map((row) => row.line)

export const photosOf = ({ tx, scope }: Context, visitId: string) =>
  tx
    .selectFrom('visit_photos')
    .select(['id', 'caption', 'width', 'height', 'file_id as fileId', 'thumbnail_file_id as thumbnailFileId'])
    .where('org_id', '=', scope.orgId)
    .where('visit_id', '=', visitId)
    .orderBy('id')
    .execute()

export const insertPhoto = async (
  { tx, scope }: Context,
  it: { visitId: string; fileId: string; thumbnailFileId: string; width: number; height: number; caption: string },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('visit_photos')
    .values({
      org_id: scope.orgId,
      id,
      visit_id: it.visitId,
      file_id: it.fileId,
      thumbnail_file_id: it.thumbnailFileId,
      width: it.width,
      height: it.height,
      caption: it.caption,
    })
    .execute()
  return id
}
