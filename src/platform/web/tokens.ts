/**
 * The one source of colour, type, space and radius. `tokens.css` is written from it (`node tools/write-tokens.ts`)
 * and a test compares the two; antd is themed from it in console-kit/antd-theme.ts.
 * Colours are #rrggbb, lengths CSS pixels at the ordinary text size.
 */

/** The three squads: 文化 culture, 技能 skills, 维权 rights. */
export type SquadTone = 'culture' | 'skills' | 'rights'
export const squadTones = ['culture', 'skills', 'rights'] as const satisfies readonly SquadTone[]

/** Every squad colour is shown together with its character: never by colour alone. */
export const squadNames: Record<SquadTone, { readonly name: string; readonly glyph: string }> = {
  culture: { name: '文化', glyph: '文' },
  skills: { name: '技能', glyph: '技' },
  rights: { name: '维权', glyph: '维' },
}

/** For paper: console, phone, stage. Names ending in Ink carry text on ground and card; names ending in Wash carry ink. */
export const light = {
  ground: '#faf7f2',
  card: '#ffffff',
  sunken: '#f3eee6',
  line: '#e6dfd3',
  lineStrong: '#8f8475',
  ink: '#2b2521',
  inkSoft: '#665c53',
  red: '#b4281e',
  redDeep: '#8f1d15',
  redWash: '#fbeeea',
  gold: '#c99a3b',
  goldInk: '#7d5a12',
  goldWash: '#faf2df',
  onRed: '#ffffff',
  success: '#2f6b3c',
  successWash: '#eaf3ea',
  warning: '#8a5300',
  warningWash: '#fcf1dd',
  danger: '#ad1f2d',
  dangerWash: '#fbebeb',
  info: '#2b5f8a',
  infoWash: '#e9f1f7',
  focus: '#1f5fa8',
  culture: '#7f2468',
  cultureWash: '#f7ebf4',
  skills: '#1769b5',
  skillsWash: '#e8f1fa',
  rights: '#8a5a00',
  rightsWash: '#f9f0dc',
} as const

/** For the wall: read from across a hall, so text keeps 7:1 and more. */
export const dark = {
  ground: '#1b1311',
  card: '#271c18',
  sunken: '#140e0c',
  line: '#40312a',
  lineStrong: '#8d7767',
  ink: '#fbf4ea',
  inkSoft: '#d3c3b2',
  red: '#ff8a75',
  redDeep: '#b4281e',
  gold: '#f1c66b',
  culture: '#e596e6',
  skills: '#aef3ee',
  rights: '#f3b04a',
} as const

export type LightColour = keyof typeof light
export type DarkColour = keyof typeof dark

/** Latin letters first keep their own shapes; then each system's own Chinese face. */
export const fontStack = [
  '-apple-system',
  'BlinkMacSystemFont',
  "'Segoe UI'",
  'Roboto',
  "'PingFang SC'",
  "'HarmonyOS Sans SC'",
  "'Microsoft YaHei'",
  "'Noto Sans CJK SC'",
  "'Source Han Sans SC'",
  "'Noto Sans SC'",
  'sans-serif',
].join(', ')

/** For titles on the stage and the wall only. */
export const serifStack = ["'Songti SC'", "'Noto Serif CJK SC'", "'Source Han Serif SC'", 'SimSun', 'serif'].join(', ')

/** Chinese needs more air between lines than Latin: 1.6 for reading, 1.35 for titles. */
export const lineHeight = { text: 1.6, title: 1.35 } as const

/** Pixels at the ordinary size; CSS gets them as rem, so the elder size scales all of them. */
export const typeScale = { small: 13, text: 15, lead: 17, title: 20, headline: 26, display: 36 } as const

/** Console tables and forms are denser than the phone. */
export const consoleText = 14

export const space = { 1: 4, 2: 8, 3: 12, 4: 16, 5: 24, 6: 32, 7: 48, 8: 72 } as const
export const radius = { small: 4, card: 8, sheet: 16, round: 999 } as const

/** The smallest thing a finger must hit, px. */
export const touchTarget = 44

/** Factor on the root text size when a reader chooses the elder size. */
export const elderFactor = 1.25

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
const rem = (px: number): string => `${Number((px / 16).toFixed(4))}rem`

/** The text of tokens.css: custom properties on :root, the dark set under [data-look='wall']. */
export const tokensCss = (): string => {
  const colours = (set: Record<string, string>): string[] =>
    Object.entries(set).map(([name, value]) => `  --${kebab(name)}: ${value};`)
  const lines = [
    '/* Written from tokens.ts by write-tokens.ts: change it there. */',
    ':root {',
    ...colours(light),
    `  --font: ${fontStack};`,
    `  --font-serif: ${serifStack};`,
    `  --line-text: ${lineHeight.text};`,
    `  --line-title: ${lineHeight.title};`,
    ...Object.entries(typeScale).map(([name, px]) => `  --text-${kebab(name)}: ${rem(px)};`),
    ...Object.entries(space).map(([name, px]) => `  --space-${name}: ${px}px;`),
    ...Object.entries(radius).map(([name, px]) => `  --radius-${name}: ${px}px;`),
    `  --touch: ${touchTarget}px;`,
    '}',
    '',
    ":root[data-size='elder'] {",
    `  font-size: ${elderFactor * 100}%;`,
    '}',
    '',
    "[data-look='wall'] {",
    ...colours(dark),
    '}',
    '',
  ]
  return lines.join('\n')
}
