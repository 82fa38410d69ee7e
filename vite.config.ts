import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { InlineConfig, Manifest, Plugin } from 'vite'
import { lightContracts } from './tools/light-contracts.ts'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/** Entries of the phone and stage build, by their source path. */
export const phoneEntries = {
  phone: 'src/apps/phone/client.tsx',
  stage: 'src/apps/stage/client.ts',
  wall: 'src/apps/stage/wall-client.ts',
} as const

/**
 * `virtual:page-assets` tells the server-rendered pages which script and styles to name. Built: from the manifest of
 * dist/phone, so that build comes before the SSR build. In development: the sources themselves.
 */
const pageAssets = (): Plugin => {
  let development = false
  return {
    name: 'qingqi:page-assets',
    configResolved(config) {
      development = config.command === 'serve'
    },
    resolveId: (id) => (id === 'virtual:page-assets' ? '\0virtual:page-assets' : null),
    load(id) {
      if (id !== '\0virtual:page-assets') return null
      const manifestFile = at('dist/phone/.vite/manifest.json')
      if (!development && !existsSync(manifestFile)) throw new Error('build dist/phone before dist/phone-ssr')
      const manifest = development ? {} : (JSON.parse(readFileSync(manifestFile, 'utf8')) as Manifest)
      const assetsOf = (source: string): { scripts: string[]; styles: string[] } => {
        if (development) return { scripts: ['/@vite/client', `/${source}`], styles: [] }
        const chunk = manifest[source]
        if (!chunk) throw new Error(`${source} is not in the manifest`)
        const styles = [...(chunk.css ?? []), ...(chunk.imports ?? []).flatMap((name) => manifest[name]?.css ?? [])]
        const place = (file: string): string => `/assets/phone/${file}`
        return { scripts: [place(chunk.file)], styles: [...new Set(styles)].map(place) }
      }
      const all = Object.entries(phoneEntries).map(([name, source]) => [name, assetsOf(source)])
      return `export const assets = ${JSON.stringify(Object.fromEntries(all))}`
    },
  }
}

/**
 * Vite wraps each lazy import in a helper that loads its styles and imports first. The phone's lazy parts have no
 * styles and import nothing but the script that asks for them: 0.7 kB, gzipped, for nothing.
 */
const noPreload = (): Plugin => ({
  name: 'qingqi:no-preload',
  enforce: 'pre',
  load: (id) => (id.includes('vite/preload-helper') ? 'export const __vitePreload = (load) => load()' : null),
})

const shared: InlineConfig = { configFile: false, logLevel: 'warn', publicDir: false }

const consoleBuild: InlineConfig = {
  ...shared,
  root: at('src/apps/console'),
  base: '/assets/console/',
  build: {
    outDir: at('dist/console'),
    emptyOutDir: true,
    assetsDir: '.',
    manifest: true,
    // 360 and QiAnXin browsers in offices stand on Chrome 90 still (src/platform/web/older-browsers.ts).
    target: ['chrome90', 'safari15'],
    reportCompressedSize: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      // antd marks each of its files 'use client', which means nothing here: thousands of lines of warnings.
      onLog: (level, log, next) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : next(level, log)),
    },
  },
}

const phoneBuild: InlineConfig = {
  ...shared,
  root: at('.'),
  base: '/assets/phone/',
  plugins: [lightContracts(), noPreload()],
  build: {
    outDir: at('dist/phone'),
    emptyOutDir: true,
    assetsDir: '.',
    manifest: true,
    // WeChat's Android view follows its own Chromium, 90 at the least; iOS 14 is the oldest Safari still met.
    target: ['es2020', 'chrome90', 'safari14'],
    reportCompressedSize: false,
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(phoneEntries).map(([name, path]) => [name, at(path)])),
    },
  },
}

const serverBuild: InlineConfig = {
  ...shared,
  root: at('.'),
  plugins: [lightContracts(), pageAssets()],
  // Preact is bundled, so that hooks and renderer share one copy.
  ssr: { noExternal: ['preact', 'preact-render-to-string'], target: 'node' },
  build: {
    ssr: true,
    outDir: at('dist/phone-ssr'),
    emptyOutDir: true,
    reportCompressedSize: false,
    rolldownOptions: { input: { ssr: at('src/apps/phone/ssr.tsx') }, output: { entryFileNames: '[name].js' } },
  },
}

/** To be built in this order: the server-rendered pages name the files of the build before. */
export const builds: InlineConfig[] = [consoleBuild, phoneBuild, serverBuild]

/** The console's page in development, for `transformIndexHtml`: its addresses count from the root of the checkout. */
export const devConsoleHtml = (): string =>
  readFileSync(at('src/apps/console/index.html'), 'utf8')
    .replace('./main.tsx', '/src/apps/console/main.tsx')
    .replace('../../platform/', '/src/platform/')

/** For `createServer`: sources and reload; the pages themselves come from src/apps/server/dev.ts. */
export const devConfig: InlineConfig = {
  ...shared,
  logLevel: 'info',
  root: at('.'),
  appType: 'custom',
  plugins: [pageAssets()],
  ssr: { noExternal: ['preact', 'preact-render-to-string'] },
}

// `vite build` alone makes the console; `npm run build` goes through all of `builds`.
export default consoleBuild
