import { readFileSync } from 'node:fs'
import {
  checkUpOf,
  readAnswers,
  readInstrument,
  shippedInstruments,
  type FormFault,
  type Instrument,
} from '../../engines/checkup/index.ts'
import { fail, ok, type Result } from '../../platform/base/result.ts'
import { readCall, refuseCall, type Usage } from './read-call.ts'

export const usage: Usage = {
  call: 'checkup ANSWERS.json|- [--instrument FILE.json]',
  does: '读入一次劳动用工法治体检的结果，把得分、等级、问题和处方以 JSON 写到标准输出',
}

const readJson = (file: string, example: string): Result<unknown, 'FILE_UNREADABLE'> => {
  try {
    // Editors on Windows put a byte order mark first.
    return ok(JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '')))
  } catch (error) {
    const reason = (error as Error).message.replaceAll(/\s+/g, ' ')
    return fail('FILE_UNREADABLE', { faults: [{ path: '(file)', reason: `读不出 JSON（${reason}），${example}` }] })
  }
}

/** One line a fault: where it is, what is wrong, how to mend it. @returns the exit code of bad data, 1. */
const refuseData = (file: string, detail: Readonly<Record<string, unknown>> | undefined): number => {
  for (const { path, reason } of (detail?.faults ?? []) as FormFault[])
    process.stderr.write(`${file}: ${path === '(file)' ? '' : `${path} `}${reason}\n`)
  return 1
}

/** Judges one check-up and prints score, grade, findings and prescriptions as JSON on stdout. */
export const run = async (args: string[]): Promise<number> => {
  const read = readCall({ args, allowPositionals: true, options: { instrument: { type: 'string' } } })
  if (!read.ok) return refuseCall(usage, read.detail?.reason)
  const [file, ...others] = read.value.positionals
  const own = read.value.values.instrument
  if (!file || others.length > 0) return refuseCall(usage, file ? '只能给一个文件' : '缺少文件')
  if (file === '-' && own === '-') return refuseCall(usage, '标准输入只能给一样')
  let instruments: readonly Instrument[] = shippedInstruments
  if (own !== undefined) {
    const json = readJson(own, '请给一份评估表')
    if (!json.ok) return refuseData(own, json.detail)
    const instrument = readInstrument(json.value)
    if (!instrument.ok) return refuseData(own, instrument.detail)
    instruments = [instrument.value]
  }
  const json = readJson(file, '请给一次体检的结果，如 {"instrument": "0.1-2026-11-22", "date": …}')
  if (!json.ok) return refuseData(file, json.detail)
  const answers = readAnswers(json.value, instruments)
  if (!answers.ok) return refuseData(file, answers.detail)
  const text = `${JSON.stringify(checkUpOf(answers.value.instrument, answers.value.answers), null, 2)}\n`
  await new Promise<void>((done) => process.stdout.write(text, () => done()))
  return 0
}
