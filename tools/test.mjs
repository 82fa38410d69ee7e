// npm test: everything, each step with its time; the last line counts all tests and steps.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { root, setUp } from './set-up.mjs'

const node = setUp()
const only = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'qingqi-results-'))
let passed = 0
/** Each with what was expected and seen: said again at the end, where a long output is cut at its beginning. */
const failures = []

const exists = (command) => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0

/** Whether the office found here can open documents, not only sheets; off Linux it always can. */
const hasWriter = () =>
  process.platform !== 'linux' ||
  ['/usr/lib/libreoffice', '/usr/lib64/libreoffice'].some((it) => existsSync(join(it, 'program/libswlo.so')))

/** Parts of the machine that journeys need; installed where this process may, else named in one line. */
const ensureMachine = () => {
  const chromium = ['chromium', 'chromium-browser', 'google-chrome'].some(exists)
  const missing = [
    ...(chromium ? [] : ['chromium']),
    ...(existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc') || process.platform !== 'linux'
      ? []
      : ['fonts-noto-cjk']),
    ...(exists('soffice') ? [] : ['libreoffice-calc']),
    // Letters and reports are opened by the word processor.
    ...(exists('soffice') && hasWriter() ? [] : ['libreoffice-writer']),
    ...(exists('pdftotext') ? [] : ['poppler-utils']),
  ]
  if (missing.length === 0) return
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid?.() === 0 && exists('apt-get')) {
    process.stdout.write(`正在安装：${missing.join(' ')}\n`)
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    const install = () => spawnSync('sh', ['-c', command], quiet).status === 0
    if (install() || (spawnSync('apt-get', ['update'], quiet), install())) return
  }
  process.stderr.write(`缺少测试要用的程序，请先运行：sudo ${command}\n`)
  process.exit(1)
}

const step = (title, command, args, env = {}) => {
  process.stdout.write(`\n── ${title}\n`)
  const from = Date.now()
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  process.stdout.write(`   ${title}: ${((Date.now() - from) / 1000).toFixed(1)} s${status === 0 ? '' : '  FAILED'}\n`)
  return status === 0
}

const check = (title, command, args) => {
  if (step(title, command, args)) passed++
  else failures.push(title)
}

/** Failed tests of a report's files, and files that could not be run, each as its name and the beginning of its message. */
const failuresIn = (title, results) =>
  results.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((it) => it.status === 'failed')
    const seen =
      tests.length > 0 || status !== 'failed'
        ? tests.map((it) => [it.fullName, it.failureMessages.join('\n')])
        : [['', message]]
    return seen.map(([test, text]) => {
      const lines = text.split('\n').filter((it) => !/^\s+at .*(node_modules|new Promise)/.test(it))
      return [`${title} › ${relative(root, name)} › ${test}`, ...lines.slice(0, 12)].join('\n    ')
    })
  })

const tests = (title, project, env) => {
  const report = join(folder, `${title.replaceAll(/\W/g, '-')}.json`)
  const fine = step(
    title,
    'vitest',
    [
      'run',
      '--project',
      project,
      // Tests of the interface mostly wait for the database: more of them than cores.
      ...(project === 'api' ? ['--maxWorkers=3'] : []),
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    env,
  )
  const { numPassedTests, testResults } = existsSync(report)
    ? JSON.parse(readFileSync(report, 'utf8'))
    : { numPassedTests: 0, testResults: [] }
  passed += numPassedTests
  const failed = failuresIn(title, testResults)
  // An error outside of the tests ends a run that no test failed in.
  failures.push(...(fine || failed.length > 0 ? failed : [`${title}: an error outside of its tests, see above`]))
}

const wanted = (name) => only.length === 0 || only.includes(name)
if (wanted('flows')) ensureMachine()
if (wanted('check')) {
  check('format', 'prettier', ['--check', '--log-level', 'warn', '.'])
  check('lint', 'oxlint', ['--quiet'])
  check('directions', node, ['tools/check-directions.ts'])
  check('types', 'tsc', ['--noEmit', '-p', '.'])
  check('schema', node, ['tools/write-schema.ts', '--check'])
  check('workdays', node, ['tools/write-workdays.ts', '--check'])
}
if (wanted('unit')) tests('unit tests', 'unit')
if (wanted('flows') || wanted('api')) check('build', node, ['tools/build.ts', '--if-changed'])
if (wanted('api')) {
  tests('API tests on the embedded PostgreSQL', 'api')
  if (existsSync('/usr/lib/postgresql/15/bin/postgres') && !process.env.TEST_DATABASE_URL)
    tests('API tests on PostgreSQL 15', 'api', { TEST_POSTGRES: '15' })
}
if (wanted('flows')) tests('journeys in a browser', 'flows')
for (const it of failures) process.stdout.write(`\n✗ ${it}\n`)
process.stdout.write(`\n${passed} passed, ${failures.length} failed\n`)
process.exit(failures.length > 0 ? 1 : 0)
