import { keyFor, seal, unseal } from '../crypto/seal.ts'

const PURPOSE = 'kept answers'

/**
 * An answer as it is kept for a call that comes again: sealed, because answers hold passwords and codes that are told
 * once and stand nowhere else.
 * @param place actor and key under which it is kept; elsewhere it does not open
 */
export const sealAnswer = (secret: Buffer, place: string, answer: unknown): string | undefined =>
  answer === undefined ? undefined : seal(keyFor(secret, PURPOSE), place, JSON.stringify(answer)).toString('base64')

/** The answer as it was given. Those kept in the clear by earlier versions are handed back as they are. */
export const openAnswer = (secret: Buffer, place: string, kept: unknown): unknown =>
  typeof kept === 'string'
    ? JSON.parse(unseal(keyFor(secret, PURPOSE), place, Buffer.from(kept, 'base64')).toString('utf8'))
    : kept
