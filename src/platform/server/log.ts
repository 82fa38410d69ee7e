/** Lines on stderr as JSON: time, level, what. Callers give no personal data; of an error only name, code and stack. */
export interface Log {
  info(what: string, facts?: Readonly<Record<string, string | number | boolean>>): void
  error(what: string, error: unknown): void
}

const write = (line: object): void => {
  process.stderr.write(`${JSON.stringify(line)}\n`)
}

export const stderrLog: Log = {
  info: (what, facts) => write({ time: new Date().toISOString(), level: 'info', what, ...facts }),
  error: (what, error) => {
    const it = error instanceof Error ? error : new Error(String(error))
    const code = (it as { code?: unknown }).code
    // PostgreSQL puts values into `detail` and sometimes into the message; frames are enough to find the place.
    write({
      time: new Date().toISOString(),
      level: 'error',
      what,
      name: it.name,
      ...(typeof code === 'string' ? { code } : {}),
      message: typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? '' : it.message,
      stack: it.stack
        ?.split('\n')
        .filter((row) => row.startsWith('    at '))
        .slice(0, 8),
    })
  },
}

export const silentLog: Log = { info: () => {}, error: () => {} }
