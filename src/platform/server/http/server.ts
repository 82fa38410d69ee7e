import multipart from '@fastify/multipart'
import Fastify, { type FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { AnyOperation } from '../../base/operation.ts'
import type { Log } from '../log.ts'
import type { Services } from '../services.ts'
import { sendProblem, serveRoute } from './adapter.ts'
import type { Area } from './implement.ts'
import { problemOf } from './problem.ts'
import { platformTexts, type FailureTexts } from './texts.zh.ts'

z.config(z.locales.zhCN())

const jsonSchema = (schema: z.ZodType, io: 'input' | 'output'): object =>
  z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any' })

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'detail'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
  },
}

/** What every operation may fail with, beside its own codes. */
const ownCodes = (operation: AnyOperation): string[] => [
  'INPUT_INVALID',
  'INPUT_UNKNOWN_FIELD',
  ...(operation.access === 'public' ? [] : ['NOT_SIGNED_IN', 'NOT_ALLOWED']),
  ...(operation.method === 'GET' ? [] : ['KEY_REUSED', 'FOREIGN_ORIGIN']),
  ...(operation.edits ? ['VERSION_MISSING', 'STALE'] : []),
]

const describe = (operation: AnyOperation): object => {
  const codes = [...new Set([...operation.errors, ...ownCodes(operation)])]
  const parameters = (schema: z.ZodType | undefined, where: string): object[] => {
    if (!schema) return []
    const object = jsonSchema(schema, 'input') as { properties?: Record<string, object>; required?: string[] }
    return Object.entries(object.properties ?? {}).map(([name, property]) => ({
      name,
      in: where,
      required: where === 'path' || (object.required?.includes(name) ?? false),
      schema: property,
    }))
  }
  return {
    operationId: operation.name,
    summary: operation.summary,
    tags: [operation.name.split('.')[0]],
    'x-access': operation.access,
    'x-error-codes': codes,
    parameters: [
      ...parameters(operation.params, 'path'),
      ...parameters(operation.query, 'query'),
      ...(operation.method === 'GET'
        ? []
        : [{ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 128 } }]),
      ...(operation.edits ? [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }] : []),
    ],
    ...(operation.upload
      ? {
          requestBody: {
            content: {
              'multipart/form-data': {
                schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } },
              },
            },
          },
        }
      : operation.body
        ? { requestBody: { content: { 'application/json': { schema: jsonSchema(operation.body, 'input') } } } }
        : {}),
    responses: {
      ...(operation.answers === 'file'
        ? { 200: { description: '文件', content: { 'application/octet-stream': {} } } }
        : operation.output
          ? {
              200: {
                description: '成功',
                content: { 'application/json': { schema: jsonSchema(operation.output, 'output') } },
              },
            }
          : { 204: { description: '成功' } }),
      default: { description: codes.join('、'), content: { 'application/problem+json': { schema: problemSchema } } },
    },
  }
}

/** The description of every operation, as OpenAPI 3.1. */
export const describeApi = (areas: readonly Area[], version: string): object => {
  const paths: Record<string, Record<string, object>> = {}
  for (const { operation } of areas.flatMap((area) => area.routes)) {
    const path = operation.path.replaceAll(/:(\w+)/g, '{$1}')
    ;(paths[path] ??= {})[operation.method.toLowerCase()] = describe(operation)
  }
  return { openapi: '3.1.0', info: { title: '轻骑 Qingqi', version }, paths }
}

const checkAreas = (areas: readonly Area[]): void => {
  const names = new Set<string>()
  for (const area of areas)
    for (const { operation } of area.routes) {
      if (names.has(operation.name)) throw new Error(`two operations are called ${operation.name}`)
      names.add(operation.name)
      for (const code of operation.errors)
        if (!(code in area.texts) && !(code in platformTexts)) throw new Error(`${area.name} has no text for ${code}`)
    }
}

export interface HttpOptions {
  readonly areas: readonly Area[]
  readonly services: Services
  readonly version: string
  readonly log: Log
}

const CONTENT_SECURITY =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"

/** The HTTP interface of all areas; pages are added by the app on top. Not yet listening. */
export const createHttp = async ({ areas, services, version, log }: HttpOptions): Promise<FastifyInstance> => {
  checkAreas(areas)
  const app = Fastify({ bodyLimit: 2_000_000, forceCloseConnections: 'idle', routerOptions: { maxParamLength: 200 } })
  await app.register(multipart)
  app.addHook('onSend', async (_request, reply) => {
    reply
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
      .header('content-security-policy', CONTENT_SECURITY)
  })
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    if (error.code === 'FST_REQ_FILE_TOO_LARGE' || error.statusCode === 413)
      return sendProblem(reply, problemOf({ ok: false, code: 'FILE_TOO_LARGE' }))
    if (error.statusCode && error.statusCode < 500)
      return sendProblem(reply, problemOf({ ok: false, code: 'INPUT_INVALID' }))
    log.error(`${request.method} ${request.routeOptions.url ?? ''}`, error)
    if (/ECONNREFUSED|ENOENT|57P0|08/.test(error.code ?? '') || /Connection terminated/.test(error.message))
      return sendProblem(reply, problemOf({ ok: false, code: 'UNAVAILABLE' }))
    return sendProblem(reply, {
      type: 'urn:qingqi:problem:unexpected',
      title: '出了意外',
      status: 500,
      code: 'UNEXPECTED',
      detail: '系统出了意外，已写入运行日志，没有保存半截内容。请稍后再试，仍不行请联系管理员。',
    })
  })
  app.setNotFoundHandler((_request, reply) => sendProblem(reply, problemOf({ ok: false, code: 'NOT_FOUND' })))
  const api = describeApi(areas, version)
  app.get('/api/openapi.json', async () => api)
  app.get('/api/health', async (_request, reply) => {
    try {
      const { rows } = await services.database.pool.query<{ version: string }>(
        "SELECT current_setting('server_version') AS version",
      )
      return { status: 'ok', database: `PostgreSQL ${rows[0]!.version}`, version }
    } catch {
      return reply.status(503).send({ status: 'unavailable', database: 'away', version })
    }
  })
  for (const area of areas)
    for (const route of area.routes)
      app.route({
        method: route.operation.method,
        url: route.operation.path,
        handler: serveRoute(route, area.texts as FailureTexts, services),
      })
  return app
}
