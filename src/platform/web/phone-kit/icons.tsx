/** @jsxImportSource preact */

const shapes = {
  calendar: 'M4 6h16v14H4zM4 10h16M8 3v5M16 3v5',
  visits: 'M4 19V9l8-5 8 5v10M9 19v-6h6v6M3 19h18',
  order: 'M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6',
  gap: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4 21c1-5 4-7 8-7s7 2 8 7',
  help: 'M12 21s-8-5-8-11a4.5 4.5 0 0 1 8-2.8A4.5 4.5 0 0 1 20 10c0 6-8 11-8 11z',
  add: 'M12 4v16M4 12h16',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6M4 17h16M10 20h4',
  check: 'M5 12.5 10 17.5 19 7',
  back: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  route: 'M6 20a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM18 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 18h7a3 3 0 0 0 0-6H9a3 3 0 0 1 0-6h7',
} as const

export type IconName = keyof typeof shapes

/** A line drawing, 24×24 units, in the colour of the text; always beside words, so hidden from readers. */
export const Icon = (props: { readonly name: IconName; readonly size?: number }) => (
  <svg
    class="p-icon"
    viewBox="0 0 24 24"
    width={props.size ?? 24}
    height={props.size ?? 24}
    fill="none"
    stroke="currentColor"
    stroke-width="1.7"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={shapes[props.name]} />
  </svg>
)
