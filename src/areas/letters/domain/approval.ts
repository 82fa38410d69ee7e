import { fail, ok, type Result } from '../../../platform/base/result.ts'

/** Whoever has written of a letter, or handed it in, may not issue it: two people stand behind each letter. */
export const mayIssue = (authorIds: readonly string[], issuerId: string): Result<undefined, 'SAME_PERSON'> =>
  authorIds.includes(issuerId) ? fail('SAME_PERSON') : ok(undefined)
