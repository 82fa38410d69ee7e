// Builds the engines into dist/lib, for Node 20.19 or newer and for browsers: `qingqi/planner` and its sisters. In
// plain JavaScript because npm runs it (`prepare`) with whatever Node there is.
import { spawnSync } from 'node:child_process'
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const outDir = join(root, 'dist', 'lib')
const engines = ['planner', 'entitlements', 'checkup']
const { resolve } = createRequire(import.meta.url)

/** Where a package lies, undefined where it is not installed. */
const find = (name) => {
  try {
    return dirname(resolve(`${name}/package.json`))
  } catch {
    return undefined
  }
}

/** One ES module an engine, and what engines share; nothing is left to be imported from packages. */
const buildScripts = async () => {
  const { build } = await import('vite')
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      reportCompressedSize: false,
      lib: {
        entry: Object.fromEntries(engines.map((name) => [name, join(root, 'src/engines', name, 'index.ts')])),
        formats: ['es'],
      },
      rolldownOptions: { output: { chunkFileNames: 'shared/[name].js' } },
    },
  })
}

/** Makes dist/lib a package of its own too: the engines alone, without the product's dependencies. */
const writePackage = () => {
  const {
    name,
    version,
    description,
    license,
    engines: runs,
  } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const exports = Object.fromEntries(
    engines.map((it) => [`./${it}`, { types: `./types/engines/${it}/index.d.ts`, default: `./${it}.js` }]),
  )
  const manifest = { name, version, description, license, type: 'module', sideEffects: false, engines: runs, exports }
  writeFileSync(join(outDir, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  copyFileSync(join(root, 'LICENSE'), join(outDir, 'LICENSE'))
}

const buildTypes = () => {
  const typescript = find('typescript')
  const said = typescript
    ? spawnSync(
        process.execPath,
        [join(typescript, 'bin', 'tsc'), '-p', join(root, 'tools', 'library.tsconfig.json')],
        {
          stdio: 'inherit',
        },
      ).status === 0
    : false
  if (!said) process.stdout.write('qingqi: dist/lib has no whole type declarations: TypeScript is missing or failed.\n')
}

// A folder that is installed elsewhere before its own packages are there: npm runs this but brings none of them.
if (!find('vite')) {
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund']
  spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
}
if (find('vite')) {
  await buildScripts()
  writePackage()
  buildTypes()
} else {
  process.stderr.write(`qingqi: the library cannot be built; run npm ci in ${root} first.\n`)
  process.exitCode = 1
}
