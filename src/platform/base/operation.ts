import type { z } from 'zod'

/** What a person may be in one county. One person may hold several. */
export const roles = ['admin', 'chair', 'staff', 'leader', 'member', 'contact', 'worker'] as const
export type Role = (typeof roles)[number]

/** Union staff in the wide sense: everyone who works at the console. */
export const office = ['admin', 'chair', 'staff', 'leader'] as const satisfies readonly Role[]

/**
 * Who may call an operation. There is no default: an operation without `access` does not compile.
 * 'public' needs no session, 'signed-in' any session of the county, a list one of its roles.
 * Which rows a role reaches (own enterprise, own team) is narrowed by the area's policy on top.
 */
export type Access = 'public' | 'signed-in' | readonly Role[]

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** One operation of the HTTP interface; the same object types the server's handler and the browser's call. */
export interface Operation<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Code extends string = string,
  Answers extends 'json' | 'file' = 'json' | 'file',
> {
  /** Unique, `<area>.<verbNoun>`. */
  readonly name: string
  readonly method: Method
  /** With `:name` for each key of `params`. */
  readonly path: `/api/${string}`
  /** One line, in Chinese, for the interface description. */
  readonly summary: string
  readonly access: Access
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** One file as multipart field `file`; other fields of the form arrive as `body`. */
  readonly upload?: { readonly maxBytes: number }
  /** Absent where `answers` is 'file'. */
  readonly output?: Output
  /** 'file' answers bytes with a file name instead of JSON. */
  readonly answers?: Answers
  /** Every expected failure; each has a text in the area's texts.zh.ts. */
  readonly errors: readonly Code[]
  /** True where the caller must send If-Match with the version it read. */
  readonly edits?: boolean
}

export type AnyOperation = Operation<z.ZodType, z.ZodType, z.ZodType, z.ZodType, string, 'json' | 'file'>

/** Fixes the literal types of an operation. */
export const operation = <
  Params extends z.ZodType = z.ZodNever,
  Query extends z.ZodType = z.ZodNever,
  Body extends z.ZodType = z.ZodNever,
  Output extends z.ZodType = z.ZodNever,
  const Code extends string = never,
  const Answers extends 'json' | 'file' = 'json',
>(
  it: Operation<Params, Query, Body, Output, Code, Answers>,
): Operation<Params, Query, Body, Output, Code, Answers> => it

type InputOf<T> = T extends z.ZodType ? ([z.input<T>] extends [never] ? unknown : z.input<T>) : unknown
type ValueOf<T> = T extends z.ZodType ? ([z.output<T>] extends [never] ? undefined : z.output<T>) : undefined

export type ParamsOf<Op extends AnyOperation> = ValueOf<NonNullable<Op['params']>>
export type QueryOf<Op extends AnyOperation> = ValueOf<NonNullable<Op['query']>>
export type BodyOf<Op extends AnyOperation> = ValueOf<NonNullable<Op['body']>>
export type OutputOf<Op extends AnyOperation> = ValueOf<NonNullable<Op['output']>>
export type CodeOf<Op extends AnyOperation> = Op['errors'][number]

/** What a caller gives, before defaults are filled in. */
export type ParamsIn<Op extends AnyOperation> = InputOf<NonNullable<Op['params']>>
export type QueryIn<Op extends AnyOperation> = InputOf<NonNullable<Op['query']>>
export type BodyIn<Op extends AnyOperation> = InputOf<NonNullable<Op['body']>>

/** RFC 9457 problem details as this server sends them. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  /** Stable, listed in the operation's `errors` or one of the platform's own codes. */
  readonly code: string
  /** Chinese: what happened, why, what to do next. */
  readonly detail: string
  /** For 400: where the input is wrong, as path and Chinese reason. */
  readonly fields?: readonly { readonly path: string; readonly message: string }[]
  /** For 409 on an edit: the fields that differ from what the caller read. */
  readonly differs?: readonly { readonly field: string; readonly yours: unknown; readonly theirs: unknown }[]
  readonly version?: number
  readonly [extra: string]: unknown
}
