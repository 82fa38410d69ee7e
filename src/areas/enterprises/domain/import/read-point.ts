import type { TownshipName } from './find-township.ts'

export interface Point {
  readonly longitude: number
  readonly latitude: number
}

// Degrees around the townships' points, about 30 km: those points themselves may be 8 km off.
const MARGIN = 0.3

const dms = /^(\d{1,3})[°度](?:(\d{1,2}(?:\.\d+)?)['′’分]?)?(?:(\d{1,2}(?:\.\d+)?)(?:["″”秒]|['′’]{2})?)?$/

/** Degrees as a number, or as degrees, minutes and seconds. */
const degrees = (text: string): number | undefined => {
  const bare = text.replaceAll(/经度|纬度|[东北经纬EN:\s]/gi, '')
  const plain = bare.replace(/[°度]$/, '')
  if (/^\d{1,3}(\.\d+)?$/.test(plain)) return Number(plain)
  const match = dms.exec(bare)
  const [minutes, seconds] = [Number(match?.[2] ?? 0), Number(match?.[3] ?? 0)]
  return match && minutes < 60 && seconds < 60 ? Number(match[1]) + minutes / 60 + seconds / 3600 : undefined
}

/** Both parts of a text such as 118.21,33.46 or 东经118°12′36″ 北纬33°27′22″. */
const split = (text: string): string[] => {
  const clean = text.replaceAll(/[()]/g, '').trim()
  const marked = clean.split(/[,;、|/]/)
  if (marked.length > 1) return marked
  const named = clean.split(/(?<=.)(?=东经|北纬|经度|纬度)|(?<=[EN])\s*(?=\d)|(?<=\d)\s*(?=[EN]\s*\d)/i)
  return named.length === 2 ? named : clean.split(/\s+/)
}

const round = (value: number): number => Math.round(value * 1e6) / 1e6

/** The longitudes and latitudes in which an enterprise of these townships can lie; mainland China where none has a point. */
const boundsOf = (townships: readonly TownshipName[]) => {
  const longitudes = townships.flatMap((it) => (it.longitude === undefined ? [] : [it.longitude]))
  const latitudes = townships.flatMap((it) => (it.latitude === undefined ? [] : [it.latitude]))
  return longitudes.length > 0 && latitudes.length > 0
    ? {
        west: Math.min(...longitudes) - MARGIN,
        east: Math.max(...longitudes) + MARGIN,
        south: Math.min(...latitudes) - MARGIN,
        north: Math.max(...latitudes) + MARGIN,
      }
    : { west: 73, east: 136, south: 3, north: 54 }
}

/**
 * A place from one cell, or from two where `latitude` is given; either order. undefined for nothing written,
 * 'unreadable' or 'outside' the county's surroundings.
 */
export const readPoint = (
  text: string,
  latitude: string | undefined,
  townships: readonly TownshipName[],
): Point | undefined | 'unreadable' | 'outside' => {
  const given = (latitude === undefined ? split(text.slice(0, 80)) : [text, latitude]).filter((it) => it.trim() !== '')
  if (given.length === 0) return undefined
  const [a, b] = given.map(degrees)
  if (given.length !== 2 || a === undefined || b === undefined) return 'unreadable'
  const bounds = boundsOf(townships)
  const inside = (x: number, y: number): boolean =>
    x >= bounds.west && x <= bounds.east && y >= bounds.south && y <= bounds.north
  if (inside(a, b)) return { longitude: round(a), latitude: round(b) }
  return inside(b, a) ? { longitude: round(b), latitude: round(a) } : 'outside'
}
