/** Checks who may import whom (docs/architecture.md). Exits 1 with each broken rule; fails when it read too little. */
import { globSync, readFileSync } from 'node:fs'
import { checkFile, MODULES_FLOOR, sqlOutsideQueries } from './directions.ts'

const paths = globSync('src/**/*.{ts,tsx}')
const broken = paths.flatMap((path) => {
  const text = readFileSync(path, 'utf8')
  return [...checkFile('.', path, text), ...sqlOutsideQueries(path, text)]
})
for (const line of broken) console.error(line)
if (paths.length < MODULES_FLOOR)
  console.error(`only ${paths.length} modules were read, expected at least ${MODULES_FLOOR}`)
console.log(`${paths.length} modules, ${broken.length} broken rules`)
process.exitCode = broken.length > 0 || paths.length < MODULES_FLOOR ? 1 : 0
