import { z } from 'zod'
import { operation } from '../../platform/base/operation.ts'
import { answerBody } from './answer-contract.ts'
import { byId, fileSchema, kind, opinionContent, reminderContent } from './letter-contract.ts'

/** What an enterprise sees of a letter to it: what was sent, and its own answers. */
export const receivedSchema = z.object({
  id: z.string(),
  kind,
  state: z.enum(['issued', 'delivered', 'answered', 'overdue', 'closed', 'withdrawn']),
  number: z.string(),
  enterpriseName: z.string(),
  subject: z.string(),
  content: z.discriminatedUnion('kind', [reminderContent, opinionContent]),
  contactName: z.string(),
  contactPhone: z.string(),
  issuedOn: z.string(),
  deliveredOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** Why it was withdrawn. */
  withdrawn: z.string().nullable(),
  answers: z.array(
    z.object({ answeredOn: z.string(), text: z.string(), late: z.boolean(), files: z.array(fileSchema) }),
  ),
  mayAnswer: z.boolean(),
})
export type Received = z.infer<typeof receivedSchema>

export const listReceived = operation({
  name: 'letters.listReceived',
  method: 'GET',
  path: '/api/received-letters',
  summary: '本企业收到的提示函和意见书',
  access: ['contact'],
  output: z.array(receivedSchema),
  errors: [],
})

export const readReceived = operation({
  name: 'letters.readReceived',
  method: 'GET',
  path: '/api/received-letters/:id',
  summary: '查看收到的函书',
  access: ['contact'],
  params: byId,
  output: receivedSchema,
  errors: ['NOT_FOUND'],
})

export const fileAnswer = operation({
  name: 'letters.fileAnswer',
  method: 'POST',
  path: '/api/received-letters/:id/answers',
  summary: '企业提交书面答复',
  access: ['contact'],
  params: byId,
  body: z.strictObject(answerBody),
  output: z.object({ id: z.string() }),
  errors: ['NOT_FOUND', 'LETTER_STATE', 'FILE_UNKNOWN'],
})
