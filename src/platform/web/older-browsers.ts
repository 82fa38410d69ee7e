/*
 * What our pages use of the language and Chrome 90 and Safari 15 lack. Each entry imports this first. A few lines each
 * in place of a library: the phone has 80 kB in all. tests/flows/older-browsers.test.ts is red where more is used.
 */
import { groupBy } from '../base/group-by.ts'

type Methods = Readonly<Record<string, (...args: never[]) => unknown>>
type Test = (item: unknown, at: number, all: readonly unknown[]) => unknown

const lastIndex = (list: readonly unknown[], test: Test, self?: unknown): number => {
  let at = list.length - 1
  while (at >= 0 && !test.call(self, list[at], at, list)) at--
  return at
}
const place = (length: number, index: number): number => {
  const at = Math.trunc(index) || 0
  return at < 0 ? length + at : at
}

const ofArray: Methods = {
  at(this: unknown[], index: number) {
    return this[place(this.length, index)]
  },
  findLast(this: unknown[], test: Test, self?: unknown) {
    return this[lastIndex(this, test, self)]
  },
  findLastIndex(this: unknown[], test: Test, self?: unknown) {
    return lastIndex(this, test, self)
  },
  toReversed(this: unknown[]) {
    return [...this].reverse()
  },
  toSorted(this: unknown[], compare?: (a: unknown, b: unknown) => number) {
    return [...this].sort(compare)
  },
  toSpliced(this: unknown[], ...args: [start: number, count: number, ...added: unknown[]]) {
    const copy = [...this]
    copy.splice(...args)
    return copy
  },
}
const ofString: Methods = {
  at(this: string, index: number) {
    return this[place(this.length, index)]
  },
}
const ofObject: Methods = {
  hasOwn(target: object, name: PropertyKey) {
    return Object.prototype.hasOwnProperty.call(target, name)
  },
}

/** What is added, and to what. */
export const additions: readonly (readonly [target: object, methods: Methods])[] = [
  [Array.prototype, ofArray],
  [String.prototype, ofString],
  [Object, ofObject],
  [Map, { groupBy }],
]
for (const [target, methods] of additions)
  for (const [name, value] of Object.entries(methods))
    // As builtins are: not met by loops over properties.
    if (!(name in target)) Object.defineProperty(target, name, { value, writable: true, configurable: true })
