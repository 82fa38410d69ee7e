const DAY_MS = 86_400_000
// Day 0 of Excel's count; it takes 1900 for a leap year, so days before March 1900 are one off and left as numbers.
const EPOCH_1900 = Date.UTC(1899, 11, 30)
const EPOCH_1904 = Date.UTC(1904, 0, 1)
const FIRST_SURE_DAY = 61
/** Excel's own bound on the text of a cell; also what keeps one shared text from filling the memory a thousandfold. */
export const LONGEST_TEXT = 32_767

// 27 to 36 and 50 to 58 are the date formats of East Asian versions (yyyy"年"m"月"d"日" and the like).
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** True where a number format shows a date or a time. `code` is the workbook's own format, if it has one of that id. */
export const showsDate = (id: number, code: string | undefined): boolean => {
  if (code === undefined) return isBuiltInDate(id)
  const bare = code
    .slice(0, 200)
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?![hms]+\])[^\]]*\]/gi, '')
  return !/general/i.test(bare) && /[ymdhs]/i.test(bare)
}

const two = (value: number): string => String(value).padStart(2, '0')

/** A date cell's number as YYYY-MM-DD, as HH:MM where it is below one day, or both. Its bare number beyond the calendar. */
export const dateText = (serial: number, from1904: boolean): string | number => {
  if (serial < 0 || serial > 2_958_465) return serial
  // Whole minutes: a time of day is a fraction such as 0.34375 and seldom exact.
  const minutes = Math.round(serial * 1440)
  const minute = minutes % 1440
  const time = `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
  if (serial < 1) return minutes === 1440 ? '24:00' : time
  if (!from1904 && serial < FIRST_SURE_DAY) return serial
  const day = new Date((from1904 ? EPOCH_1904 : EPOCH_1900) + Math.floor(minutes / 1440) * DAY_MS)
  const date = day.toISOString().slice(0, 10)
  return minute === 0 ? date : `${date} ${time}`
}

/**
 * A text as it may be kept: _xHHHH_ escapes undone, without control signs (a database takes no NUL) and without halves
 * of surrogate pairs, at most 32,767 signs.
 */
export const cleanText = (text: string): string => {
  const cut = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text
  const plain = cut.includes('_x')
    ? cut.replaceAll(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : cut
  return plain
    .replaceAll('\r\n', '\n')
    .replaceAll(/(?![\t\n])[\p{Cc}\ufffe\uffff]/gu, '')
    .toWellFormed()
}

/** The column of a reference such as AB12, from 0; undefined where there is none. */
export const columnOf = (reference: string): number | undefined => {
  let column = 0
  let at = 0
  for (; at < reference.length && at < 4; at++) {
    const sign = reference.charCodeAt(at)
    if (sign < 65 || sign > 90) break
    column = column * 26 + sign - 64
  }
  return at === 0 ? undefined : column - 1
}
