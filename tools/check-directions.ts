/** Checks who may import whom (docs/architecture.md). Exits 1 with each broken rule; fails when it read too little. */
import { globSync, readFileSync } from 'node:fs'
import { checkDirections, MODULES_FLOOR, sqlOutsideQueries } from './directions.ts'

const { modules, broken } = await checkDirections('src')
const misplaced = globSync('src/**/*.{ts,tsx}').flatMap((path) => sqlOutsideQueries(path, readFileSync(path, 'utf8')))
for (const line of [...broken, ...misplaced]) console.error(line)
if (modules < MODULES_FLOOR) console.error(`only ${modules} modules were read, expected at least ${MODULES_FLOOR}`)
console.log(`${modules} modules, ${broken.length + misplaced.length} broken rules`)
process.exitCode = broken.length + misplaced.length > 0 || modules < MODULES_FLOOR ? 1 : 0
