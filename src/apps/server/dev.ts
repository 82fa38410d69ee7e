/** `npm run dev`: the server behind Vite, which gives the sources of the pages and reloads them on change. */
import { parseArgs } from 'node:util'
import { resolve } from 'node:path'
import { createServer, type ViteDevServer } from 'vite'
import { devConfig, devConsoleHtml } from '../../../vite.config.ts'
import type * as PagesBundle from '../phone/ssr.tsx'
import { startServer } from './start-server.ts'

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: process.env.PORT ?? '3000' },
    data: { type: 'string', default: 'data' },
    empty: { type: 'boolean', default: false },
  },
})
const host = '127.0.0.1'
const port = Number(values.port)
process.env.PUBLIC_ADDRESS ??= `http://${host}:${port}`

// oxlint-disable-next-line prefer-const -- pages are asked for after it is there
let vite: ViteDevServer
const started = await startServer({
  port: 0,
  host,
  dataDir: resolve(values.data),
  empty: values.empty,
  databaseUrl: process.env.DATABASE_URL,
  pages: {
    load: () => vite.ssrLoadModule('/src/apps/phone/ssr.tsx') as Promise<typeof PagesBundle>,
    consoleHtml: (url) => vite.transformIndexHtml(url, devConsoleHtml()),
  },
  say: (line) => console.log(line),
})
if (!started.ok) {
  console.error(started.code, started.detail ?? '')
  process.exit(1)
}
const { address, stop } = started.value
const ours = { target: address, changeOrigin: false }
vite = await createServer({
  ...devConfig,
  server: {
    host,
    port,
    strictPort: true,
    // What the server answers itself; everything else is a source file.
    proxy: { '^/(api|console|m|wall)(/|\\?|$)': ours, '^/(\\?|$)': ours, '/favicon.svg': ours },
  },
})
await vite.listen()
console.log(`开发服务已就绪：http://${host}:${port}/console　http://${host}:${port}/m`)
for (const signal of ['SIGTERM', 'SIGINT'] as const)
  process.on(signal, () => void Promise.all([vite.close(), stop()]).then(() => process.exit(0)))
