/** An employer in a form in which two spellings of one name are alike: width, spaces, brackets, legal form. */
export const employerKey = (name: string): string =>
  name
    .normalize('NFKC')
    .replaceAll(/[\s()（）·]/g, '')
    .replace(/(股份)?(有限)?(责任)?公司$/, '')
    .toLowerCase()

export interface Tie {
  readonly employer: string
  readonly enterpriseId: string | null
}

/** The tie that keeps a lawyer off a case against this employer, if there is one. */
export const conflictOf = <T extends Tie>(
  ties: readonly T[],
  against: { readonly employer: string; readonly enterpriseId: string | null },
): T | undefined =>
  ties.find(
    (tie) =>
      (tie.enterpriseId !== null && tie.enterpriseId === against.enterpriseId) ||
      employerKey(tie.employer) === employerKey(against.employer),
  )
