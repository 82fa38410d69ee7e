import { z } from 'zod'
import { office, operation } from '../../platform/base/operation.ts'
import { byId, civilDate, deliveryWays, fileSchema, state, text } from './letter-contract.ts'

export const addFile = operation({
  name: 'letters.addFile',
  method: 'POST',
  path: '/api/letters/:id/files',
  summary: '上传送达回证或答复附件（图片或 PDF）',
  access: [...office, 'contact'],
  params: byId,
  body: z.strictObject({ purpose: z.enum(['receipt', 'answer']) }),
  upload: { maxBytes: 20 * 1024 * 1024 },
  output: fileSchema,
  errors: [
    'NOT_FOUND',
    'LETTER_STATE',
    'FILE_MISSING',
    'FILE_TOO_LARGE',
    'FILE_KIND',
    'PICTURE_TOO_LARGE',
    'PICTURE_KIND',
    'PICTURE_HEIC',
    'PICTURE_TOO_MANY_PIXELS',
    'PICTURE_BROKEN',
  ],
})

export const readFile = operation({
  name: 'letters.readFile',
  method: 'GET',
  path: '/api/letters/:id/files/:fileId',
  summary: '下载函书的附件',
  access: [...office, 'contact'],
  params: z.object({ id: z.uuid(), fileId: z.uuid() }),
  answers: 'file',
  errors: ['NOT_FOUND'],
})

export const readDocument = operation({
  name: 'letters.readDocument',
  method: 'GET',
  path: '/api/letters/:id/document',
  summary: '下载 Word 文书；签发后是定稿，签发前是注明草稿的样稿',
  access: [...office, 'contact'],
  params: byId,
  answers: 'file',
  errors: ['NOT_FOUND'],
})

export const deliverLetter = operation({
  name: 'letters.deliver',
  method: 'POST',
  path: '/api/letters/:id/delivery',
  summary: '登记送达，期限从次日起按工作日计算',
  access: [...office],
  params: byId,
  body: z.strictObject({
    deliveredOn: civilDate,
    way: z.enum(deliveryWays),
    receivedBy: text(40),
    note: z.string().trim().max(300).default(''),
    receiptId: z.uuid().optional(),
  }),
  /** Null where the term reaches into a year that is not announced. */
  output: z.object({ dueOn: z.string().nullable() }),
  errors: ['NOT_FOUND', 'LETTER_STATE', 'DATE_AHEAD', 'BEFORE_ISSUE', 'FILE_UNKNOWN'],
})

export const answerBody = {
  text: text(4000),
  fileIds: z.array(z.uuid()).max(20).default([]),
}

export const recordAnswer = operation({
  name: 'letters.recordAnswer',
  method: 'POST',
  path: '/api/letters/:id/answers',
  summary: '登记书面答复',
  access: [...office],
  params: byId,
  body: z.strictObject({ ...answerBody, answeredOn: civilDate }),
  output: z.object({ id: z.string() }),
  errors: ['NOT_FOUND', 'LETTER_STATE', 'FILE_UNKNOWN', 'DATE_AHEAD', 'BEFORE_DELIVERY'],
})

export const verifyAnswer = operation({
  name: 'letters.verifyAnswer',
  method: 'POST',
  path: '/api/letters/:id/verdict',
  summary: '核实最近一次答复：是否已按要求办理',
  access: ['admin', 'chair', 'staff'],
  params: byId,
  body: z.strictObject({ obeyed: z.boolean(), verdict: text(1000) }),
  output: z.object({ state }),
  errors: ['NOT_FOUND', 'LETTER_STATE', 'VERIFIED_ALREADY', 'ANSWER_MISSING'],
})

export const closeLetter = operation({
  name: 'letters.close',
  method: 'POST',
  path: '/api/letters/:id/close',
  summary: '办结',
  access: ['admin', 'chair', 'staff'],
  params: byId,
  body: z.strictObject({ reason: text(300) }),
  output: z.object({ state }),
  errors: ['NOT_FOUND', 'LETTER_STATE', 'NOT_VERIFIED'],
})

export const escalateLetter = operation({
  name: 'letters.escalate',
  method: 'POST',
  path: '/api/letters/:id/escalate',
  summary: '移送或转入下一步，说明去向',
  access: ['admin', 'chair', 'staff'],
  params: byId,
  body: z.strictObject({ reason: text(300) }),
  output: z.object({ state }),
  errors: ['NOT_FOUND', 'LETTER_STATE', 'OBEYED_ALREADY', 'NOT_VERIFIED'],
})
