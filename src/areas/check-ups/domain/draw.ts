import { fail, ok, type Result } from '../../../platform/base/result.ts'
import { drawPlaces } from '../../../engines/checkup/index.ts'

const MOST_TRIES = 300_000

/** The enterprises that a seed draws; anyone can draw them again from seed and candidates. */
export const drawnBy = (seed: string, candidates: readonly string[], size: number): string[] =>
  drawPlaces(candidates.length, size, seed).map((place) => candidates[place - 1]!)

/**
 * A seed whose plain draw holds the enterprises to be included. Seeds are tried until chance has drawn them, so the
 * draw is one that could have come about without them, and drawing again tells nothing about who was asked for.
 * @param seedAt a fresh seed for each try, that nobody can foretell
 * @returns DRAW_TOO_NARROW where chance does not bring it about
 */
export const drawHolding = (
  candidates: readonly string[],
  size: number,
  included: readonly string[],
  seedAt: (at: number) => string,
): Result<{ seed: string; drawn: string[] }, 'DRAW_TOO_NARROW'> => {
  const places = included.map((id) => candidates.indexOf(id) + 1)
  for (let at = 0; at < MOST_TRIES; at++) {
    const seed = seedAt(at)
    const drawn = new Set(drawPlaces(candidates.length, size, seed))
    if (places.every((place) => drawn.has(place))) return ok({ seed, drawn: drawnBy(seed, candidates, size) })
  }
  return fail('DRAW_TOO_NARROW')
}
