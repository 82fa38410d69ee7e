import type { RouteGraph } from './route-graph.ts'

/**
 * Which earlier visits a label still knows, by vertex, as bits (words of 32 a vertex). A route may come back to a
 * customer only over a vertex that does not know it; the more is known, the closer the routes are to real ones.
 */
export class Neighbourhoods {
  readonly bits: Int32Array
  readonly words: number

  /** Begins with the `near` nearest customers of each. */
  constructor(graph: RouteGraph, near: number) {
    const { size, shortest } = graph
    this.words = (size + 31) >> 5
    this.bits = new Int32Array(size * this.words)
    for (let at = 1; at < size; at++) {
      const around = (to: number): number => shortest[at * size + to]! + shortest[to * size + at]!
      const others = Array.from({ length: size - 1 }, (_, k) => k + 1)
        .filter((to) => to !== at && graph.latest[to]! >= 0)
        .toSorted((a, b) => around(a) - around(b))
      for (const to of others.slice(0, near)) this.remember(at, to)
    }
  }

  remember(at: number, visited: number): void {
    this.bits[at * this.words + (visited >> 5)]! |= 1 << (visited & 31)
  }

  /** Makes a route that visits a customer twice impossible; false where it visits none twice. */
  forbid(route: readonly number[]): boolean {
    let found = false
    const lastAt = new Map<number, number>()
    for (const [at, vertex] of route.entries()) {
      const last = lastAt.get(vertex)
      if (last !== undefined) {
        found = true
        for (let between = last + 1; between < at; between++) this.remember(route[between]!, vertex)
      }
      lastAt.set(vertex, at)
    }
    return found
  }
}
