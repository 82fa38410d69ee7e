/** More enterprises than this cannot be hidden in one draw: a seed that holds them all by chance is not found. */
export const MOST_INCLUDED = 3

/** The smallest draw that may hold so many: an enterprise that fills more than half of one would be told by it. */
export const leastSize = (included: number): number => Math.max(1, 2 * included)
