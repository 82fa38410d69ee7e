import { describe, expect, it } from 'vitest'
import { entitlementsOf, readClaim } from '../index.ts'
import decided from './decided-cases.json' with { type: 'json' }

interface Decided {
  readonly id: string
  readonly place: string
  readonly source: string
  readonly facts: unknown
  readonly expected: readonly {
    readonly code: string
    readonly field: 'amount' | 'claimable' | 'balance'
    readonly value: number
    readonly tolerance: number
  }[]
}

/** What courts and tribunals decided, each with its source. An excluded line may be absent and counts as 0. */
describe('the decided cases', () => {
  it('are all there', () => expect(decided).toHaveLength(36))

  it.each(decided as Decided[])('$id $place', ({ facts, expected }) => {
    const claim = readClaim(facts)
    if (!claim.ok) throw new Error(JSON.stringify(claim.detail))
    const { lines } = entitlementsOf(claim.value)
    for (const { code, field, value, tolerance } of expected) {
      const line = lines.find((it) => it.code === code)
      expect(Math.abs((line?.[field] ?? 0) - value), `${code} ${field}`).toBeLessThanOrEqual(tolerance)
      if (value > 0) expect(line?.status, code).toBe('ok')
    }
  })
})
