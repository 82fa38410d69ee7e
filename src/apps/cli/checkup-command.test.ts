import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { answersWith, instrument } from '../../engines/checkup/answers-sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'qingqi-checkup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const call = (input: unknown, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['bin/qingqi.mjs', 'checkup', ...args], {
    encoding: 'utf8',
    input: typeof input === 'string' ? input : JSON.stringify(input),
  })
  return { status, stdout, stderr: stderr.trimEnd().split('\n') }
}
const fileOf = (name: string, json: unknown): string => {
  const path = join(folder, name)
  writeFileSync(path, JSON.stringify(json))
  return path
}

describe('qingqi checkup', () => {
  it('judges from standard input: score, grade, findings, prescriptions', () => {
    const { status, stdout } = call(answersWith({ W1: { outcome: 'zero', findings: '9月工资未付' } }), '-')
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      score: 95,
      grade: 'D',
      color: 'red',
      findings: [{ itemId: 'W1', what: '9月工资未付' }],
      prescriptions: [{ itemId: 'W1', unit: 'working', dueOn: '2026-12-07' }],
    })
  })

  it('judges by an instrument of the union', () => {
    const own = {
      ...instrument,
      version: 'own',
      bands: instrument.bands.map((it, at) => (at === 0 ? { ...it, least: 97 } : it)),
    }
    const answers = fileOf('answers.json', answersWith({ C2: { outcome: 'zero' } }, { instrument: 'own' }))
    const { status, stdout } = call('', answers, '--instrument', fileOf('own.json', own))
    expect([status, JSON.parse(stdout).grade]).toEqual([0, 'B'])
    const broken = call('', answers, '--instrument', fileOf('broken.json', { ...own, groups: own.groups.slice(1) }))
    expect(broken).toMatchObject({ status: 1, stdout: '' })
    expect(broken.stderr[0]).toContain('broken.json: items[0].group groups 里没有')
  })

  it('names each wrong place and how to mend it', () => {
    const { status, stdout, stderr } = call(answersWith({ C2: { outcome: 'good' as never }, C3: { sampled: 0 } }), '-')
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
    expect(stderr).toEqual([
      '-: items[1].outcome 应为 full（符合）、partial（部分符合）、zero（不符合）、not_applicable（不适用）、not_verified（未核实） 之一，收到 "good"',
      '-: items[2].sampled 应为 1 到 1000000 的整数，收到 0',
      expect.stringContaining('qingqi checkup --example'),
    ])
  })

  it.each([
    ['not JSON', '读不出 JSON'],
    ['[]', '(answers) 应为对象'],
  ])('refuses %j as bad data', (input, said) => {
    const { status, stderr } = call(input, '-')
    expect(status).toBe(1)
    expect(stderr[0]).toContain(said)
    expect(stderr.at(-1)).toContain('照填的样子：qingqi checkup --example')
  })

  it('gives answers to be filled in, which it reads again', () => {
    const { status, stdout } = call('', '--example')
    const example = JSON.parse(stdout)
    expect([status, example.items.length]).toEqual([0, 46])
    const judged = call({ ...example, date: '2026-11-30' }, '-')
    expect([judged.status, JSON.parse(judged.stdout).score]).toEqual([0, 50])
    const own = fileOf('short.json', { ...instrument, version: 'own' })
    expect(JSON.parse(call('', '--example', '--instrument', own).stdout).instrument).toBe('own')
  })

  it('says what is wrong with a file that is not there, and with an item in small letters', () => {
    expect(call('', join(folder, 'none.json')).stderr[0]).toContain('没有这个文件')
    const small = answersWith()
    const said = call({ ...small, items: small.items.map((it) => ({ ...it, id: it.id.toLowerCase() })) }, '-').stderr
    expect(said.some((it) => it.endsWith('没有 c1 这一项，请写成 C1'))).toBe(true)
  })

  it.each([
    [[]],
    [['a', 'b']],
    [['-', '--fast']],
    [['-', '--instrument']],
    [['-', '--instrument', '-']],
    [['-', '--example']],
  ])('refuses the call %j', (args) => {
    const { status, stdout, stderr } = call('', ...args)
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toHaveLength(1)
    expect(stderr[0]).toContain('用法：qingqi checkup')
  })
})
