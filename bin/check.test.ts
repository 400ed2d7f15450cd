import { mkdtempSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SaxesParser } from 'saxes'
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { checks } from '@/lib/checks/catalogue'
import { examplesOf } from '@/lib/checks/check-page'
import { pageOf } from '@/lib/checks/testing/page-examples'
import { run } from './check'
import { UsageError } from './usage'

const baseline = path.resolve('assessments/grupo-gad.yaml')
const good = path.resolve('lib/checks/testing/good-system')
const folder = mkdtempSync(path.join(tmpdir(), 'dictamen-check-'))
let printed = ''

beforeAll(async () => {
  await writeFile(path.join(folder, 'fly.toml'), 'app = "portal"\n[http_service]\n  internal_port = 8000\n  force_https = false\n')
  await writeFile(path.join(folder, 'broken.toml'), 'primary_region = \n')
  await writeFile(path.join(folder, 'note|*.md'), '# A note\n\nIt says nothing.\n')
  vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    printed += String(text)
    return true
  })
})
beforeEach(() => { printed = '' })
afterAll(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

const file = (name: string) => path.join(folder, name)

test.each<[number, string, string[]]>([
  [0, 'nothing failed', [path.join(good, 'junit.xml')]],
  [1, 'something failed', [file('fly.toml')]],
  [2, 'a file is broken, whatever the others are', [file('fly.toml'), file('broken.toml')]],
  [2, 'a file is of no known kind', [file('note|*.md')]],
  [2, 'a file is not there', [file('missing.yml')]],
])('exit %i where %s', async (code, _, files) => {
  expect(await run(files)).toBe(code)
})

test('a line a finding as linters print it, then what each file came to', async () => {
  await run([file('fly.toml'), '--lang', 'en'])
  expect(printed).toContain(`${file('fly.toml')}:4:3 fail fly/force-https Port 80 answers HTTP without redirecting to HTTPS.\n`)
  expect(printed).toContain(`${file('fly.toml')}: fail (fly-toml)\n`)
  expect(printed).toMatch(/^1 file\(s\), \d+ failed, /m)
  printed = ''
  await run([file('fly.toml'), '--lang', 'es'])
  expect(printed).toContain('El puerto 80 atiende HTTP sin redirigir a HTTPS.')
})

test('JSON says what was found, of which items, in words and in values', async () => {
  await run([file('fly.toml'), '--format', 'json', '--lang', 'en', '--baseline', baseline])
  const { files } = JSON.parse(printed) as { files: { findings: { id: string }[] }[] }
  expect(files).toEqual([expect.objectContaining({ file: file('fly.toml'), format: 'fly-toml', outcome: 'fail' })])
  expect(files[0]?.findings.find(({ id }) => id === 'fly/force-https')).toEqual({
    id: 'fly/force-https', key: 'plain-http', severity: 'fail', line: 4, column: 3, values: { port: 80 },
    message: 'Port 80 answers HTTP without redirecting to HTTPS.', items: ['DEP-03'],
  })
})

test('findings of little weight may be left out, and change no outcome', async () => {
  expect(await run([file('fly.toml'), '--format', 'json', '--min-severity', 'error'])).toBe(1)
  expect(JSON.parse(printed)).toMatchObject({ files: [{ outcome: 'fail', findings: [] }] })
})

test('SARIF names each rule once and points at each line', async () => {
  await run([file('fly.toml'), '--format', 'sarif', '--lang', 'en'])
  const { version, runs: [sarif] } = JSON.parse(printed) as {
    version: string
    runs: { tool: { driver: { rules: { id: string }[] } }; results: { ruleId: string; ruleIndex: number; level: string; locations: unknown[] }[] }[]
  }
  expect(version).toBe('2.1.0')
  const rules = sarif?.tool.driver.rules.map(({ id }) => id) ?? []
  expect(new Set(rules).size).toBe(rules.length)
  for (const { ruleId, ruleIndex } of sarif?.results ?? []) expect(rules[ruleIndex]).toBe(ruleId)
  expect(sarif?.results.find(({ ruleId }) => ruleId === 'fly/force-https')).toMatchObject({
    level: 'error', locations: [{ physicalLocation: { region: { startLine: 4, startColumn: 3 } } }],
  })
})

test('JUnit is well-formed and fails where a check does', async () => {
  await run([file('fly.toml'), file('note|*.md'), '--format', 'junit'])
  const seen: string[] = []
  const parser = new SaxesParser()
  parser.on('error', error => { throw error })
  parser.on('opentag', ({ name, attributes }) => seen.push(`${name} ${String(attributes.name ?? '')}`))
  parser.write(printed).close()
  expect(seen).toContain('testcase fly/force-https')
  expect(seen.filter(tag => tag.startsWith('failure')).length).toBeGreaterThan(0)
  expect(seen.filter(tag => tag.startsWith('error')).length).toBe(1)
})

test('what a file is called or says is no markup of the comment', async () => {
  await run([file('note|*.md'), '--format', 'markdown'])
  expect(printed).toContain('note\\|\\*.md: error')
})

test('every check explains itself in both languages', async () => {
  for (const { id } of checks)
    for (const lang of ['es', 'en']) {
      printed = ''
      expect(await run(['--explain', id, '--lang', lang])).toBe(0)
      expect(printed).toContain(`# ${id}`)
      for (const heading of ['Fails', 'Passes'] as const) for (const { text } of examplesOf(pageOf(id), heading)) expect(printed).toContain(text)
    }
})

test.each([
  ['an output that it does not know', ['--format', 'yaml', 'x']],
  ['a check that it does not know', ['--explain', 'fly/nothing']],
  ['a path as a check', ['--explain', '../../package']],
  ['a severity that it does not know', ['--min-severity', 'grave', 'x']],
  ['a baseline that is none', ['--baseline', 'package.json', 'x']],
])('refuses %s', async (_, args) => {
  await expect(run(args)).rejects.toThrow(UsageError)
})
