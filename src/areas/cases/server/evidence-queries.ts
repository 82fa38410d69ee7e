import type { Context } from '../../../platform/server/db/scope.ts'
import { updateRow } from '../../../platform/server/db/update-row.ts'

export type EvidenceState = 'have' | 'can_get' | 'cannot_get'

export const evidenceOf = ({ tx, scope }: Context, caseId: string) =>
  tx
    .selectFrom('case_evidence')
    .select(['id', 'claimant_id as claimantId', 'state', 'sealed', 'file_id as fileId', 'version'])
    .where('org_id', '=', scope.orgId)
    .where('case_id', '=', caseId)
    .orderBy('id')
    .execute()

export const insertEvidence = async (
  { tx, scope }: Context,
  it: { id: string; caseId: string; claimantId: string | null; state: EvidenceState; sealed: Buffer },
): Promise<void> => {
  await tx
    .insertInto('case_evidence')
    .values({
      org_id: scope.orgId,
      id: it.id,
      case_id: it.caseId,
      claimant_id: it.claimantId,
      state: it.state,
      sealed: it.sealed,
    })
    .execute()
}

export const updateEvidence = (
  context: Context,
  id: string,
  version: number,
  change: { readonly state?: EvidenceState; readonly sealed?: Buffer; readonly file_id?: string },
): Promise<boolean> => updateRow(context, 'case_evidence', id, version, change)

/** The row of a sealed file; its real name is sealed with the evidence. */
export const insertSealedFile = async (
  { tx, scope }: Context,
  it: { id: string; bytes: number; sha256: string },
): Promise<void> => {
  await tx
    .insertInto('files')
    .values({
      org_id: scope.orgId,
      id: it.id,
      name: '证据',
      media_type: 'application/octet-stream',
      bytes: it.bytes,
      sha256: it.sha256,
      created_by: scope.personId ?? null,
    })
    .execute()
}
