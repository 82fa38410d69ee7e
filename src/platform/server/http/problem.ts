import type { Failure } from '../../base/result.ts'
import type { Problem } from '../../base/operation.ts'
import { platformTexts, type FailureTexts } from './texts.zh.ts'

/**
 * The one mapper from an expected failure to problem details.
 * `detail` of the failure is passed on as extra members except where it would overwrite a standard one.
 * @throws when no text is known for the code: a mistake in an area's texts.
 */
export const problemOf = (failure: Failure, texts: FailureTexts = {}): Problem => {
  const text = texts[failure.code] ?? (platformTexts as FailureTexts)[failure.code]
  if (!text) throw new Error(`no text for failure ${failure.code}`)
  const detail = failure.detail ?? {}
  return {
    ...detail,
    type: `urn:qingqi:problem:${failure.code.toLowerCase().replaceAll('_', '-')}`,
    title: text.title,
    status: text.status,
    code: failure.code,
    detail: typeof text.text === 'string' ? text.text : text.text(detail),
  }
}
