/** Colour arithmetic for checking tokens. Colours are #rrggbb. */

type Rgb = readonly [number, number, number]

const linear = (colour: string): Rgb => {
  const channel = (at: number): number => {
    const value = parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return [channel(1), channel(3), channel(5)]
}

/** WCAG 2 contrast ratio, 1 to 21. */
export const contrast = (one: string, other: string): number => {
  const luminance = (colour: string): number => {
    const [r, g, b] = linear(colour)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b
  }
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** Machado 2009, severity 1, on linear RGB. */
const blindness = {
  none: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
} as const

export type Sight = keyof typeof blindness
export const sights: readonly Sight[] = ['none', 'protanopia', 'deuteranopia']

/** Distance in OKLab as seen with `sight`; 0.02 is just noticeable side by side, 0.1 is told apart at a glance. */
export const colourDistance = (one: string, other: string, sight: Sight): number => {
  const lab = (colour: string): Rgb => {
    const [r, g, b] = linear(colour)
    const m = blindness[sight]
    const clip = (value: number): number => Math.max(0, value)
    const red = clip(m[0] * r + m[1] * g + m[2] * b)
    const green = clip(m[3] * r + m[4] * g + m[5] * b)
    const blue = clip(m[6] * r + m[7] * g + m[8] * b)
    const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    const mid = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    return [
      0.2104542553 * l + 0.793617785 * mid - 0.0040720468 * s,
      1.9779984951 * l - 2.428592205 * mid + 0.4505937099 * s,
      0.0259040371 * l + 0.7827717662 * mid - 0.808675766 * s,
    ]
  }
  const [a, b] = [lab(one), lab(other)]
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}
