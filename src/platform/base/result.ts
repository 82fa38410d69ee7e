/** An expected outcome: a value, or a failure that the caller must handle. Surprises are thrown instead. */
export type Result<Value, Code extends string = string> = Ok<Value> | Failure<Code>

export interface Ok<Value> {
  readonly ok: true
  readonly value: Value
}

/** `code` is stable and listed in the operation's contract; `detail` carries what the message needs (no personal data). */
export interface Failure<Code extends string = string> {
  readonly ok: false
  readonly code: Code
  readonly detail?: Readonly<Record<string, unknown>>
}

export const ok = <Value>(value: Value): Ok<Value> => ({ ok: true, value })

export const fail = <Code extends string>(code: Code, detail?: Record<string, unknown>): Failure<Code> =>
  detail ? { ok: false, code, detail } : { ok: false, code }
