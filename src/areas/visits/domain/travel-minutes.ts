const EARTH_KM = 6371
// Assumptions until the county measures its own roads: a detour of a quarter, 50 km/h, four minutes to park and enter.
const DETOUR = 1.25
const KM_PER_MINUTE = 50 / 60
const AT_THE_DOOR = 4

export interface Point {
  readonly longitude: number
  readonly latitude: number
}

/** Whole minutes by car between two points (WGS-84); 0 for the same point. */
export const travelMinutes = (a: Point, b: Point): number => {
  if (a.longitude === b.longitude && a.latitude === b.latitude) return 0
  const rad = Math.PI / 180
  const h =
    Math.sin(((b.latitude - a.latitude) * rad) / 2) ** 2 +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(((b.longitude - a.longitude) * rad) / 2) ** 2
  const km = 2 * EARTH_KM * Math.asin(Math.sqrt(h))
  return Math.ceil((km * DETOUR) / KM_PER_MINUTE + AT_THE_DOOR)
}
