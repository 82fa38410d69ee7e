import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const call = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/qingqi.mjs', ...args], {
    encoding: 'utf8',
    input: '',
  })
  return { status, stdout, stderr }
}

describe('the command line', () => {
  it('explains itself and every command', () => {
    const { status, stdout, stderr } = call('--help')
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    for (const name of ['serve', 'import', 'plan', 'toptw', 'checkup', 'entitlements', 'migrate'])
      expect(stdout).toContain(`\n  ${name} `)
    expect(call('plan', '--help').stdout).toContain('用法：qingqi plan PROBLEM.json')
  })

  it.each([
    [[], '缺少命令'],
    [['plant'], '没有命令 "plant"'],
    [['plan'], '缺少文件'],
    [['plan', 'a', 'b'], '只能给一个文件'],
    [['plan', 'a', '--seconds', 'many'], '--seconds many'],
    [['plan', 'a', '--fast'], '没有选项 --fast'],
    [['toptw', 'a'], '缺少 --teams'],
    [['toptw', 'a', '--teams'], '选项 --teams'],
    [['serve', '--port', '70000'], '--port 70000'],
  ])('refuses %j in one line, as a wrong call', (args, said) => {
    const { status, stdout, stderr } = call(...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(said)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })

  it('tells bad data from a wrong call', () => {
    const { status, stderr } = call('plan', '-')
    expect(status).toBe(1)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
  })
})
