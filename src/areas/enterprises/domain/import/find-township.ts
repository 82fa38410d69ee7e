/** A township of the county; points, where known, bound where an enterprise can lie. */
export interface TownshipName {
  readonly id: string
  readonly name: string
  readonly longitude?: number
  readonly latitude?: number
}

/**
 * Townships that are no more and what they became: 青阳镇 was split in 2018 (苏政复〔2018〕30号), the others were merged
 * in July 2020. Counts only where a successor is among the county’s townships.
 */
const former: Readonly<Record<string, readonly string[]>> = {
  青阳镇: ['青阳街道', '重岗街道', '大楼街道'],
  四河乡: ['双沟镇'],
  峰山乡: ['双沟镇'],
  陈圩乡: ['半城镇'],
}

const SUFFIX = /(街道办事处|街道办|街道|镇人民政府|镇|乡人民政府|乡|农场)$/
const ABOVE = /^([^省]{2,3}省)?([^市]{2,3}市)?([^县区]{1,3}县)?/

const bare = (name: string): string => name.replace(SUFFIX, '')

/** Signs that two names share, for a suggestion. */
const likeness = (a: string, b: string): number => [...new Set(a)].filter((sign) => b.includes(sign)).length

const suggest = (wanted: string, townships: readonly TownshipName[]): readonly string[] =>
  townships
    .map((it) => ({ name: it.name, score: likeness(bare(wanted), bare(it.name)) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ name }) => name)

export type FoundTownship =
  | { readonly id: string; readonly warning?: string }
  | { readonly problem: string; readonly suggestions: readonly string[] }

/**
 * The township a text means: its name, with or without 镇, 乡 or 街道, the county before it, or an address that begins
 * with it. A wrong ending is taken with a warning; a township that was split or that nobody knows is not guessed.
 */
export const findTownship = (text: string, townships: readonly TownshipName[]): FoundTownship => {
  const whole = text.slice(0, 80).replaceAll(/\s/g, '')
  const own = townships.find((it) => it.name === whole)
  if (own) return { id: own.id }
  const wanted = whole.replace(ABOVE, '')
  const exact = townships.find((it) => it.name === wanted)
  if (exact) return { id: exact.id }
  const became = (former[wanted] ?? []).filter((name) => townships.some((it) => it.name === name))
  if (became.length > 0) return { problem: `${wanted}已经撤并`, suggestions: became }
  const addressed = townships.filter((it) => SUFFIX.test(it.name) && wanted.startsWith(it.name))
  if (addressed.length === 1) return { id: addressed[0]!.id }
  const sameBare = bare(wanted) === '' ? [] : townships.filter((it) => bare(it.name) === bare(wanted))
  if (sameBare.length === 1) {
    const [hit] = sameBare
    return bare(wanted) === wanted
      ? { id: hit!.id }
      : { id: hit!.id, warning: `表里写的是「${text}」，按「${hit!.name}」导入` }
  }
  // 开发区 or 经济开发区 alone is clear where the county has one; a township's own 工业园区 is not meant by it.
  const zones = /^(省级)?(经济|经济技术|高新)?开发区$/.test(wanted.replace(/^泗洪/, ''))
    ? townships.filter((it) => it.name.endsWith('开发区'))
    : []
  if (zones.length === 1) return { id: zones[0]!.id }
  return {
    problem: sameBare.length > 1 ? '有几个乡镇街道都叫这个名字' : '没有这个乡镇街道',
    suggestions: sameBare.length > 1 ? sameBare.map((it) => it.name) : suggest(wanted, townships),
  }
}
