import { expect, test } from 'vitest'
import { additions } from './older-browsers.ts'

const list = Object.freeze([3, 1, 10, 2, 1])
const odd = (it: number): boolean => it % 2 === 1
const never = (): boolean => false
const places = [0, -1, -5, 5, -6, 1.9, -1.9, Number.NaN]

/** Calls of each addition: the receiver and what it is given. */
const calls: Readonly<Record<string, readonly (readonly [self: unknown, ...args: unknown[]])[]>> = {
  at: places.flatMap((it) => [
    [list, it],
    ['abcde', it],
  ]),
  findLast: [
    [list, odd],
    [list, never],
    [[], odd],
    [list, (_: number, at: number) => at < 2],
  ],
  findLastIndex: [
    [list, odd],
    [list, never],
    [[], odd],
  ],
  toReversed: [[list], [[]]],
  toSorted: [[list], [list, (a: number, b: number) => a - b], [[2, undefined, 1]]],
  toSpliced: [
    [list, 1],
    [list, 1, 2],
    [list, -1, 1, 7, 8],
    [list, 0, 0, 9],
  ],
  hasOwn: [
    [Object, { a: 1 }, 'a'],
    [Object, {}, 'toString'],
    [Object, Object.assign(Object.create(null) as object, { a: 1 }), 'a'],
  ],
  groupBy: [
    [Map, list, odd],
    [Map, new Set([1, 2]), String],
  ],
}

test('what older browsers are given answers as the builtins do', () => {
  for (const [target, methods] of additions)
    for (const [name, added] of Object.entries(methods)) {
      const builtin = Reflect.get(target, name) as (...args: unknown[]) => unknown
      expect(builtin).not.toBe(added)
      const isPrototype = target === Array.prototype || target === String.prototype
      const mine = calls[name]!.filter(([self]) => !isPrototype || Object.getPrototypeOf(Object(self)) === target)
      expect(mine.length).toBeGreaterThan(0)
      for (const [self, ...args] of mine)
        expect(Reflect.apply(added, self, args), `${name} ${JSON.stringify(args)}`).toEqual(
          Reflect.apply(builtin, self, args),
        )
    }
  expect(list).toEqual([3, 1, 10, 2, 1])
})
