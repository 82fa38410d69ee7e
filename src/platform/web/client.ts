import type { AnyOperation, BodyIn, Method, OutputOf, ParamsIn, Problem, QueryIn } from '../base/operation.ts'

/*
 * The one way from a browser to the interface. Only types come from the contracts, so no zod is shipped by this file.
 * Console: `call(operation, input)` with the object of contract.ts.
 * Phone: the same; its build replaces each contract.ts by the method and path of its operations (tools/light-contracts.ts).
 * `callPath<typeof operation>({ method, path }, input)` is the form that needs no object at all.
 */

type Part<Key extends string, T> = unknown extends T
  ? { readonly [K in Key]?: undefined }
  : Record<never, never> extends T
    ? { readonly [K in Key]?: T }
    : { readonly [K in Key]: T }

/** What a call gives: each part is required exactly where the operation requires it. */
export type CallInput<Op extends AnyOperation> = Part<'params', ParamsIn<Op>> &
  Part<'query', QueryIn<Op>> &
  Part<'body', BodyIn<Op>> & {
    /** For operations with `upload`. */
    readonly file?: Blob
    /** The version the edit was made on; sent as If-Match. */
    readonly version?: number
    /** Give the key of the first try when trying again; a new one is made otherwise. */
    readonly idempotencyKey?: string
    readonly signal?: AbortSignal
  }

type Rest<Op extends AnyOperation> =
  Record<never, never> extends CallInput<Op> ? [input?: CallInput<Op>] : [input: CallInput<Op>]

/** Where an operation lives: all that is needed at run time. */
export interface Place {
  readonly method: Method
  readonly path: string
}

/** Sends a request; `fetch` in browsers, an in-process one on the server. */
export type Send = (url: string, init: RequestInit) => Promise<Response>

export type Call = <Op extends AnyOperation>(operation: Op, ...rest: Rest<Op>) => Promise<OutputOf<Op>>

/** A refusal or failure, with what the reader should be told. Codes of its own: `offline`, `unreadable-answer`. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }
  // The phone's server bundle carries a copy of this class: what one copy throws, the other must know.
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && value.name === 'ApiProblem' && 'problem' in value
  }
  get status(): number {
    return this.problem.status
  }
  get code(): string {
    return this.problem.code
  }
}

/**
 * A random UUID. crypto.randomUUID exists only on https and localhost; phones reach a county's server in the office
 * network over http, hence the second way.
 */
export const newKey = (): string => {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

interface LooseInput {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly file?: Blob
  readonly version?: number
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
}

/** The path with its `:name` parts and the query filled in. Absent query values are left out, lists are repeated. */
export const urlOf = (path: string, params?: unknown, query?: unknown): string => {
  const given = (params ?? {}) as Record<string, unknown>
  const filled = path.replaceAll(/:([A-Za-z]\w*)/g, (_, name: string) => {
    const value = given[name]
    if (value === undefined || value === '') throw new Error(`${path}: no value for ${name}`)
    return encodeURIComponent(String(value))
  })
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null) search.append(name, String(one))
  const text = search.toString()
  return text ? `${filled}?${text}` : filled
}

const formOf = (file: Blob, body: unknown): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries((body ?? {}) as Record<string, unknown>))
    if (value !== undefined) form.append(name, typeof value === 'string' ? value : JSON.stringify(value))
  // The file last: servers read the fields before it.
  form.append('file', file, file instanceof File ? file.name : 'file')
  return form
}

const requestOf = (place: Place, input: LooseInput): { url: string; init: RequestInit } => {
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' }
  if (place.method !== 'GET') headers['idempotency-key'] = input.idempotencyKey ?? newKey()
  if (input.version !== undefined) headers['if-match'] = `"${input.version}"`
  const init: RequestInit = { method: place.method, headers, credentials: 'same-origin', signal: input.signal ?? null }
  if (input.file) init.body = formOf(input.file, input.body)
  else if (input.body !== undefined) {
    headers['content-type'] = 'application/json'
    init.body = JSON.stringify(input.body)
  }
  return { url: urlOf(place.path, input.params, input.query), init }
}

const ownProblem = (status: number, code: string, title: string, detail: string): ApiProblem =>
  new ApiProblem({ type: 'about:blank', status, code, title, detail })

const answerOf = async (send: Send, place: Place, input: LooseInput): Promise<Response> => {
  const { url, init } = requestOf(place, input)
  let response: Response
  try {
    response = await send(url, init)
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw ownProblem(0, 'offline', '网络不通', '没有连上服务器，内容没有提交。请检查网络后重试。')
  }
  if (response.ok) return response
  const said: unknown = await response.json().catch(() => undefined)
  if (typeof said === 'object' && said !== null && 'code' in said && 'detail' in said)
    throw new ApiProblem(said as Problem)
  throw ownProblem(
    response.status,
    'unreadable-answer',
    '服务器没有正常应答',
    `服务器应答 ${response.status}，内容无法读取。请稍后重试；仍不行，请联系管理员。`,
  )
}

/** A caller over any transport; the server makes one that stays in its own process. */
export const callerOver =
  (send: Send): Call =>
  async (place: Place, ...rest: readonly unknown[]) => {
    const response = await answerOf(send, place, (rest[0] ?? {}) as LooseInput)
    return response.status === 204 ? undefined : await response.json()
  }

/** Calls an operation. Throws ApiProblem when it is refused, fails or cannot be reached. */
export const call: Call = callerOver((url, init) => fetch(url, init))

/** `call` for those who hold only the operation's type: `callPath<typeof acceptVisit>({ method, path }, input)`. */
export const callPath = <Op extends AnyOperation>(place: Place, ...rest: Rest<Op>): Promise<OutputOf<Op>> =>
  call(place as unknown as Op, ...rest)

/** Bytes of an operation that answers a file, with the name the server gave it. Throws ApiProblem. */
export const callFile = async <Op extends AnyOperation>(
  operation: Op,
  ...rest: Rest<Op>
): Promise<{ blob: Blob; name: string }> => {
  const response = await answerOf((url, init) => fetch(url, init), operation, (rest[0] ?? {}) as LooseInput)
  return { blob: await response.blob(), name: fileNameOf(response.headers.get('content-disposition') ?? '') }
}

/** The file name of a Content-Disposition header: the UTF-8 form (RFC 5987) before the plain one. */
export const fileNameOf = (header: string): string => {
  const coded = /filename\*=utf-8''([^;]+)/i.exec(header)?.[1]
  if (coded) return decodeURIComponent(coded.trim())
  return /filename="?([^";]+)"?/i.exec(header)?.[1]?.trim() ?? '下载'
}
