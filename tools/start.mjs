// npm start: packages, pages, then the server on the embedded database.
import { spawn, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { root, setUp } from './set-up.mjs'

const node = setUp()
const built = spawnSync(node, [join(root, 'tools', 'build.ts'), '--if-changed'], { cwd: root, stdio: 'inherit' })
if (built.status !== 0) process.exit(built.status ?? 1)
const child = spawn(node, [join(root, 'src/apps/cli/main.ts'), 'serve', ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
