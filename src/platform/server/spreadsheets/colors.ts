/** Fills of spreadsheets, ARGB. */
export const colors = { header: 'FFF3E9DD', bad: 'FFFFC7C2' } as const
