import { createHash, randomBytes } from 'node:crypto'
import { createOwnKey, openOwnKey, seal, unseal } from '../../../platform/server/crypto/seal.ts'
import type { Services } from '../../../platform/server/services.ts'

/** What lies sealed under a case's own key, by where it lies. */
export interface SealedForms {
  case: { readonly message: string }
  claimant: { readonly name: string; readonly phone: string; readonly claim: Readonly<Record<string, unknown>> }
  answer: { readonly text: string }
  callback: { readonly note: string }
  step: { readonly note: string }
  evidence: { readonly item: string; readonly note: string; readonly fileName: string | null }
}

/** Seals and opens the parts of one case. */
export interface CaseSeal {
  seal<Form extends keyof SealedForms>(form: Form, id: string, value: SealedForms[Form]): Buffer
  open<Form extends keyof SealedForms>(form: Form, id: string, sealed: Uint8Array): SealedForms[Form]
  sealFile(id: string, bytes: Uint8Array): Buffer
  openFile(id: string, sealed: Uint8Array): Buffer
}

const PURPOSE = 'cases'

const sealUnder = (key: Buffer): CaseSeal => ({
  seal: (form, id, value) => seal(key, `${form} ${id}`, JSON.stringify(value)),
  open: (form, id, sealed) => JSON.parse(unseal(key, `${form} ${id}`, sealed).toString('utf8')),
  sealFile: (id, bytes) => seal(key, `file ${id}`, bytes),
  openFile: (id, sealed) => unseal(key, `file ${id}`, sealed),
})

/** @throws SealBroken */
export const openSeal = ({ secret }: Pick<Services, 'secret'>, caseId: string, wrapped: Uint8Array): CaseSeal =>
  sealUnder(openOwnKey(secret, PURPOSE, caseId, wrapped))

export const newSeal = (
  { secret }: Pick<Services, 'secret'>,
  caseId: string,
): { readonly seal: CaseSeal; readonly wrapped: Buffer } => {
  const { key, wrapped } = createOwnKey(secret, PURPOSE, caseId)
  return { seal: sealUnder(key), wrapped }
}

// Crockford's base 32 in small letters: none that is taken for another.
const SIGNS = '0123456789abcdefghjkmnpqrstvwxyz'

/** A code of 130 random bits by which a person follows their case. */
export const newFollowCode = (): string => Array.from(randomBytes(26), (byte) => SIGNS[byte & 31]).join('')

/** Only this is kept of a code. */
export const hashOfCode = (code: string): string => createHash('sha256').update(code).digest('hex')
