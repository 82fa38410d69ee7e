import { expect, it } from 'vitest'
import { hashPassword, verifyPassword } from './password.ts'

it('accepts the password it hashed and no other', async () => {
  const phc = await hashPassword('正确的马 电池 2026')
  expect(phc).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await verifyPassword('正确的马 电池 2026', phc)).toBe(true)
  expect(await verifyPassword('正确的马 电池 2025', phc)).toBe(false)
})

it('salts every hash', async () => {
  expect(await hashPassword('same')).not.toBe(await hashPassword('same'))
})

it('refuses strings that are no argon2id hash', async () => {
  expect(await verifyPassword('x', 'plain')).toBe(false)
  expect(await verifyPassword('', '')).toBe(false)
})
