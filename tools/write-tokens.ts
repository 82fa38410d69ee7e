import { writeFileSync } from 'node:fs'
import { tokensCss } from '../src/platform/web/tokens.ts'

// Run by hand after a change of tokens.ts; tokens.test.ts is red until then.
writeFileSync(new URL('../src/platform/web/tokens.css', import.meta.url), tokensCss())
