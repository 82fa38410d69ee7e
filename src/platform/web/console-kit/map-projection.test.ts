import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitView, placeLabels, scaleBar, toPlace, toSpot, zoomAt } from './map-projection.ts'

const size = { width: 800, height: 500 }
const place = fc.record({
  lng: fc.double({ min: 117.8, max: 118.7, noNaN: true }),
  lat: fc.double({ min: 33.1, max: 33.8, noNaN: true }),
})

test('every place is inside the fitted view', () => {
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 30 }), (places) => {
      const view = fitView(places, size)
      for (const one of places) {
        const spot = toSpot(one, view, size)
        expect(spot.x).toBeGreaterThan(30)
        expect(spot.x).toBeLessThan(size.width - 30)
        expect(spot.y).toBeGreaterThan(30)
        expect(spot.y).toBeLessThan(size.height - 30)
      }
    }),
  )
})

test('there and back, and the place under the pointer stays while zooming', () => {
  fc.assert(
    fc.property(place, place, fc.double({ min: 0.5, max: 2, noNaN: true }), (centre, one, factor) => {
      const view = { centre, scale: 3000 }
      const spot = toSpot(one, view, size)
      expect(toPlace(spot, view, size).lng).toBeCloseTo(one.lng, 9)
      const after = toSpot(one, zoomAt(view, spot, factor, size), size)
      // The narrowing follows the centre's latitude, which costs a little sideways.
      expect(Math.abs(after.x - spot.x)).toBeLessThan(Math.max(1, Math.abs(one.lng - centre.lng) * 60))
      expect(after.y).toBeCloseTo(spot.y, 6)
    }),
  )
})

test('labels that would touch one another or a dot are left out, the first wins', () => {
  const wanted = [
    { id: 'a', label: '双沟酒业', spot: { x: 100, y: 100 } },
    { id: 'b', label: '海欣纤维', spot: { x: 90, y: 112 } },
    { id: 'c', label: '箭鹿集团', spot: { x: 100, y: 140 } },
    { id: 'd', label: '看不见的', spot: { x: -10, y: 140 } },
    { id: 'e', label: '被圆点挡住', spot: { x: 300, y: 140 } },
    { id: 'f', label: '', spot: { x: 330, y: 142 } },
  ]
  expect([...placeLabels(wanted, size)]).toEqual(['a', 'c', 'f'])
})

test('the scale bar is true', () => {
  const { metres, width } = scaleBar({ centre: { lng: 118, lat: 33 }, scale: 1113.2 })
  expect(metres).toBe(10_000)
  expect(width).toBeCloseTo(100)
})
