import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { colourDistance, contrast, sights } from './contrast.ts'
import { dark, light, squadTones, tokensCss } from './tokens.ts'

test('tokens.css is what tokens.ts says', () => {
  const plain = (text: string): string => text.replaceAll(/\s+/g, ' ')
  expect(plain(readFileSync(new URL('./tokens.css', import.meta.url), 'utf8'))).toBe(plain(tokensCss()))
})

test('contrast agrees with the published values', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
})

const textOnPaper = [
  'ink',
  'inkSoft',
  'red',
  'redDeep',
  'goldInk',
  'success',
  'warning',
  'danger',
  'info',
  ...squadTones,
] as const

test.each(textOnPaper)('%s is readable on ground, card and sunken (AA, 4.5)', (name) => {
  for (const ground of [light.ground, light.card, light.sunken])
    expect(contrast(light[name], ground)).toBeGreaterThanOrEqual(4.5)
})

test.each([
  ['onRed', 'red'],
  ['onRed', 'redDeep'],
  ['onRed', 'culture'],
  ['onRed', 'skills'],
  ['onRed', 'rights'],
  ['red', 'redWash'],
  ['goldInk', 'goldWash'],
  ['success', 'successWash'],
  ['warning', 'warningWash'],
  ['danger', 'dangerWash'],
  ['info', 'infoWash'],
  ['culture', 'cultureWash'],
  ['skills', 'skillsWash'],
  ['rights', 'rightsWash'],
  ['inkSoft', 'goldWash'],
] as const)('%s is readable on %s (AA, 4.5)', (text, ground) => {
  expect(contrast(light[text], light[ground])).toBeGreaterThanOrEqual(4.5)
})

test.each(['lineStrong', 'focus', 'red'] as const)('%s edges a control (3)', (name) => {
  for (const ground of [light.ground, light.card, light.sunken])
    expect(contrast(light[name], ground)).toBeGreaterThanOrEqual(3)
})

test.each(['ink', 'inkSoft', 'red', 'gold', ...squadTones] as const)('%s is readable on the wall (AAA, 7)', (name) => {
  for (const ground of [dark.ground, dark.card]) expect(contrast(dark[name], ground)).toBeGreaterThanOrEqual(7)
})

test.each(sights)('squads are told apart by colour, sight: %s', (sight) => {
  for (const set of [light, dark])
    for (const one of squadTones)
      for (const other of squadTones)
        if (one < other) expect(colourDistance(set[one], set[other], sight), `${one}-${other}`).toBeGreaterThan(0.1)
})
