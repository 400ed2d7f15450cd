import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writePackage } from './package.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'dictamen-package-'))
const dictamen = (...args: string[]) => spawnSync(process.execPath, [path.join(folder, 'bin/dictamen.mjs'), ...args], { encoding: 'utf8', env: { NODE_ENV: 'production' } })

beforeAll(() => writePackage(folder))
afterAll(() => { rmSync(folder, { recursive: true }) })

test('what is packed is the command line, and neither needs a package nor runs anything at its installation', () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
  const own = files.filter(file => !/^(docs\/checks\/.*\.md|build\/dictamen(-[\w-]+)?\.mjs)$/.test(file))
  expect(own.sort()).toEqual(['LICENSE', 'README.md', 'THIRD-PARTY-LICENSES', 'bin/dictamen.mjs', 'package.json', 'scripts/find-node.mjs', 'scripts/runtime.mjs'])
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Record<string, unknown>
  expect(Object.keys(manifest).sort()).toEqual(['bin', 'description', 'engines', 'license', 'name', 'type', 'version'])
})

test('each package whose code is in it is named with its licence', () => {
  const notices = readFileSync(path.join(folder, 'THIRD-PARTY-LICENSES'), 'utf8').split(/^-{80}$/m)
  expect(notices.map(notice => notice.trim().split(' ')[0])).toEqual(expect.arrayContaining(['re2js', 'toml-eslint-parser', 'use-intl', 'zod']))
  for (const notice of notices) expect(notice, notice.slice(0, 40)).toMatch(/copyright|permission/i)
})

test('it checks a file, says why, and judges an assessment, by itself', () => {
  expect(dictamen('check', 'lib/checks/testing/good-system/fly.toml')).toMatchObject({ status: 0, stderr: '' })
  expect(dictamen('check', '--baseline', 'assessments/grupo-gad.yaml', 'lib/checks/testing/good-system/alerts.yml').stdout).toContain('(prometheus-rules)')
  expect(dictamen('check', '--explain', 'fly/tls', '--lang', 'en').stdout).toContain('# fly/tls')
  expect(dictamen('verdict', 'assessments/grupo-gad.yaml').stdout).toMatch(/^assessments\/grupo-gad\.yaml: (no_)?go/)
})

test('it asks a server', () => {
  const answer = dictamen('push', '--item', 'OBS-01', '--url', 'http://127.0.0.1:9', '--assessment', 'any', 'package.json')
  expect(answer).toMatchObject({ status: 2, stderr: expect.stringContaining('DICTAMEN_TOKEN') as string })
  expect(dictamen('probe', 'http://127.0.0.1').stderr).toContain('an address of https')
})

test.each([['doctor'], ['backup', 'folder'], ['restore', 'folder'], ['import', 'assessments/grupo-gad.yaml'], ['group-map', 'group', '--role', 'admin'], ['verify-audit'], ['verdict', 'slug']])(
  '%s says that it needs the installed Dictamen', (...args) => {
    expect(dictamen(...args)).toMatchObject({ status: 1, stderr: 'dictamen: this works on the database of Dictamen: run it where Dictamen is installed\n' })
  })
