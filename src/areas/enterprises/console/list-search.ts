import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'
import { pilotLevels } from '../domain/index.ts'

const sorts = ['name', 'headcount', 'used', 'delivered', 'lastVisit'] as const

/** What the list shows; it lives in the address, so that a filtered list can be linked to and returned to. */
export interface ListSearch {
  readonly search?: string
  readonly townshipId?: string
  readonly pilotLevel?: (typeof pilotLevels)[number]
  readonly covered?: 'yes' | 'no'
  readonly sort?: (typeof sorts)[number]
  readonly descending: boolean
  /** From 1. */
  readonly page: number
  readonly size: number
  readonly view: 'table' | 'map'
}

const oneOf = <T extends string>(all: readonly T[], value: unknown): T | undefined => all.find((one) => one === value)

/** Reads the address leniently: what it does not know it leaves out. */
export const parseListSearch = (raw: Readonly<Record<string, unknown>>): ListSearch => {
  const page = Number(raw['page'])
  const size = Number(raw['size'])
  return {
    search: raw['search'] === undefined ? undefined : String(raw['search']),
    townshipId: typeof raw['townshipId'] === 'string' ? raw['townshipId'] : undefined,
    pilotLevel: oneOf(pilotLevels, raw['pilotLevel']),
    covered: oneOf(['yes', 'no'] as const, raw['covered']),
    sort: oneOf(sorts, raw['sort']),
    descending: raw['descending'] === true,
    page: Number.isInteger(page) && page > 0 ? page : 1,
    size: [20, 50, 100].includes(size) ? size : 20,
    view: raw['view'] === 'map' ? 'map' : 'table',
  }
}

export type ListFilter = Pick<ListSearch, 'search' | 'townshipId' | 'pilotLevel' | 'covered'>

export const filterOf = ({ search, townshipId, pilotLevel, covered }: ListSearch): ListFilter => ({
  search,
  townshipId,
  pilotLevel,
  covered,
})

/** The list's state and a change of it; any change but of the page goes back to the first page. */
export const useListSearch = (): {
  readonly search: ListSearch
  readonly change: (part: Partial<ListSearch>) => void
} => {
  const raw: Record<string, unknown> = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (part: Partial<ListSearch>) => {
      void navigate({
        to: '.',
        replace: true,
        search: (before: Record<string, unknown>) => {
          const next: Record<string, unknown> = { ...before, page: undefined, ...part }
          if (next['page'] === 1) delete next['page']
          if (next['view'] === 'table') delete next['view']
          if (next['descending'] === false) delete next['descending']
          return next
        },
      } as never)
    },
    [navigate],
  )
  return { search: parseListSearch(raw), change }
}
