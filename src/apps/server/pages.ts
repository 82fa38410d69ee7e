import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Me } from '../../platform/web/me.ts'
import type { Send } from '../../platform/web/client.ts'
import { callerOver } from '../../platform/web/client.ts'
import type * as PagesBundle from '../phone/ssr.tsx'
import { readWallFigures } from '../../areas/reports/server/index.ts'
import { inScope } from '../../platform/server/db/scope.ts'
import { scopeOfOrg } from '../../platform/server/http/orgs-queries.ts'
import type { Services } from '../../platform/server/services.ts'

const at = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url))

/** What draws pages: the built bundle, or Vite's module runner in development. */
export interface PageSource {
  readonly load: () => Promise<typeof PagesBundle>
  readonly consoleHtml: (url: string) => Promise<string>
}

const built: PageSource = {
  load: () => import(pathToFileURL(at('dist/phone-ssr/ssr.js')).href) as Promise<typeof PagesBundle>,
  consoleHtml: () => readFile(at('dist/console/index.html'), 'utf8'),
}

/** Calls the interface inside this process with the reader's own cookie. */
const sendOver =
  (http: FastifyInstance, cookie: string | undefined): Send =>
  async (url, init) => {
    const answer = await http.inject({
      method: (init.method ?? 'GET') as 'GET',
      url,
      headers: { ...(init.headers as Record<string, string>), ...(cookie ? { cookie } : {}) },
      payload: init.body as string | undefined,
    })
    return new Response(answer.statusCode === 204 ? null : new Uint8Array(answer.rawPayload), {
      status: answer.statusCode,
      headers: { 'content-type': String(answer.headers['content-type'] ?? '') },
    })
  }

const readMe = async (send: Send): Promise<Me | undefined> => {
  const answer = await send('/api/me', {})
  return answer.ok ? ((await answer.json()) as Me) : undefined
}

/** Pages for browsers: the stage at /, the console, the phone at /m, the wall. They need a build (or a dev source). */
export const addPages = async (http: FastifyInstance, services: Services, source?: PageSource): Promise<void> => {
  if (!source && !existsSync(at('dist/built-from'))) return
  const { load, consoleHtml } = source ?? built
  if (!source) {
    const immutable = { immutable: true, maxAge: '365d', index: false, decorateReply: false } as const
    await http.register(fastifyStatic, { root: at('dist/console'), prefix: '/assets/console/', ...immutable })
    await http.register(fastifyStatic, { root: at('dist/phone'), prefix: '/assets/phone/', ...immutable })
  }
  const favicon = await readFile(at('src/platform/web/favicon.svg'))
  const html = 'text/html; charset=utf-8'
  http.get('/favicon.svg', (_request, reply) =>
    reply.type('image/svg+xml').header('cache-control', 'max-age=86400').send(favicon),
  )
  const checkUpWorker = await readFile(at('src/apps/phone/check-up-worker.js'))
  http.get('/m/check-up-worker.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(checkUpWorker),
  )
  for (const url of ['/console', '/console/*'])
    http.get(url, async (request, reply) =>
      reply
        .type(html)
        .header('cache-control', 'no-cache')
        .send(await consoleHtml(request.url)),
    )

  const phone = async (request: FastifyRequest): Promise<PagesBundle.PhoneAnswer> => {
    const { cookie } = request.headers
    const send = sendOver(http, cookie)
    const { answerPhone } = await load()
    return answerPhone({ url: request.url, me: await readMe(send), call: callerOver(send), cookies: cookie })
  }
  for (const url of ['/m', '/m/*'])
    http.get(url, async (request, reply) => {
      const answer = await phone(request)
      reply.header('cache-control', 'no-store')
      return 'location' in answer
        ? reply.redirect(answer.location)
        : reply.status(answer.status).type(html).send(answer.html)
    })

  const figures = async () => {
    const scope = await scopeOfOrg(services.database)
    return scope && inScope(services.database, scope, readWallFigures)
  }
  http.get('/', async (_request, reply) => {
    const facts = await figures()
    if (!facts) return reply.redirect('/console')
    const { renderStage } = await load()
    return reply.type(html).header('cache-control', 'no-cache').send(renderStage(facts))
  })
  http.get('/wall', async (_request, reply) => {
    const facts = await figures()
    if (!facts) return reply.redirect('/console')
    const { renderWall } = await load()
    return reply.type(html).header('cache-control', 'no-cache').send(renderWall(facts))
  })
}
