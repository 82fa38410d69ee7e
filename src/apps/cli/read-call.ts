import { parseArgs, type ParseArgsConfig } from 'node:util'
import { fail, ok, type Result } from '../../platform/base/result.ts'

/** How a command is called: shown by `--help`, and named at the end of what is said of a wrong call. */
export interface Usage {
  /** The call as one line, without "qingqi". */
  readonly call: string
  /** What it does, in a few words. */
  readonly does: string
}

/** The reason in Chinese; parseArgs explains in English and in up to three lines. */
const reasonOf = (error: unknown): string => {
  const { code, message } = error as { code?: string; message: string }
  const option =
    /'([^']+)'/
      .exec(message)?.[1]
      ?.replace(/^-\w, /, '')
      .replace(/ <value>$/, '') ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有选项 ${option}`
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `多出的参数 ${option}`
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') throw error
  return message.includes('does not take an argument') ? `选项 ${option} 不带值` : `选项 ${option} 后面缺少值`
}

/** Reads options and operands as node:util does; whatever does not fit is WRONG_CALL with `reason`. */
export const readCall = <Config extends ParseArgsConfig>(
  config: Config,
): Result<ReturnType<typeof parseArgs<Config>>, 'WRONG_CALL'> => {
  try {
    return ok(parseArgs(config))
  } catch (error) {
    return fail('WRONG_CALL', { reason: reasonOf(error) })
  }
}

/** Says in one line on stderr what is wrong with a call and how it goes. @returns the exit code of a wrong call, 2. */
export const refuseCall = (usage: Usage, reason: unknown): number => {
  // An argument may hold a line break; the answer is one line all the same.
  process.stderr.write(`${String(reason).replaceAll(/\s*[\r\n]+\s*/g, ' ')}。用法：qingqi ${usage.call}\n`)
  return 2
}

/** A whole number within both ends, or undefined: `1e3`, ` 7` and the empty word are none. */
export const wholeOf = (
  text: string | undefined,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): number | undefined => {
  if (text === undefined || !/^-?\d+$/.test(text)) return undefined
  const number = Number(text)
  return number >= least && number <= most ? number : undefined
}

/** Seconds above 0, up to a day; fractions are allowed. */
export const secondsOf = (text: string): number | undefined => {
  const number = /^\d*\.?\d+$/.test(text) ? Number(text) : 0
  return number > 0 && number <= 86_400 ? number : undefined
}
