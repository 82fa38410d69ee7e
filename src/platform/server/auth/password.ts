import { argon2, randomBytes, timingSafeEqual, type Argon2Parameters } from 'node:crypto'
import { promisify } from 'node:util'

const derive = promisify(argon2) as (algorithm: 'argon2id', parameters: Argon2Parameters) => Promise<Buffer>

// RFC 9106, second recommended option halved in memory twice: 19 MiB, 2 passes, as OWASP's minimum.
const MEMORY_KIB = 19_456
const PASSES = 2

/** PHC string of a password under argon2id with a fresh 16-byte salt. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(16)
  const tag = await derive('argon2id', {
    message: Buffer.from(password.normalize('NFKC')),
    nonce: salt,
    parallelism: 1,
    tagLength: 32,
    memory: MEMORY_KIB,
    passes: PASSES,
  })
  const base64 = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '')
  return `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=1$${base64(salt)}$${base64(tag)}`
}

/** True where the password fits the PHC string; false for any string that is not one of ours. */
export const verifyPassword = async (password: string, phc: string): Promise<boolean> => {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/.exec(phc)
  if (!match) return false
  const expected = Buffer.from(match[5]!, 'base64')
  const tag = await derive('argon2id', {
    message: Buffer.from(password.normalize('NFKC')),
    nonce: Buffer.from(match[4]!, 'base64'),
    parallelism: Number(match[3]),
    tagLength: expected.length,
    memory: Number(match[1]),
    passes: Number(match[2]),
  })
  return timingSafeEqual(tag, expected)
}
