import { createHmac } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { AnyOperation, Problem } from '../../base/operation.ts'
import { isId } from '../../base/ids.ts'
import { fail, type Failure, type Result } from '../../base/result.ts'
import { has, inScope, withScope, type Context } from '../db/scope.ts'
import { keyFor } from '../crypto/seal.ts'
import type { Services } from '../services.ts'
import type { Call, FileAnswer, Route, UploadedFile } from './implement.ts'
import { openAnswer, sealAnswer } from './kept-answer.ts'
import { scopeOfOrg } from './orgs-queries.ts'
import { problemOf } from './problem.ts'
import { claimKey, grantsOf, insertAudit, keepAnswer } from './queries.ts'
import type { FailureTexts } from './texts.zh.ts'

/** Carries an expected failure out of the transaction, so that it rolls back. */
class RolledBack extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

export const headersOf = (request: FastifyRequest): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers))
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  return headers
}

/** Denies unless the operation grants: public, any session, or one of its roles. */
const refusal = (operation: AnyOperation, context: Context): Failure | undefined => {
  const { access } = operation
  if (access === 'public') return undefined
  if (!context.scope.personId) return fail('NOT_SIGNED_IN')
  if (access === 'signed-in') return context.scope.roles.length > 0 ? undefined : fail('NOT_ALLOWED')
  return has(context.scope, ...access) ? undefined : fail('NOT_ALLOWED')
}

const parse = (schema: z.ZodType | undefined, value: unknown, where: string): Result<unknown> => {
  if (!schema) return { ok: true, value: undefined }
  const parsed = schema.safeParse(value ?? {})
  if (parsed.success) return { ok: true, value: parsed.data }
  const unknown = parsed.error.issues.every((issue) => issue.code === 'unrecognized_keys')
  return fail(unknown ? 'INPUT_UNKNOWN_FIELD' : 'INPUT_INVALID', {
    fields: parsed.error.issues.slice(0, 50).map((issue) => ({
      path: [where, ...issue.path].join('.'),
      message: issue.message,
    })),
  })
}

const readUpload = async (
  request: FastifyRequest,
  maxBytes: number,
): Promise<Result<{ file: UploadedFile; fields: Record<string, unknown> }>> => {
  if (!request.isMultipart()) return fail('FILE_MISSING')
  const part = await request.file({ limits: { fileSize: maxBytes, files: 1, fields: 20, fieldSize: 65_536 } })
  if (!part) return fail('FILE_MISSING')
  const chunks: Buffer[] = []
  for await (const chunk of part.file) chunks.push(chunk as Buffer)
  if (part.file.truncated) return fail('FILE_TOO_LARGE', { maxBytes })
  const fields = Object.fromEntries(
    Object.entries(part.fields).flatMap(([name, field]) =>
      field && !Array.isArray(field) && field.type === 'field' ? [[name, field.value]] : [],
    ),
  )
  return { ok: true, value: { file: { name: part.filename, bytes: Buffer.concat(chunks) }, fields } }
}

const versionOf = (operation: AnyOperation, headers: Headers): Result<number> => {
  if (!operation.edits) return { ok: true, value: 0 }
  const match = /^"?(\d{1,9})"?$/.exec(headers.get('if-match') ?? '')
  return match ? { ok: true, value: Number(match[1]) } : fail('VERSION_MISSING')
}

/** A write from a page of another site, by the browser's own account of where it comes from. */
const isForeign = (headers: Headers): boolean => {
  const site = headers.get('sec-fetch-site')
  return site !== null && site !== 'same-origin' && site !== 'none'
}

const sendFile = (reply: FastifyReply, file: FileAnswer): FastifyReply =>
  reply
    .header('content-type', file.mediaType)
    .header(
      'content-disposition',
      `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    )
    .send(file.bytes)

interface Outcome {
  readonly status: number
  readonly answer: unknown
  readonly replayed?: boolean
}

export interface Called {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly file?: UploadedFile
  readonly headers: Headers
}

/**
 * One call from the inside of the server, with all checks of the outside: access, validation, key, version.
 * Opens one transaction; an expected failure rolls it back.
 */
export const callOperation = async (
  route: Route,
  services: Services,
  called: Called,
  cookies: string[] = [],
): Promise<Result<Outcome, string>> => {
  const { operation, handler } = route
  const { headers } = called
  const writes = operation.method !== 'GET'
  if (writes && isForeign(headers)) return fail('FOREIGN_ORIGIN')
  const version = versionOf(operation, headers)
  if (!version.ok) return version
  const params = parse(operation.params, called.params, 'params')
  if (!params.ok) return params
  const query = parse(operation.query, called.query, 'query')
  if (!query.ok) return query
  const body = parse(operation.body, called.body, 'body')
  if (!body.ok) return body

  const session = await services.auth.sessionOf(headers)
  const base = await scopeOfOrg(services.database, session?.orgId)
  if (!base) return fail(operation.access === 'public' ? 'NOT_FOUND' : 'NOT_SIGNED_IN')
  const acting = async (bare: Context): Promise<Context> =>
    session ? withScope(bare, { personId: session.personId, ...(await grantsOf(bare, session.personId)) }) : bare
  try {
    const value = await inScope(services.database, base, async (bare): Promise<Outcome> => {
      const context = await acting(bare)
      const refused = refusal(operation, context)
      if (refused) throw new RolledBack(refused)
      const key = writes ? headers.get('idempotency-key') : null
      const actor = context.scope.personId ?? 'public'
      if (key) {
        // Under a key: a bare hash of a short body, a telephone number say, is found by trying.
        const bodyHash = createHmac('sha256', keyFor(services.secret, 'kept bodies'))
          .update(JSON.stringify([called.params ?? null, called.body ?? null, version.value]))
          .update(called.file?.bytes ?? '')
          .digest('hex')
        const kept = await claimKey(context, { key: key.slice(0, 128), actor, operation: operation.name, bodyHash })
        if (kept) {
          // What was answered once is no right to see it again: who may come is asked anew, before the key is judged.
          if (route.reach && !(await route.reach(context, (params.value ?? {}) as Record<string, string>)))
            throw new RolledBack(fail('NOT_FOUND'))
          if (kept.operation !== operation.name || kept.body_hash !== bodyHash) throw new RolledBack(fail('KEY_REUSED'))
          return {
            status: kept.status,
            answer: openAnswer(services.secret, `${actor} ${key}`, kept.answer),
            replayed: true,
          }
        }
      }
      const call = {
        params: params.value,
        query: query.value,
        body: body.value,
        file: called.file,
        version: version.value,
        headers,
      } as Call<AnyOperation>
      const result = await handler(context, call, services, { cookies })
      if (!result.ok) throw new RolledBack(result)
      const answer = operation.output ? operation.output.parse(result.value) : result.value
      const status = answer === undefined ? 204 : 200
      if (writes) {
        // The first id in the path; a code that lets somebody in is no id and is not kept.
        const subjectId = Object.values((params.value ?? {}) as Record<string, string>).find(isId)
        await insertAudit(context, { operation: operation.name, subjectId, outcome: 'done' })
        if (key)
          await keepAnswer(
            context,
            actor,
            key.slice(0, 128),
            status,
            sealAnswer(services.secret, `${actor} ${key}`, answer),
          )
      }
      return { status, answer }
    })
    return { ok: true, value }
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error
    const { failure } = error
    if (route.refused)
      await inScope(services.database, base, async (bare) =>
        route.refused!(await acting(bare), (params.value ?? {}) as Record<string, string>, failure),
      )
    return failure
  }
}

export const sendProblem = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem))

/** The Fastify handler of one route. */
export const serveRoute =
  (route: Route, texts: FailureTexts, services: Services) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    let body = request.body
    let file: UploadedFile | undefined
    if (route.operation.upload) {
      const upload = await readUpload(request, route.operation.upload.maxBytes)
      if (!upload.ok) return sendProblem(reply, problemOf(upload, texts))
      body = upload.value.fields
      file = upload.value.file
    }
    const cookies: string[] = []
    const result = await callOperation(
      route,
      services,
      { params: request.params, query: request.query, body, file, headers: headersOf(request) },
      cookies,
    )
    if (cookies.length > 0) reply.header('set-cookie', cookies)
    if (!result.ok) return sendProblem(reply, problemOf(result, texts))
    const { status, answer, replayed } = result.value
    if (replayed) reply.header('idempotency-replayed', 'true')
    reply.header('cache-control', 'no-store')
    if (route.operation.answers === 'file' && answer) return sendFile(reply, answer as FileAnswer)
    return answer === undefined || answer === null ? reply.status(204).send() : reply.status(status).send(answer)
  }
