/**
 * Prints claims a second and the ratio to JSON parse and stringify of the same claims: node src/engines/entitlements/bench.ts
 * The claims are the decided cases over and over, each a fresh object, read and computed.
 */
import decided from './cases/decided-cases.json' with { type: 'json' }
import { entitlementsOf, readClaim } from './index.ts'

const CLAIMS = 10_000
const ROUNDS = 5

const texts = Array.from({ length: CLAIMS }, (_, at) => JSON.stringify(decided[at % decided.length]!.facts))

const milliseconds = (work: () => void): number => {
  const began = performance.now()
  work()
  return performance.now() - began
}

let lines = 0
const compute = (): number => {
  const claims = texts.map((text): unknown => JSON.parse(text))
  return milliseconds(() => {
    for (const json of claims) {
      const claim = readClaim(json)
      if (claim.ok) lines += entitlementsOf(claim.value).lines.length
    }
  })
}
const copy = (): number =>
  milliseconds(() => {
    for (const text of texts) lines += JSON.stringify(JSON.parse(text)).length > 0 ? 1 : 0
  })

const first = compute()
const rounds = Array.from({ length: ROUNDS }, () => ({ computed: compute(), copied: copy() }))
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
const computed = median(rounds.map((it) => it.computed))
const copied = median(rounds.map((it) => it.copied))

process.stdout.write(
  `${CLAIMS} claims: first round ${first.toFixed(0)} ms, median of ${ROUNDS} ${computed.toFixed(0)} ms, ` +
    `${Math.round((CLAIMS / computed) * 1000)} claims/s, ${(computed / copied).toFixed(1)} times JSON parse and stringify ` +
    `(${copied.toFixed(0)} ms); ${lines} lines\n`,
)
