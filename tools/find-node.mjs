import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const WANTED = 24

/** The path of a Node that runs TypeScript: this one, or the one among the packages; undefined where neither is there. */
export const findNode = () => {
  if (Number(process.versions.node.split('.')[0]) >= WANTED) return process.execPath
  const path = fileURLToPath(
    new URL(`../node_modules/node-${process.platform}-${process.arch}/bin/node`, import.meta.url),
  )
  return existsSync(path) ? path : undefined
}
