import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'

interface Found {
  readonly method: string
  readonly path: string
}

const isOperation = (value: unknown): value is Found =>
  typeof value === 'object' && value !== null && 'method' in value && 'path' in value && 'access' in value

const isPlain = (value: unknown): boolean =>
  value === null ||
  ['string', 'number', 'boolean'].includes(typeof value) ||
  (Array.isArray(value) && value.every(isPlain)) ||
  (typeof value === 'object' &&
    Object.getPrototypeOf(value) === Object.prototype &&
    !isOperation(value) &&
    Object.values(value).every(isPlain))

/** The source that stands for a contract on phones: operations by method and path; plain data as it is; no zod. */
export const lightSource = (contract: Readonly<Record<string, unknown>>): string => {
  const light = ({ method, path }: Found): Found => ({ method, path })
  const lines = Object.entries(contract).flatMap(([name, value]) => {
    if (name === 'default') return []
    if (isOperation(value)) return [`export const ${name} = ${JSON.stringify(light(value))}`]
    if (isPlain(value)) return [`export const ${name} = ${JSON.stringify(value)}`]
    // A list or table of operations, by which the server mounts them, is of no use to a phone; nor is a schema or function.
    return []
  })
  return `${lines.join('\n')}\n`
}

/**
 * Phones pay for every kilobyte: in their builds each area's contract.ts is read here, at build time, and only its
 * light form is bundled. A phone page that uses a schema of a contract therefore fails to build, by name.
 */
export const lightContracts = (): Plugin => ({
  name: 'qingqi:light-contracts',
  enforce: 'pre',
  async load(id) {
    const file = id.split('?')[0] ?? id
    if (!/\/src\/areas\/[^/]+\/contract\.ts$/.test(file)) return null
    const contract = (await import(`${pathToFileURL(file).href}?at=${Date.now()}`)) as Record<string, unknown>
    return { code: lightSource(contract), map: null, moduleType: 'js' }
  },
})
