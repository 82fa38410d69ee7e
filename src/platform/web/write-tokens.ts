import { writeFileSync } from 'node:fs'
import { tokensCss } from './tokens.ts'

// Run by hand after a change of tokens.ts; tokens.test.ts is red until then.
writeFileSync(new URL('./tokens.css', import.meta.url), tokensCss())
