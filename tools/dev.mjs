// npm run dev: the server started anew when server files change, pages by Vite with reload.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { root, setUp } from './set-up.mjs'

const node = setUp()
// Watches what the server imports; pages are Vite's to reload.
const args = ['--watch', '--watch-preserve-output', join(root, 'src/apps/server/dev.ts'), ...process.argv.slice(2)]
const child = spawn(node, args, { stdio: 'inherit', cwd: root })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
