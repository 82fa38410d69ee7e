/** Partial routes in flat arrays; a label's number is its index. */
export class LabelStore {
  readonly setWords: number
  readonly cutWords: number
  count = 0
  vertex: Int32Array
  time: Int32Array
  worth: Int32Array
  before: Int32Array
  /** Next label of the same start time; later the next of its vertex by falling worth. */
  next: Int32Array
  set: Int32Array
  cuts: Int32Array

  constructor(setWords: number, cutWords: number, capacity = 1 << 14) {
    this.setWords = setWords
    this.cutWords = cutWords
    this.vertex = new Int32Array(capacity)
    this.time = new Int32Array(capacity)
    this.worth = new Int32Array(capacity)
    this.before = new Int32Array(capacity)
    this.next = new Int32Array(capacity)
    this.set = new Int32Array(capacity * setWords)
    this.cuts = new Int32Array(capacity * cutWords)
  }

  /** Makes room for one more label. */
  grow(): void {
    const grown = (from: Int32Array, length: number): Int32Array => {
      const to = new Int32Array(length)
      to.set(from)
      return to
    }
    const capacity = this.vertex.length * 2
    this.vertex = grown(this.vertex, capacity)
    this.time = grown(this.time, capacity)
    this.worth = grown(this.worth, capacity)
    this.before = grown(this.before, capacity)
    this.next = grown(this.next, capacity)
    this.set = grown(this.set, capacity * this.setWords)
    this.cuts = grown(this.cuts, capacity * this.cutWords)
  }

  /** The vertices from the start of the route to this label. */
  routeOf(label: number): number[] {
    const route: number[] = []
    for (let at = label; at >= 0; at = this.before[at]!) route.push(this.vertex[at]!)
    return route.toReversed()
  }
}
