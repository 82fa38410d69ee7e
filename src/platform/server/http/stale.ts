import { fail, type Failure } from '../../base/result.ts'

/**
 * The failure of an edit made on an old version, with the fields in which the two differ.
 * `yours` is what the caller wanted to write, `theirs` the row as it stands with its version.
 */
export const stale = (
  yours: Readonly<Record<string, unknown>>,
  theirs: Readonly<Record<string, unknown>> & { readonly version: number },
): Failure<'STALE'> =>
  fail('STALE', {
    version: theirs.version,
    differs: Object.keys(yours)
      .filter((field) => field !== 'version' && JSON.stringify(yours[field]) !== JSON.stringify(theirs[field]))
      .map((field) => ({ field, yours: yours[field], theirs: theirs[field] ?? null })),
  })
