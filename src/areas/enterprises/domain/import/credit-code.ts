const SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** Eighteen signs of the set of GB 32100-2015 (no I, O, S, V, Z). */
export const isCreditCode = (code: string): boolean =>
  code.length === 18 && [...code].every((sign) => SIGNS.includes(sign))

/** True where the last sign is the check of the others (GB 32100-2015). Codes in real use sometimes fail it. */
export const checksOut = (code: string): boolean => {
  const sum = WEIGHTS.reduce((total, weight, at) => total + SIGNS.indexOf(code[at]!) * weight, 0)
  return SIGNS[(31 - (sum % 31)) % 31] === code[17]
}
