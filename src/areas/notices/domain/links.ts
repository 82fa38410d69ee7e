/** Pages that stand on both faces: a leader reads a notice of the phone at the console. */
const both: readonly (readonly [phone: RegExp, console: string])[] = [
  [/^\/m\/visits\/([0-9a-f-]{36})$/, '/visits/$1'],
  [/^\/m\/visits$/, '/visits'],
  [/^\/m\/orders$/, '/requests'],
]

/** A notice's link as a path under /console; undefined where the console has no such page. */
export const consolePath = (link: string | null): string | undefined => {
  if (!link) return undefined
  if (/^\/console(\/|$)/.test(link)) return link.slice('/console'.length) || '/'
  const found = both.find(([phone]) => phone.test(link))
  return found && link.replace(found[0], found[1])
}
