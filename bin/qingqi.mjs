#!/usr/bin/env node
// Runs the command line with Node 24 or newer: this process where it is new enough, else the one that came along.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { findNode } from '../tools/find-node.mjs'

const main = fileURLToPath(new URL('../src/apps/cli/main.ts', import.meta.url))
if (!existsSync(main)) {
  process.stderr.write('qingqi is installed here as a library; its command line runs in a checkout of the project.\n')
  process.exit(2)
}
const node = findNode()
if (!node) {
  process.stderr.write('qingqi needs Node.js 24 or newer (or run npm ci once, which brings one along).\n')
  process.exit(2)
}
if (node === process.execPath) await import(main)
else {
  const child = spawn(node, [main, ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGKILL' ? 137 : 1)))
}
