// What every entry needs before anything else: packages as the lock file says, and a Node that runs TypeScript.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findNode } from './find-node.mjs'

export const root = fileURLToPath(new URL('..', import.meta.url))

const stamp = join(root, 'node_modules', '.qingqi-lock')

const installedAsLocked = (hash) => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash

/** Installs what is missing; returns the path of a Node that runs TypeScript, first in PATH from now on. */
export const setUp = () => {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex')
  if (!installedAsLocked(hash)) {
    process.stdout.write('正在安装依赖（npm ci）…\n')
    const done = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      encoding: 'utf8',
      shell: process.platform === 'win32',
    })
    if (done.status !== 0) {
      process.stderr.write(
        `${done.stderr ?? ''}\nnpm ci failed; check the network and the npm registry, then run this again.\n`,
      )
      process.exit(1)
    }
    writeFileSync(stamp, hash)
  }
  const node = findNode()
  if (!node) {
    process.stderr.write('Qingqi needs Node.js 24 or newer on this platform; install it and run this again.\n')
    process.exit(2)
  }
  process.env.PATH = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  return node
}
