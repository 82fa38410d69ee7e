/** The reader's text size lives in a cookie, so that the server already draws the page in it. */
export type TextSize = 'usual' | 'elder'

const YEAR_SECONDS = 31_536_000

/** From a Cookie header or document.cookie. */
export const textSizeOf = (cookies: string | undefined): TextSize =>
  /(?:^|;\s*)size=elder(?:;|$)/.test(cookies ?? '') ? 'elder' : 'usual'

/** Sets the size of the page at once and remembers it for a year. */
export const setTextSize = (size: TextSize): void => {
  document.documentElement.dataset['size'] = size
  document.cookie = `size=${size}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
}
