import type { Me } from '../../platform/web/me.ts'
import type { PhonePage } from '../../platform/web/phone-kit/page-type.ts'
import type { Tab } from '../../platform/web/phone-kit/frame.tsx'

export interface Match {
  readonly page: PhonePage
  readonly params: Readonly<Record<string, string>>
}

/** The page at a path (no query), with its parts decoded. A page without parts wins over one with parts. */
export const matchPhone = (pages: readonly PhonePage[], path: string): Match | undefined => {
  const asked = path.replace(/\/+$/, '').split('/')
  const hits = pages.flatMap((page) => {
    const wanted = page.path.split('/')
    if (wanted.length !== asked.length) return []
    const params: Record<string, string> = {}
    for (const [at, part] of wanted.entries()) {
      const given = asked[at] ?? ''
      if (!part.startsWith(':')) {
        if (part !== given) return []
        continue
      }
      if (given === '') return []
      try {
        params[part.slice(1)] = decodeURIComponent(given)
      } catch {
        return []
      }
    }
    return [{ page, params }]
  })
  return hits.toSorted((one, other) => Object.keys(one.params).length - Object.keys(other.params).length)[0]
}

/** True where this reader may open the page; the interface decides again on every call. */
export const mayOpen = (page: PhonePage, me: Pick<Me, 'roles'> | undefined): boolean => {
  if (page.roles === 'public') return true
  if (!me) return false
  return page.roles === 'signed-in' || page.roles.some((role) => me.roles.includes(role))
}

/** Where this reader's first page leads besides the tabs, in order; none anywhere else. */
export const entriesOf = (
  pages: readonly PhonePage[],
  me: Pick<Me, 'roles'> | undefined,
  current: string,
): readonly { readonly path: string; readonly label: string }[] =>
  current === tabsOf(pages, me)[0]?.path
    ? pages
        .filter((page) => page.entry && mayOpen(page, me))
        .toSorted((one, other) => one.entry!.order - other.entry!.order)
        .map((page) => ({ path: page.path, label: page.entry!.label }))
    : []

/** The tabs at the bottom for this reader, in order; none for a visitor. */
export const tabsOf = (pages: readonly PhonePage[], me: Pick<Me, 'roles'> | undefined): readonly Tab[] =>
  me
    ? pages
        .filter((page) => page.tab && mayOpen(page, me))
        .toSorted((one, other) => one.tab!.order - other.tab!.order)
        .map((page) => ({ path: page.path, label: page.tab!.label, icon: page.tab!.icon }))
    : []
