import { spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'

const instance = `4 2 3 1
0 200
0 0 0 0 0 0 0 0 100
11 3 4 10 10 1 1 1 0 50
12 0 1 10 7 1 1 1 60 70
13 90 0 10 99 1 1 1 0 90
14 0 30 10 3 1 1 1 60 62
`

const prove = (input: string, ...args: string[]) =>
  spawnSync(process.execPath, ['bin/qingqi.mjs', 'toptw', '-', ...args], { encoding: 'utf8', input })

it('prints the bound beside the routes, in the numbers of the file', () => {
  const { status, stdout } = prove(instance, '--teams', '2', '--prove', '--seconds', '2')
  expect(status).toBe(0)
  const said = JSON.parse(stdout) as { routes: number[][] }
  expect(said).toMatchObject({ score: 20, bound: 20, optimal: true, seconds: expect.any(Number) })
  expect(said.routes.flat().toSorted()).toEqual([11, 12, 14])
})

it('says nothing of a bound that was not asked for', () => {
  const { stdout } = prove(instance, '--teams', '2', '--seconds', '0.1')
  expect(Object.keys(JSON.parse(stdout) as object)).toEqual(['score', 'routes', 'seconds'])
})

it('refuses to prove profits that are no whole numbers', () => {
  const { status, stderr } = prove(instance.replace('10 10 1', '10 10.5 1'), '--teams', '2', '--prove')
  expect(status).toBe(1)
  expect(stderr).toContain('no whole number')
})
