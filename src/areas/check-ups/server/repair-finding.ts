import type { z } from 'zod'
import { fail, ok, type Result } from '../../../platform/base/result.ts'
import type { Context } from '../../../platform/server/db/scope.ts'
import { stale } from '../../../platform/server/http/stale.ts'
import { notify } from '../../../platform/server/notify/notify.ts'
import type * as contract from '../contract.ts'
import { suggestedEscalation } from '../domain/escalation.ts'
import { decideRepair, isOverdue, type FindingState } from '../domain/states.ts'
import { wordsOf, type FindingDetail } from '../domain/wording.ts'
import * as checkUps from './check-up-queries.ts'
import * as queries from './finding-queries.ts'
import { filledIn, judgeCheckUp } from './judge-check-up.ts'
import * as people from './people-queries.ts'
import { inspects, speaksFor } from './reach-check-up.ts'

type FindingOut = z.input<typeof contract.findingSchema>

/** Findings with what today makes of them: overdue or not, and the letter that is due next. */
export const listFindings = async (
  context: Context,
  filter: queries.FindingFilter,
): Promise<{ total: number; rows: FindingOut[] }> => {
  const { today } = context.scope
  const { total, rows } = await queries.findingsPage(context, filter)
  const ids = rows.map((it) => it.id)
  const files = Map.groupBy(await queries.proofFilesOf(context, ids), (it) => it.findingId)
  // Which letter is due next is the office's own matter.
  const mayWrite = checkUps.seesAll(context)
  const letters = mayWrite ? await queries.lettersOf(context, ids) : []
  return {
    total,
    rows: rows.map((row) => ({
      ...row,
      ...wordsOf(row.detail as FindingDetail, row.dueOn),
      files: files.get(row.id) ?? [],
      overdue: isOverdue(row, today),
      escalation: mayWrite
        ? suggestedEscalation(
            row,
            letters.filter((it) => it.findingIds.includes(row.id)),
            today,
          )
        : 'none',
    })),
  }
}

/** The enterprise's proof of one repair; a photo or a PDF at least goes with it. */
export const submitProof = async (
  context: Context,
  id: string,
  version: number,
  proof: string,
): Promise<
  Result<{ status: FindingState; version: number }, 'NOT_FOUND' | 'STALE' | 'FINDING_STATE' | 'PROOF_MISSING'>
> => {
  const finding = await queries.findingRow(context, id)
  if (!finding || !speaksFor(context, finding.enterpriseId)) return fail('NOT_FOUND')
  const next = decideRepair(finding.status, 'prove')
  if (!next.ok) return next
  if (finding.photos === 0 && (await queries.proofFilesOf(context, [id])).length === 0) return fail('PROOF_MISSING')
  const change = { status: next.value, proof, returnedReason: null }
  if (!(await queries.updateFinding(context, id, version, change))) return stale({ proof }, finding)
  const inspectors = (await checkUps.inspectorsOf(context, finding.checkUpId)).map((it) => it.personId)
  await notify(context, {
    kind: 'check-up-proof',
    title: '有一项整改待复查',
    lines: [`${finding.enterpriseName}：${finding.title}。`],
    link: `/console/check-ups/${finding.checkUpId}`,
    onceKey: `proof ${id} ${version}`,
    personIds: [...inspectors, ...(await people.staff(context))],
  })
  return ok({ status: next.value, version: version + 1 })
}

interface Rechecked {
  readonly status: FindingState
  readonly version: number
  readonly score: number | null
  readonly grade: string | null
}

/** Passes a repair or sends it back with the reason; what passed is judged anew by the instrument of then. */
export const recheckFinding = async (
  context: Context,
  id: string,
  version: number,
  { passed, remark }: { passed: boolean; remark: string },
): Promise<Result<Rechecked, 'NOT_FOUND' | 'STALE' | 'FINDING_STATE'>> => {
  const seen = await queries.findingRow(context, id)
  if (!seen) return fail('NOT_FOUND')
  const { checkUpId } = seen
  await checkUps.lockCheckUp(context, checkUpId)
  const [finding, row] = [await queries.findingRow(context, id), await checkUps.checkUpRow(context, checkUpId)]
  if (!finding || !row || !inspects(context, await checkUps.inspectorsOf(context, checkUpId))) return fail('NOT_FOUND')
  // Nobody owes a repair that has not been told of.
  if (row.status !== 'reported') return fail('FINDING_STATE', { state: finding.status })
  const next = decideRepair(finding.status, passed ? 'pass' : 'return')
  if (!next.ok) return next
  const change = { status: next.value, passed, returnedReason: passed ? null : remark }
  if (!(await queries.updateFinding(context, id, version, change))) return stale({ remark }, finding)
  await queries.insertRecheck(context, { findingId: id, checkUpId, itemId: finding.itemId, passed, remark })
  let { score, grade } = row
  if (passed) {
    const judged = await judgeCheckUp(context, row, filledIn(row))
    if (!judged.ok) throw new Error(`kept answers are refused: ${JSON.stringify(judged.detail)}`)
    await checkUps.updateCheckUp(context, checkUpId, { result: judged.value })
    ;({ score, grade } = judged.value)
  }
  await notify(context, {
    kind: passed ? 'check-up-passed' : 'check-up-returned',
    title: passed ? '一项整改复查通过' : '一项整改被退回',
    lines: [`${finding.title}：${remark}`],
    link: `/m/check-ups/${checkUpId}`,
    onceKey: `recheck ${id} ${version}`,
    personIds: await people.contactsOf(context, finding.enterpriseId),
  })
  return ok({ status: next.value, version: version + 1, score, grade })
}
