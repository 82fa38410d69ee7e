/** Builds the pages and the library into dist/. `--if-changed` does nothing where the sources are those of the last build. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { builds } from '../vite.config.ts'

const root = new URL('..', import.meta.url).pathname
process.chdir(root)
process.env.NODE_ENV = 'production'
const hash = createHash('sha256')
for (const file of [
  'package-lock.json',
  'vite.config.ts',
  'tools/light-contracts.ts',
  'tools/build-library.mjs',
  'tools/library.tsconfig.json',
  ...globSync('src/**/*.{ts,tsx,css,svg,json}').toSorted(),
])
  hash.update(file).update(readFileSync(file))
const now = hash.digest('hex')
const stamp = join(root, 'dist', 'built-from')
if (process.argv.includes('--if-changed') && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) process.exit(0)
console.log('正在生成页面…')
for (const config of builds) await build({ ...config, configFile: false, logLevel: 'warn' })
if (spawnSync(process.execPath, ['tools/build-library.mjs'], { stdio: 'inherit' }).status !== 0) process.exit(1)
writeFileSync(stamp, now)
