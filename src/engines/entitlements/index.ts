/** What a worker is owed, as a library: pure, for Node and for browsers. */
export * from './model.ts'
export { lineOf } from './entitlements.ts'
export { caseOf, entitlementsOf } from './with-shipped.ts'
export { readClaim, type ClaimFault } from './read-claim.ts'
export { warningText } from './warnings.zh.ts'
export { parametersAsOf, shippedParameters } from './parameters/index.ts'
export {
  parameterSet,
  regionChain,
  type AnyParameter,
  type Concept,
  type Parameter,
  type ParameterSet,
  type ParameterValues,
  type Status,
  type Version,
} from './parameters/model.ts'
export { withOwn } from './parameters/overlay.ts'
export { finalAwardLimit, minimumWageShortfall } from './rules/minimum-wage.ts'
export { heatAllowance } from './rules/heat-allowance.ts'
export { idleAllowance, medicalPeriod, medicalSubsidy, sickPayFloor } from './rules/sickness.ts'
export { maternityLeaveDays } from './rules/maternity.ts'
export { nonCompeteFloor } from './rules/service-period.ts'
export { careAllowance, dependantsPension, disabilityPension } from './rules/injury-pensions.ts'
export { interestAfterAward } from './rules/interest.ts'
export { overAgeRights } from './rules/over-age.ts'
export { largestDeduction, settlementDue } from './rules/wage-payment.ts'
export { otherRemedies } from './rules/other-remedies.ts'
