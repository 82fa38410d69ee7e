import { readFileSync } from 'node:fs'
import {
  blankAnswers,
  checkUpOf,
  readAnswers,
  readInstrument,
  shippedInstruments,
  type FormFault,
  type Instrument,
} from '../../engines/checkup/index.ts'
import { civilDateAt } from '../../platform/base/civil-date.ts'
import { fail, ok, type Result } from '../../platform/base/result.ts'
import { readCall, refuseCall, type Usage } from './read-call.ts'

export const usage: Usage = {
  call: 'checkup ANSWERS.json|-|--example [--instrument FILE.json]',
  does: '读入一次劳动用工法治体检的结果，把得分、等级、问题和处方以 JSON 写到标准输出；--example 给出一份可以照填的结果',
}

const HINT = '照填的样子：qingqi checkup --example；各字段的意思见 docs/checkup.md'

const troubles: Readonly<Record<string, string>> = {
  ENOENT: '没有这个文件',
  EISDIR: '这是文件夹',
  EACCES: '没有读的权限',
}

const readJson = (file: string, example: string): Result<unknown, 'FILE_UNREADABLE'> => {
  try {
    // Editors on Windows put a byte order mark first.
    return ok(JSON.parse(readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '')))
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException
    const reason = troubles[code] ?? message.replaceAll(/\s+/g, ' ')
    return fail('FILE_UNREADABLE', { faults: [{ path: '(file)', reason: `读不出 JSON（${reason}），${example}` }] })
  }
}

/** One line a fault: where it is, what is wrong, how to mend it. @returns the exit code of bad data, 1. */
const refuseData = (file: string, detail: Readonly<Record<string, unknown>> | undefined): number => {
  for (const { path, reason } of (detail?.faults ?? []) as FormFault[])
    process.stderr.write(`${file}: ${path === '(file)' ? '' : `${path} `}${reason}\n`)
  return 1
}

const print = (json: unknown): Promise<void> =>
  new Promise((done) => process.stdout.write(`${JSON.stringify(json, null, 2)}\n`, () => done()))

/** Judges one check-up and prints score, grade, findings and prescriptions as JSON on stdout. */
export const run = async (args: string[]): Promise<number> => {
  const read = readCall({
    args,
    allowPositionals: true,
    options: { instrument: { type: 'string' }, example: { type: 'boolean' } },
  })
  if (!read.ok) return refuseCall(usage, read.detail?.reason)
  const [file, ...others] = read.value.positionals
  const own = read.value.values.instrument
  const { example = false } = read.value.values
  if (example && file) return refuseCall(usage, '--example 不读文件')
  if (!example && (!file || others.length > 0)) return refuseCall(usage, file ? '只能给一个文件' : '缺少文件')
  if (file === '-' && own === '-') return refuseCall(usage, '标准输入只能给一样')
  let instruments: readonly Instrument[] = shippedInstruments
  if (own !== undefined) {
    const json = readJson(own, '请给一份评估表')
    if (!json.ok) return refuseData(own, json.detail)
    const instrument = readInstrument(json.value)
    if (!instrument.ok) return refuseData(own, instrument.detail)
    instruments = [instrument.value]
  }
  if (!file) {
    await print(blankAnswers(instruments.at(-1)!, civilDateAt(new Date())))
    return 0
  }
  const json = readJson(file, `请给一次体检的结果。${HINT}`)
  if (!json.ok) return refuseData(file, json.detail)
  const answers = readAnswers(json.value, instruments)
  if (!answers.ok) {
    refuseData(file, answers.detail)
    process.stderr.write(`${HINT}\n`)
    return 1
  }
  await print(checkUpOf(answers.value.instrument, answers.value.answers))
  return 0
}
