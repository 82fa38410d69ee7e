import { z } from 'zod'
import { operation } from '../../platform/base/operation.ts'
import { byId, withLawyers } from './case-contract.ts'

export const addEvidence = operation({
  name: 'cases.addEvidence',
  method: 'POST',
  path: '/api/cases/:id/evidence',
  summary: '列一项证据：已有、能取得、无法取得',
  access: withLawyers,
  params: byId,
  body: z.strictObject({
    claimantId: z.uuid().optional(),
    state: z.enum(['have', 'can_get', 'cannot_get']),
    item: z.string().trim().min(1).max(200),
    note: z.string().trim().max(500).default(''),
  }),
  output: z.object({ id: z.string() }),
  errors: ['NOT_FOUND', 'CASE_STATE'],
})

const byEvidence = z.object({ id: z.uuid(), evidenceId: z.uuid() })
export const editEvidence = operation({
  name: 'cases.editEvidence',
  method: 'PATCH',
  path: '/api/cases/:id/evidence/:evidenceId',
  summary: '修改一项证据',
  access: withLawyers,
  params: byEvidence,
  edits: true,
  body: z.strictObject({
    state: z.enum(['have', 'can_get', 'cannot_get']).optional(),
    item: z.string().trim().min(1).max(200).optional(),
    note: z.string().trim().max(500).optional(),
  }),
  output: z.object({ version: z.number() }),
  errors: ['NOT_FOUND', 'CASE_STATE', 'STALE'],
})

export const addEvidenceFile = operation({
  name: 'cases.addEvidenceFile',
  method: 'POST',
  path: '/api/cases/:id/evidence/:evidenceId/file',
  summary: '上传证据原件（加密保存）',
  access: withLawyers,
  params: byEvidence,
  upload: { maxBytes: 20_000_000 },
  output: z.object({ fileName: z.string() }),
  errors: ['NOT_FOUND', 'CASE_STATE', 'FILE_EMPTY'],
})

export const readEvidenceFile = operation({
  name: 'cases.readEvidenceFile',
  method: 'GET',
  path: '/api/cases/:id/evidence/:evidenceId/file',
  summary: '打开证据原件（每次留痕）',
  access: withLawyers,
  params: byEvidence,
  answers: 'file',
  errors: ['NOT_FOUND'],
})
