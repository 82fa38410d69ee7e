/** Longitude and latitude in degrees (WGS 84 or GCJ-02, as stored). */
export interface Place {
  readonly lng: number
  readonly lat: number
}
export interface Spot {
  readonly x: number
  readonly y: number
}
/** What is in sight: the place at the middle and how many pixels one degree of latitude takes. */
export interface View {
  readonly centre: Place
  readonly scale: number
}
export interface Size {
  readonly width: number
  readonly height: number
}

// Over one county (some 60 km) a plain projection is off by less than a pixel, so no Mercator is needed.
const narrowing = (lat: number): number => Math.cos((lat * Math.PI) / 180)

export const toSpot = (place: Place, view: View, size: Size): Spot => ({
  x: size.width / 2 + (place.lng - view.centre.lng) * view.scale * narrowing(view.centre.lat),
  y: size.height / 2 - (place.lat - view.centre.lat) * view.scale,
})

export const toPlace = (spot: Spot, view: View, size: Size): Place => ({
  lng: view.centre.lng + (spot.x - size.width / 2) / view.scale / narrowing(view.centre.lat),
  lat: view.centre.lat - (spot.y - size.height / 2) / view.scale,
})

/** One degree is some 111 km: from the whole county to a single yard. */
const scaleLimits = { least: 200, most: 200_000 } as const

/** The view that shows all places with a margin of 40 px. */
export const fitView = (places: readonly Place[], size: Size): View => {
  if (places.length === 0) return { centre: { lng: 118.2, lat: 33.45 }, scale: 900 }
  const lngs = places.map((place) => place.lng)
  const lats = places.map((place) => place.lat)
  const [west, east, south, north] = [Math.min(...lngs), Math.max(...lngs), Math.min(...lats), Math.max(...lats)]
  const centre = { lng: (west + east) / 2, lat: (south + north) / 2 }
  const room = { width: Math.max(40, size.width - 80), height: Math.max(40, size.height - 80) }
  const scale = Math.min(
    room.width / Math.max(1e-4, (east - west) * narrowing(centre.lat)),
    room.height / Math.max(1e-4, north - south),
    20_000,
  )
  return { centre, scale }
}

/** Zooms by `factor` while the place under `spot` stays under it. */
export const zoomAt = (view: View, spot: Spot, factor: number, size: Size): View => {
  const scale = Math.min(scaleLimits.most, Math.max(scaleLimits.least, view.scale * factor))
  const fixed = toPlace(spot, view, size)
  const moved = toPlace(spot, { ...view, scale }, size)
  return {
    scale,
    centre: { lng: view.centre.lng + fixed.lng - moved.lng, lat: view.centre.lat + fixed.lat - moved.lat },
  }
}

/** A round length for the scale bar: at most 120 px long; metres. */
export const scaleBar = (view: View): { readonly metres: number; readonly width: number } => {
  const perMetre = view.scale / 111_320
  const steps = [50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100, 50, 20, 10]
  const metres = steps.find((step) => step * perMetre <= 120) ?? 10
  return { metres, width: metres * perMetre }
}

/** Text width at 12 px: a Chinese character 12 px, anything else some 7 px. */
const labelWidth = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter.charCodeAt(0) > 0x2e80 ? 12 : 7), 0)

/** Which labels can stand beside their spots (right of them) without touching one another or any spot; earlier ones win. */
export const placeLabels = (
  wanted: readonly { readonly id: string; readonly label: string; readonly spot: Spot }[],
  size: Size,
): ReadonlySet<string> => {
  // Dots are some 10 px wide; a label begins 6 px from its own.
  const taken = wanted.map(({ spot }) => ({
    left: spot.x - 5,
    right: spot.x + 5,
    top: spot.y - 5,
    bottom: spot.y + 5,
  }))
  const placed = new Set<string>()
  for (const { id, label, spot } of wanted) {
    if (spot.x < 0 || spot.y < 0 || spot.x > size.width || spot.y > size.height) continue
    const box = { left: spot.x + 6, right: spot.x + 14 + labelWidth(label), top: spot.y - 9, bottom: spot.y + 9 }
    const free = taken.every(
      (other) => box.right < other.left || box.left > other.right || box.bottom < other.top || box.top > other.bottom,
    )
    if (!free) continue
    taken.push(box)
    placed.add(id)
  }
  return placed
}
