import { LabelStore } from './label-store.ts'
import type { Prices } from './prices.ts'
import type { RouteGraph } from './route-graph.ts'

/** The labels of one direction that can be part of a route worth more than `above`. */
export interface Pass {
  readonly store: LabelStore
  /** First settled label by vertex, by falling worth; −1 where there is none. Follow `store.next`. */
  readonly first: Int32Array
  /** Best worth by vertex and time: best[vertex * steps + (time >> shift)]; NONE where there is none. */
  readonly best: Int32Array
  readonly steps: number
  readonly shift: number
  /** Labels that end a route worth more than `above`, by falling worth. */
  readonly ends: number[]
  readonly above: number
  /** False where time or room ran out: then the pass proves nothing. */
  readonly complete: boolean
}

/**
 * relaxed: a visit is forgotten outside the neighbourhoods, so that routes may come back; an upper bound.
 * quick: labels are compared without their visits; routes are real, the best may be missed.
 * all: every different set of customers is kept; each route worth more than `above` is found.
 */
export type PassMode = 'relaxed' | 'quick' | 'all'

export interface PassOptions {
  readonly graph: RouteGraph
  readonly prices: Prices
  readonly mode: PassMode
  /** Neighbourhoods as bits: remembers[vertex * words + word]; the visits that a label at the vertex still knows. */
  readonly remembers: Int32Array
  /** A pass of the other direction under the same prices, with an `above` no higher. */
  readonly opposite?: Pass
  /**
   * Leave out customers that are worth nothing, where leaving out never hurts a route. Right for the worth of the best
   * route, wrong for a list of routes: such a customer still brings its profit.
   */
  readonly skipWorthless: boolean
  /** Worth, in units of the prices; only routes worth more count. */
  readonly above: number
  readonly maxLabels: number
  readonly expired: () => boolean
}

const NONE = -(2 ** 30)
const SLICES = 64

/** Vertices that a label may still reach, by vertex and slice of time; forgetting the others is harmless. */
const reachOf = (graph: RouteGraph, words: number, width: number): Int32Array => {
  const { size, shortest, latest, opening } = graph
  const reach = new Int32Array(size * SLICES * words)
  for (let at = 1; at < size; at++)
    for (let to = 1; to < size; to++) {
      if (latest[to]! < 0) continue
      // Coming back to the vertex itself takes at least one step away.
      const way = to === at ? 0 : shortest[at * size + to]!
      for (let slice = 0; slice < SLICES; slice++)
        if (Math.max(opening[at]!, slice * width) + way <= latest[to]!)
          reach[(at * SLICES + slice) * words + (to >> 5)]! |= 1 << (to & 31)
    }
  return reach
}

const reaches = new WeakMap<RouteGraph, { words: number; reach: Int32Array; width: number }>()

const cachedReach = (graph: RouteGraph, words: number) => {
  let known = reaches.get(graph)
  if (!known) {
    const width = Math.floor(graph.horizon / SLICES) + 1
    known = { words, width, reach: reachOf(graph, words, width) }
    reaches.set(graph, known)
  }
  return known
}

/** Settles labels in the order of their times. Exact integer arithmetic throughout. */
export const runPass = (options: PassOptions): Pass => {
  const { graph, prices, mode, remembers, opposite, above, maxLabels, expired } = options
  const { size, horizon, opening, latest, step } = graph
  const { worth, cuts } = prices
  const words = (size + 31) >> 5
  const cutWords = cuts.words
  const { price, holds, keeps } = cuts
  const { reach, width } = cachedReach(graph, words)
  const store = new LabelStore(words, cutWords)
  const first = new Int32Array(size).fill(-1)
  const buckets = new Int32Array(horizon + 1).fill(-1)
  const shift = opposite?.shift ?? Math.max(0, Math.ceil(Math.log2((horizon + 1) / 16384)))
  const steps = (horizon >> shift) + 1
  const best = new Int32Array(size * steps).fill(NONE)
  const ends: number[] = []
  const relaxed = mode === 'relaxed'
  const seen = mode === 'all' ? new Map<number, number>() : undefined
  const chain = mode === 'all' ? ([] as number[]) : undefined
  const otherBest = opposite?.best
  const other = opposite?.store
  // The other pass may have been run without the cuts: then it has paid for none, and there is nothing to settle.
  const bothPay = other !== undefined && other.cutWords > 0
  const skip = options.skipWorthless && graph.direct
  let complete = true
  let settled = 0

  const priceOf = (bits: number, word: number): number => {
    let sum = 0
    let left = bits
    while (left !== 0) {
      const bit = 31 - Math.clz32(left & -left)
      sum += price[word * 32 + bit]!
      left &= left - 1
    }
    return sum
  }

  // Appends the label that goes on from `from` (−1: the depot) to `to`, unless no route through it can count.
  const push = (from: number, to: number, time: number): void => {
    let sum = (from < 0 ? 0 : store.worth[from]!) + worth[to]!
    let refund = 0
    for (let word = 0; word < cutWords; word++) {
      const hold = holds[to * cutWords + word]!
      const kept = from < 0 ? 0 : store.cuts[from * cutWords + word]! & keeps[to * cutWords + word]!
      if (kept & hold) {
        const paid = priceOf(kept & hold, word)
        sum -= paid
        // The other half starts at this very visit: its count may already be paid there.
        if (bothPay) refund += paid
      }
    }
    if (otherBest && sum + refund + otherBest[to * steps + ((horizon - time) >> shift)]! - worth[to]! <= above) return
    if (store.count === store.vertex.length) store.grow()
    const label = store.count++
    store.vertex[label] = to
    store.time[label] = time
    store.worth[label] = sum
    store.before[label] = from
    const slice = (to * SLICES + Math.floor(time / width)) * words
    for (let word = 0; word < words; word++) {
      let bits = from < 0 ? 0 : store.set[from * words + word]!
      if (relaxed) bits &= remembers[to * words + word]! & reach[slice + word]!
      if (to >> 5 === word) bits |= 1 << (to & 31)
      store.set[label * words + word] = bits
    }
    for (let word = 0; word < cutWords; word++) {
      const kept = from < 0 ? 0 : store.cuts[from * cutWords + word]! & keeps[to * cutWords + word]!
      store.cuts[label * cutWords + word] = kept ^ holds[to * cutWords + word]!
    }
    store.next[label] = buckets[time]!
    buckets[time] = label
  }

  // Whether a label settled before, so no later, is as good in every way that matters.
  const dominated = (label: number, at: number): boolean => {
    const sum = store.worth[label]!
    for (let it = first[at]!; it >= 0 && store.worth[it]! >= sum; it = store.next[it]!) {
      if (relaxed) {
        let within = true
        for (let word = 0; word < words; word++)
          if (store.set[it * words + word]! & ~store.set[label * words + word]!) {
            within = false
            break
          }
        if (!within) continue
      }
      let left = store.worth[it]! - sum
      for (let word = 0; word < cutWords && left >= 0; word++) {
        const more = store.cuts[it * cutWords + word]! & ~store.cuts[label * cutWords + word]!
        if (more) left -= priceOf(more, word)
      }
      if (left >= 0) return true
    }
    return false
  }

  const repeated = (label: number, at: number): boolean => {
    let hash = at
    for (let word = 0; word < words; word++) hash = (Math.imul(hash, 0x9e3779b1) ^ store.set[label * words + word]!) | 0
    const head = seen!.get(hash)
    for (let it = head ?? -1; it >= 0; it = chain![it] ?? -1) {
      if (store.vertex[it] !== at) continue
      let same = true
      for (let word = 0; word < words && same; word++)
        same = store.set[it * words + word] === store.set[label * words + word]
      if (!same) continue
      let left = store.worth[it]! - store.worth[label]!
      for (let word = 0; word < cutWords; word++) {
        const more = store.cuts[it * cutWords + word]! & ~store.cuts[label * cutWords + word]!
        if (more) left -= priceOf(more, word)
      }
      if (left >= 0) return true
    }
    chain![label] = head ?? -1
    seen!.set(hash, label)
    return false
  }

  // Whether some label of the other direction goes together with this one to a route worth more than `above`.
  const promising = (label: number, at: number, time: number): boolean => {
    const need = above - store.worth[label]! + worth[at]!
    let refund = 0
    for (let word = 0; bothPay && word < cutWords; word++) {
      const bits = holds[at * cutWords + word]! & ~store.cuts[label * cutWords + word]!
      if (bits) refund += priceOf(bits, word)
    }
    for (let it = opposite!.first[at]!; it >= 0 && other!.worth[it]! + refund > need; it = other!.next[it]!) {
      if (other!.time[it]! > horizon - time) continue
      let apart = true
      for (let word = 0; word < words; word++) {
        let both = store.set[label * words + word]! & other!.set[it * words + word]!
        if (at >> 5 === word) both &= ~(1 << (at & 31))
        if (both) {
          apart = false
          break
        }
      }
      if (!apart) continue
      let sum = other!.worth[it]!
      for (let word = 0; bothPay && word < cutWords; word++) {
        const mine = store.cuts[label * cutWords + word]!
        const theirs = other!.cuts[it * cutWords + word]!
        const hold = holds[at * cutWords + word]!
        const pay = mine & theirs & ~hold
        if (pay) sum -= priceOf(pay, word)
        const back = hold & ~mine & ~theirs
        if (back) sum += priceOf(back, word)
      }
      if (sum > need) return true
    }
    return false
  }

  for (let to = 1; to < size; to++) {
    const time = Math.max(opening[to]!, step[to]!)
    if (time <= latest[to]! && !(skip && worth[to] === 0)) push(-1, to, time)
  }
  for (let time = 0; time <= horizon && complete; time++) {
    while (buckets[time]! >= 0) {
      const label = buckets[time]!
      buckets[time] = store.next[label]!
      const at = store.vertex[label]!
      if (seen ? repeated(label, at) : dominated(label, at)) continue
      if (opposite && !promising(label, at, time)) continue
      const sum = store.worth[label]!
      // Into the vertex's list by falling worth.
      let last = -1
      let it = first[at]!
      if (!seen)
        while (it >= 0 && store.worth[it]! > sum) {
          last = it
          it = store.next[it]!
        }
      store.next[label] = it
      if (last < 0) first[at] = label
      else store.next[last] = label
      const slot = at * steps + (time >> shift)
      if (sum > best[slot]!) best[slot] = sum
      if (sum > above && time + step[at * size]! <= horizon) ends.push(label)
      const follow = graph.next[at]!
      for (let k = 0; k < follow.length; k++) {
        const to = follow[k]!
        if ((skip && worth[to] === 0) || (store.set[label * words + (to >> 5)]! >> (to & 31)) & 1) continue
        const arrival = time + step[at * size + to]!
        if (arrival > latest[to]!) continue
        push(label, to, arrival > opening[to]! ? arrival : opening[to]!)
      }
      if ((++settled & 255) === 0 && (store.count > maxLabels || expired())) {
        complete = false
        break
      }
    }
  }
  for (let at = 0; at < size; at++)
    for (let slot = 1; slot < steps; slot++)
      if (best[at * steps + slot - 1]! > best[at * steps + slot]!)
        best[at * steps + slot] = best[at * steps + slot - 1]!
  ends.sort((a, b) => store.worth[b]! - store.worth[a]!)
  return { store, first, best, steps, shift, ends, above, complete }
}
