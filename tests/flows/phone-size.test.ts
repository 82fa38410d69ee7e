import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Manifest } from 'vite'
import { expect, test } from 'vitest'

const folder = new URL('../../dist/phone/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', folder), 'utf8')) as Manifest

/** Every script the browser fetches for an entry, lazy parts included. */
const scriptsOf = (name: string, seen = new Set<string>()): Set<string> => {
  const chunk = manifest[name]
  if (!chunk) throw new Error(`${name} is not in the manifest of dist/phone`)
  if (seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) scriptsOf(next, seen)
  return seen
}

test('the phone loads at most 80 KB of script, gzipped, and no zod', () => {
  const files = [...scriptsOf('src/apps/phone/client.tsx')].map((file) => readFileSync(new URL(file, folder)))
  const bytes = files.reduce((sum, file) => sum + gzipSync(file).length, 0)
  expect(bytes).toBeGreaterThan(3_000)
  expect(bytes).toBeLessThanOrEqual(80 * 1024)
  for (const file of files) expect(String(file)).not.toContain('ZodError')
})

test('the stage and the wall need next to none', () => {
  for (const name of ['src/apps/stage/client.ts', 'src/apps/stage/wall-client.ts'])
    for (const file of scriptsOf(name)) expect(gzipSync(readFileSync(new URL(file, folder))).length).toBeLessThan(2_000)
})
