import { sql } from 'kysely'
import { newId } from '../../../platform/base/ids.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import type { ComparedRow, EnterpriseInput, ExistingEnterprise } from '../domain/import/index.ts'
import { insertPatterns } from './gap-queries.ts'

/** The register by credit code, archived ones included, with each week's gaps. */
export const existingByCode = async ({ tx, scope }: Context): Promise<Map<string, ExistingEnterprise>> => {
  const rows = await tx
    .selectFrom('enterprises')
    .select([
      'id',
      'name',
      'credit_code as creditCode',
      'township_id as townshipId',
      'industry',
      'headcount',
      'pilot_level as pilotLevel',
      'contact_name as contactName',
      'contact_phone as contactPhone',
      'longitude',
      'latitude',
      'shift_text as shiftText',
    ])
    .where('org_id', '=', scope.orgId)
    .execute()
  const patterns = await tx
    .selectFrom('gap_patterns')
    .select(['enterprise_id', 'kind', 'weekdays', 'from_minute as from', 'to_minute as to'])
    .where('org_id', '=', scope.orgId)
    .execute()
  const by = Map.groupBy(patterns, (it) => it.enterprise_id)
  return new Map(rows.map((row) => [row.creditCode, { ...row, gaps: by.get(row.id) ?? [] }]))
}

export interface ImportCounts {
  readonly rows: number
  readonly new: number
  readonly changed: number
  readonly same: number
  readonly bad: number
}

export const insertImport = async (
  { tx, scope }: Context,
  it: { fileName: string; fileId: string; counts: ImportCounts; columns: object; rows: readonly ComparedRow[] },
): Promise<string> => {
  const id = newId()
  await tx
    .insertInto('imports')
    .values({
      org_id: scope.orgId,
      id,
      kind: 'enterprises',
      file_name: it.fileName,
      file_id: it.fileId,
      status: 'read',
      counts: JSON.stringify({ ...it.counts, columns: it.columns }),
      rows: JSON.stringify(it.rows),
      created_by: scope.personId ?? null,
    })
    .execute()
  return id
}

export const importById = async ({ tx, scope }: Context, id: string) => {
  const row = await tx
    .selectFrom('imports')
    .select(['id', 'file_name as fileName', 'status', 'counts', 'rows'])
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      ...row,
      counts: row.counts as ImportCounts & { columns: { field: string; header: string }[] },
      rows: row.rows as ComparedRow[],
    }
  )
}

/** Moves an import on; false where it is not in the state it is moved from. */
export const moveImport = async (
  { tx, scope }: Context,
  id: string,
  from: 'read' | 'confirmed',
  to: 'read' | 'confirmed' | 'done' | 'failed',
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('imports')
    .set({ status: to, version: sql`version + 1`, updated_at: scope.now })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .where('status', '=', from)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export interface TownshipPoint {
  readonly id: string
  readonly longitude: number
  readonly latitude: number
}

const pointOf = (input: EnterpriseInput, townships: ReadonlyMap<string, TownshipPoint>) =>
  input.longitude !== null && input.latitude !== null
    ? { longitude: input.longitude, latitude: input.latitude, point_source: 'import' as const }
    : {
        longitude: townships.get(input.townshipId)!.longitude,
        latitude: townships.get(input.townshipId)!.latitude,
        point_source: 'township' as const,
      }

/** Writes new enterprises with their weeks; one whose code came in meanwhile is left alone. Returns how many came in. */
export const insertEnterprises = async (
  context: Context,
  inputs: readonly EnterpriseInput[],
  townships: ReadonlyMap<string, TownshipPoint>,
): Promise<number> => {
  if (inputs.length === 0) return 0
  const { tx, scope } = context
  const inserted = await tx
    .insertInto('enterprises')
    .values(
      inputs.map((it) => ({
        org_id: scope.orgId,
        id: newId(),
        name: it.name,
        credit_code: it.creditCode,
        township_id: it.townshipId,
        industry: it.industry,
        headcount: it.headcount,
        pilot_level: it.pilotLevel,
        contact_name: it.contactName,
        contact_phone: it.contactPhone,
        shift_text: it.shiftText,
        ...pointOf(it, townships),
      })),
    )
    .onConflict((conflict) => conflict.columns(['org_id', 'credit_code']).doNothing())
    .returning(['id', 'credit_code'])
    .execute()
  const ids = new Map(inserted.map((row) => [row.credit_code, row.id]))
  await insertPatterns(
    context,
    inputs.flatMap((it) => {
      const enterpriseId = ids.get(it.creditCode)
      return enterpriseId ? (it.gaps ?? []).map((gap) => ({ ...gap, enterpriseId })) : []
    }),
  )
  return inserted.length
}

/** Writes what the file says over one enterprise; empty cells of optional columns leave what is there. */
export const overwriteEnterprise = async (context: Context, id: string, input: EnterpriseInput): Promise<void> => {
  const { tx, scope } = context
  await tx
    .updateTable('enterprises')
    .set({
      name: input.name,
      township_id: input.townshipId,
      ...(input.industry === '' ? {} : { industry: input.industry }),
      headcount: input.headcount,
      pilot_level: input.pilotLevel,
      contact_name: input.contactName,
      contact_phone: input.contactPhone,
      ...(input.longitude !== null && input.latitude !== null
        ? { longitude: input.longitude, latitude: input.latitude, point_source: 'import' as const }
        : {}),
      ...(input.gaps && input.shiftText !== '' ? { shift_text: input.shiftText } : {}),
      archived_at: null,
      version: sql`version + 1`,
      updated_at: scope.now,
    })
    .where('org_id', '=', scope.orgId)
    .where('id', '=', id)
    .execute()
  if (!input.gaps || input.shiftText === '') return
  await tx.deleteFrom('gap_patterns').where('org_id', '=', scope.orgId).where('enterprise_id', '=', id).execute()
  await insertPatterns(
    context,
    input.gaps.map((gap) => ({ ...gap, enterpriseId: id })),
  )
}

export const insertFileRow = async (
  { tx, scope }: Context,
  it: { id: string; name: string; bytes: number; sha256: string },
): Promise<void> => {
  await tx
    .insertInto('files')
    .values({
      org_id: scope.orgId,
      id: it.id,
      name: it.name,
      media_type: 'application/octet-stream',
      bytes: it.bytes,
      sha256: it.sha256,
      created_by: scope.personId ?? null,
    })
    .execute()
}
