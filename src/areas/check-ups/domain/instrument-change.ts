import type { Instrument } from '../../../engines/checkup/index.ts'

const nameOf = ({ id, title }: Instrument['items'][number]): string => `${id} ${title}`

/** Items by id and title that a new version adds, leaves out or words otherwise. */
export const changesBetween = (before: Instrument, after: Instrument) => {
  const [old, now] = [before, after].map((it) => new Map(it.items.map((item) => [item.id, item]))) as [
    Map<string, Instrument['items'][number]>,
    Map<string, Instrument['items'][number]>,
  ]
  const same = (id: string): boolean => JSON.stringify(old.get(id)) === JSON.stringify(now.get(id))
  return {
    added: after.items.filter((it) => !old.has(it.id)).map(nameOf),
    removed: before.items.filter((it) => !now.has(it.id)).map(nameOf),
    changed: after.items.filter((it) => old.has(it.id) && !same(it.id)).map(nameOf),
  }
}
