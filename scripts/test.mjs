// npm test: every check that there is. The last line printed is `N passed, N failed, N skipped`.
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from './chromium.mjs'
import { installFromDebian } from './debian.mjs'
import { ensureInstalled, environment, findNode, generateClient, run, say, tool } from './runtime.mjs'

const total = { passed: 0, failed: 0, skipped: 0 }
const reports = mkdtempSync(join(tmpdir(), 'dictamen-test-'))

// At the very end, however this program ends.
process.on('exit', code => {
  rmSync(reports, { recursive: true, force: true })
  if (code !== 0 && total.failed === 0) total.failed = 1
  if (total.failed > 0 || total.passed === 0) process.exitCode = 1
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
})

await ensureInstalled()
generateClient()
await check('ESLint', 'eslint', ['.'])
await check('Types', 'tsc', ['--noEmit'])
offerPrometheus()
await vitest('Unit tests', 'unit')
await vitest('Integration tests', 'integration')
if (await build()) await browserTests()

/** Some tests hold our verdict on files against that of Prometheus' own programs, and are skipped without them. */
function offerPrometheus() {
  const programs = [['promtool', 'prometheus'], ['amtool', 'prometheus-alertmanager']]
  const missing = programs.filter(([program]) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0)
  if (missing.length > 0) installFromDebian(missing.map(([, name]) => name), 'to compare with')
}

async function check(title, name, args) {
  heading(title)
  const code = await run(tool(name), args)
  add(code === 0 ? { passed: 1 } : { failed: 1 })
}

async function vitest(title, project) {
  heading(title)
  const report = join(reports, `${project}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const env = environment({ NODE_ENV: 'test' })
  const code = await run(tool('vitest'), ['run', '--project', project, ...reporters], { env })
  addReport(code, report, ({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) => {
    const unreadable = testResults.filter(file => file.status === 'failed' && file.assertionResults.length === 0)
    const failed = numFailedTests + unreadable.length
    return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests }
  })
}

async function build() {
  heading('Build')
  const code = await run(findNode(), ['scripts/build.mjs'])
  if (code !== 0) add({ failed: 1 })
  return code === 0
}

async function browserTests() {
  heading('Browser tests')
  const browser = await findChromium()
  if (!browser) {
    say('no Chromium was found or could be installed: set CHROMIUM_PATH')
    return add({ failed: 1 })
  }
  const report = join(reports, 'browser.json')
  const data = join(reports, 'e2e')
  mkdirSync(data)
  // Root's Postgres runs as another user, which passes through here.
  for (const folder of [reports, data]) chmodSync(folder, 0o711)
  const env = environment({ ...browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report, E2E_DATA_DIR: data })
  const code = await run(tool('playwright'), ['test', '--reporter=list,json'], { env })
  addReport(code, report, ({ stats }) => {
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }
  })
}

// A tool that fails without a failed test, as by an error outside any, is one failure.
function addReport(code, file, read) {
  let counts = { failed: 0 }
  try {
    counts = read(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    say(`no report was written: ${error.message}`)
  }
  add(code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts)
}

function add({ passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed
  total.failed += failed
  total.skipped += skipped
}

function heading(title) {
  console.log(`\n── ${title} ${'─'.repeat(Math.max(0, 70 - title.length))}\n`)
}
