import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createOwnKey, openOwnKey, seal, SealBroken, unseal } from './seal.ts'

const key = randomBytes(32)

describe('sealed bytes', () => {
  it('open under the same key in the same place, and never lie open or twice alike', () => {
    const sealed = seal(key, 'case 1', '拖欠工资 12000 元')
    expect(unseal(key, 'case 1', sealed).toString()).toBe('拖欠工资 12000 元')
    expect(sealed.includes(Buffer.from('12000'))).toBe(false)
    expect(seal(key, 'case 1', '拖欠工资 12000 元').equals(sealed)).toBe(false)
  })

  it('do not open in another place, under another key, or changed by one bit', () => {
    const sealed = seal(key, 'case 1', 'x')
    expect(() => unseal(key, 'case 2', sealed)).toThrow(SealBroken)
    expect(() => unseal(randomBytes(32), 'case 1', sealed)).toThrow(SealBroken)
    for (const at of [0, 1, 13, sealed.length - 1]) {
      const changed = Buffer.from(sealed)
      changed[at]! ^= 1
      expect(() => unseal(key, 'case 1', changed)).toThrow(SealBroken)
    }
    expect(() => unseal(key, 'case 1', Buffer.alloc(0))).toThrow(SealBroken)
  })
})

it('wraps an own key by the secret and the purpose', () => {
  const secret = randomBytes(32)
  const own = createOwnKey(secret, 'cases', 'case 1')
  expect(openOwnKey(secret, 'cases', 'case 1', own.wrapped).equals(own.key)).toBe(true)
  expect(() => openOwnKey(secret, 'letters', 'case 1', own.wrapped)).toThrow(SealBroken)
  expect(() => openOwnKey(randomBytes(32), 'cases', 'case 1', own.wrapped)).toThrow(SealBroken)
  expect(createOwnKey(secret, 'cases', 'case 1').key.equals(own.key)).toBe(false)
})
