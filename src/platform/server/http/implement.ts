import type { z } from 'zod'
import type { AnyOperation, BodyOf, CodeOf, OutputOf, ParamsOf, QueryOf } from '../../base/operation.ts'
import type { Failure, Result } from '../../base/result.ts'
import type { Context } from '../db/scope.ts'
import type { LongOperation } from '../jobs/long-operations.ts'
import type { Repeated } from '../jobs/repeated.ts'
import type { Services } from '../services.ts'
import type { FailureTexts, PlatformCode } from './texts.zh.ts'

export interface UploadedFile {
  readonly name: string
  readonly bytes: Buffer
}

/** What a handler is given, already validated and allowed. */
export interface Call<Op extends AnyOperation> {
  readonly params: ParamsOf<Op>
  readonly query: QueryOf<Op>
  readonly body: BodyOf<Op>
  /** Present where the operation uploads. */
  readonly file: UploadedFile
  /** The version of If-Match where the operation edits, else 0. */
  readonly version: number
  /** Request headers; for sessions only. */
  readonly headers: Headers
}

export interface FileAnswer {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Buffer
  /** Shown in place instead of downloaded. */
  readonly inline?: boolean
}

/** Set-Cookie lines a handler may add to its answer. */
export interface Reply {
  readonly cookies: string[]
}

type Answer<Op extends AnyOperation> = [NonNullable<Op['answers']>] extends ['file'] ? FileAnswer : OutputInput<Op>
type OutputInput<Op extends AnyOperation> =
  NonNullable<Op['output']> extends z.ZodType
    ? [OutputOf<Op>] extends [undefined]
      ? void
      : z.input<NonNullable<Op['output']>>
    : void

export type Handler<Op extends AnyOperation> = (
  context: Context,
  call: Call<Op>,
  services: Services,
  reply: Reply,
) => Promise<Result<Answer<Op>, CodeOf<Op> | PlatformCode>>

/** Keeps that a call was refused, in a transaction of its own after the call's was rolled back. */
export type Refused = (context: Context, params: Readonly<Record<string, string>>, failure: Failure) => Promise<void>

/** Whether this person reaches what the path names, as of now. */
export type Reach = (context: Context, params: Readonly<Record<string, string>>) => Promise<boolean>

export interface Route {
  readonly operation: AnyOperation
  /** Asked before a kept answer is given again; the handler asks by itself. Without it the role alone decides. */
  readonly reach?: Reach
  readonly refused?: Refused
  readonly handler: (
    context: Context,
    call: Call<AnyOperation>,
    services: Services,
    reply: Reply,
  ) => Promise<Result<unknown, string>>
}

/** Joins an operation of a contract to its handler. A failed handler's writes are rolled back. */
export const implement = <Op extends AnyOperation>(operation: Op, handler: Handler<Op>): Route => ({
  operation,
  handler: handler as unknown as Route['handler'],
})

/** The routes under a path, with what it takes to reach what the path names. */
export const reaching =
  (path: string, reach: Reach) =>
  (route: Route): Route =>
    route.operation.path.startsWith(path) ? { ...route, reach } : route

/** What an area hands to the server through its door. */
export interface Area {
  readonly name: string
  readonly routes: readonly Route[]
  readonly texts: FailureTexts
  readonly longOperations?: Readonly<Record<string, LongOperation>>
  /** Repeated work, by cron expression in Asia/Shanghai or every n seconds. */
  readonly repeated?: readonly Repeated[]
}
