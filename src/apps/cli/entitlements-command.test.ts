import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const call = (input: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/qingqi.mjs', 'entitlements', ...args], {
    encoding: 'utf8',
    input,
  })
  return { status, stdout, stderr: stderr.trimEnd().split('\n') }
}

describe('qingqi entitlements', () => {
  it('computes a claim from standard input', () => {
    const { status, stdout } = call(JSON.stringify({ region: '000000', arrears: [{ due: 8120.5 }] }), '-')
    expect(status).toBe(0)
    const { lines, warnings } = JSON.parse(stdout) as { lines: unknown[]; warnings: unknown[] }
    expect(lines).toMatchObject([{ code: 'wage_arrears', status: 'ok', amount: 8120.5 }])
    expect(warnings).toEqual(['art85_not_counted'])
  })

  it('names each wrong field and how to mend it', () => {
    const wrong = { region: '32', wages: { averageMonthly: '5000' }, overtime: [{ kind: 'weekend', baseMonthly: 1 }] }
    const { status, stdout, stderr } = call(JSON.stringify(wrong), '-')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr[0]).toContain('region 应为六位行政区划代码')
    expect(stderr[1]).toContain('wages.averageMonthly 应为不小于 0')
    expect(stderr[2]).toContain('overtime[0].kind 应为 weekday、rest_day、statutory_holiday 之一')
  })

  it.each([
    ['not JSON', '读不出 JSON'],
    ['[]', '(facts) 应为对象'],
    ['{}', 'region 必须填写'],
    ['{"region":"000000","employment":{"start":"2020-02-30"}}', 'employment.start 应为存在的日期'],
    ['{"region":"000000","employment":{"start":"2020-02-03","end":"2020-02-02"}}', 'employment.end'],
  ])('refuses %j as bad data', (input, said) => {
    const { status, stderr } = call(input, '-')
    expect(status).toBe(1)
    expect(stderr).toHaveLength(1)
    expect(stderr[0]).toContain(said)
  })

  it('says of a file that is not there to mend the path', () => {
    const { status, stderr } = call('', 'no-such-file.json')
    expect(status).toBe(1)
    expect(stderr).toHaveLength(1)
    expect(stderr[0]).toMatch(/^no-such-file\.json: 打不开（.+），请核对路径/)
  })

  it.each([[[]], [['a', 'b']], [['-', '--fast']]])('refuses the call %j', (args) => {
    const { status, stderr } = call('', ...args)
    expect(status).toBe(2)
    expect(stderr).toHaveLength(1)
    expect(stderr[0]).toContain('用法：qingqi entitlements')
  })
})
