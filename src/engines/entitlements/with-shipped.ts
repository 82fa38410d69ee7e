import { caseBy, entitlementsBy } from './entitlements.ts'
import type { Case } from './line-sheet.ts'
import type { Claim, Entitlements } from './model.ts'
import { shipped } from './parameters/index.ts'

/** What the law gives on the facts of a claim, by the shipped parameters unless others are given. */
export const entitlementsOf = (claim: Claim, parameters = shipped): Entitlements => entitlementsBy(claim, parameters)

/** A claim of a place, for the calls whose facts are not in the form. */
export const caseOf = (claim: Claim, parameters = shipped): Case => caseBy(claim, parameters)
