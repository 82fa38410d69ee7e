import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Manifest } from 'vite'
import { expect, test } from 'vitest'

const folder = new URL('../../dist/phone/', import.meta.url)
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', folder), 'utf8')) as Manifest

/** Every script the browser fetches for an entry before it asks for lazy parts. */
const scriptsOf = (name: string, seen = new Set<string>()): Set<string> => {
  const chunk = manifest[name]
  if (!chunk) throw new Error(`${name} is not in the manifest of dist/phone`)
  if (seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  for (const next of chunk.imports ?? []) scriptsOf(next, seen)
  return seen
}
const read = (files: ReadonlySet<string>): Buffer[] => [...files].map((file) => readFileSync(new URL(file, folder)))
const sizeOf = (scripts: readonly Buffer[]): number => scripts.reduce((sum, it) => sum + gzipSync(it).length, 0)

test('no page of the phone loads more than 80 KB of script, gzipped, its lazy part included, and none zod', () => {
  const entry = 'src/apps/phone/client.tsx'
  const first = scriptsOf(entry)
  expect(sizeOf(read(first))).toBeGreaterThan(3_000)
  // No page asks for two of them: one belongs to who inspects, one to who reckons what is owed.
  const parts = Object.values(manifest).flatMap((chunk) => chunk.dynamicImports ?? [])
  expect(new Set(parts).size).toBe(2)
  for (const part of parts) {
    const scripts = read(new Set([...first, ...scriptsOf(part)]))
    expect(sizeOf(scripts)).toBeLessThanOrEqual(80 * 1024)
    for (const it of scripts) expect(String(it)).not.toContain('ZodError')
  }
})

test('the stage and the wall need next to none', () => {
  for (const name of ['src/apps/stage/client.ts', 'src/apps/stage/wall-client.ts'])
    for (const file of scriptsOf(name)) expect(gzipSync(readFileSync(new URL(file, folder))).length).toBeLessThan(2_000)
})
