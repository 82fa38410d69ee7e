/** The mark as drawing parts on a 64×64 field: the same shapes as mark.svg, for setting it inside a page. */
export const mark = {
  lean: 'matrix(1 0 -.14 1 5.5 0)',
  head: 'M38 9l3.5 7.5C48 20 53 27 57 35.5c1.2 2.6-.3 5.5-3 6l-3.5.6c-1.7.3-3.4-.3-4.5-1.6l-3-3.5c-1.3 6 1.5 11 7 18L23 55c0-13 2-23 8-32.5z',
  mane: ['M26.5 19.5 13 22', 'M22 31 7 34', 'M19.5 42.5 9 45'],
} as const
