/** Without letters and digits that are mistaken for each other on paper. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A password to hand over: 16 characters in fours, 78 bits. */
export const startPassword = (): string => {
  const picked: string[] = []
  while (picked.length < 16)
    for (const byte of crypto.getRandomValues(new Uint8Array(32)))
      // The rest of the range would make some letters likelier.
      if (byte < 248 && picked.length < 16) picked.push(LETTERS[byte % LETTERS.length]!)
  return [0, 4, 8, 12].map((at) => picked.slice(at, at + 4).join('')).join('-')
}
