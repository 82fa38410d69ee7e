import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

/** First byte of what is sealed: how. A later algorithm takes the next number, so that old rows stay readable. */
const AES_256_GCM = 1
const IV_BYTES = 12
const TAG_BYTES = 16
const KEY_BYTES = 32

/** Thrown where bytes were changed, moved to another place, or sealed under another key. */
export class SealBroken extends Error {}

/**
 * Seals bytes under a key of 32 bytes. `place` says where they belong, for instance "case <id>": elsewhere they do
 * not open.
 */
export const seal = (key: Buffer, place: string, plain: Uint8Array | string): Buffer => {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(place))
  const body = Buffer.concat([
    typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain),
    cipher.final(),
  ])
  return Buffer.concat([Buffer.of(AES_256_GCM), iv, cipher.getAuthTag(), body])
}

/** @throws SealBroken */
export const unseal = (key: Buffer, place: string, sealed: Uint8Array): Buffer => {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes[0] !== AES_256_GCM || bytes.length < 1 + IV_BYTES + TAG_BYTES)
    throw new SealBroken('not sealed in a way known here')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 1 + IV_BYTES))
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(1 + IV_BYTES, 1 + IV_BYTES + TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(bytes.subarray(1 + IV_BYTES + TAG_BYTES)), decipher.final()])
  } catch {
    throw new SealBroken(`sealed bytes do not belong to ${place}`)
  }
}

/** A key of one thing, and the same wrapped by the server's key to lie beside it. */
export interface OwnKey {
  readonly key: Buffer
  readonly wrapped: Buffer
}

/** A key for one purpose, derived from the server's secret (HKDF-SHA-256). */
export const keyFor = (secret: Buffer, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `qingqi ${purpose}`, KEY_BYTES))

export const createOwnKey = (secret: Buffer, purpose: string, place: string): OwnKey => {
  const key = randomBytes(KEY_BYTES)
  return { key, wrapped: seal(keyFor(secret, purpose), place, key) }
}

/** @throws SealBroken where the server's secret is another one */
export const openOwnKey = (secret: Buffer, purpose: string, place: string, wrapped: Uint8Array): Buffer =>
  unseal(keyFor(secret, purpose), place, wrapped)
