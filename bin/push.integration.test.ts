import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { addPerson } from '@/lib/operations/testing/assessment'
import { createToken, revokeOwnToken } from '@/lib/operations/tokens'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { startFront, type RunningFront } from '../server/testing/running-front'
import * as push from './push'
import * as verdict from './verdict'

const twoServices = `app = "portal"
[[services]]
  internal_port = 8000
  [[services.ports]]
    port = 443
[http_service]
  internal_port = 8000
  force_https = true
`
let front: RunningFront
let folder: string
let devops: SignedInViewer
let printed = ''

beforeAll(async () => {
  front = await startFront(() => new Date())
  devops = await addPerson('devops', ['owner'], ['devops'], new Date())
  folder = await mkdtemp(path.join(tmpdir(), 'dictamen-push-'))
  await writeFile(path.join(folder, 'fly.toml'), twoServices)
  await writeFile(path.join(folder, 'notes.txt'), 'hola\n')
  vi.spyOn(process.stdout, 'write').mockImplementation(text => { printed += String(text); return true })
  vi.stubEnv('DICTAMEN_URL', front.origin)
  vi.stubEnv('DICTAMEN_ASSESSMENT', 'grupo-gad')
  vi.stubEnv('DICTAMEN_TOKEN', (await tokenOf()).secret)
  vi.stubEnv('LC_ALL', 'en_GB.UTF-8')
  vi.stubEnv('GITHUB_RUN_ID', undefined)
  vi.stubEnv('CI_PIPELINE_ID', undefined)
})
afterEach(() => {
  printed = ''
  vi.stubEnv('GITHUB_RUN_ID', undefined)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
  await front.stop()
  await rm(folder, { recursive: true })
})

let made = 0

async function tokenOf(): Promise<{ id: string; secret: string }> {
  const token = await createToken(devops, { name: `CI ${made += 1}`, scopes: ['evidence', 'read'], days: 1 }, new Date())
  if (!token.ok) throw new Error(token.failure.code)
  return token.value
}

const file = (name: string) => path.join(folder, name)
const asked = ['--item', 'DEP-03', '--requirement', 'fly-toml-http-service']

test('a file that fails a check is handed in, shown with its lines, and exits 1', async () => {
  expect(await push.run([...asked, '--service', 'portal', '--environment', 'production', file('fly.toml')])).toBe(1)
  expect(printed).toMatch(/^fly\.toml: fail \(fly-toml\)\n/)
  expect(printed).toMatch(/^ {2}fly\.toml:\d+:\d+ fail fly\/port-conflict Port 443 /m)
  expect(await db().evidenceRevision.findFirstOrThrow({ orderBy: { submittedAt: 'desc' } })).toMatchObject({ service: 'portal', state: 'in_review' })
})

test('files that nothing is found in exit 0', async () => {
  expect(await push.run([...asked, file('notes.txt')])).toBe(0)
  expect(printed).toBe('notes.txt: not checked\n')
})

test('a job that is tried again hands in once; another run means it', async () => {
  vi.stubEnv('GITHUB_RUN_ID', '7')
  const handIn = () => push.run([...asked, '--service', 'once', file('notes.txt')])
  const count = () => db().evidenceRevision.count({ where: { service: 'once' } })
  await handIn()
  expect([await handIn(), await count()]).toEqual([0, 1])
  vi.stubEnv('GITHUB_RUN_ID', '8')
  expect([await handIn(), await count()]).toEqual([0, 2])
})

test.each([
  ['an item that is none', ['--item', 'NO-99', 'notes.txt'], 'item: The assessment has no such item'],
  ['a requirement that is not named', ['--item', 'DEP-03', 'notes.txt'], 'requirement: This is missing'],
  ['another assessment', ['--item', 'DEP-03', '--assessment', 'otra', 'notes.txt'], '404 not_found'],
  ['a file that is not there', ['--item', 'DEP-03', 'gone.txt'], 'gone.txt'],
  ['no item', ['notes.txt'], 'push takes --item'],
  ['no file', ['--item', 'DEP-03'], 'push takes one file'],
  ['a server that is away', [...asked, '--url', 'http://127.0.0.1:1', 'notes.txt'], 'cannot be asked'],
  ['an address that is none', [...asked, '--url', 'dictamen', 'notes.txt'], 'no address of a server'],
  ['an option that is none', [...asked, '--token', 'dct_x', 'notes.txt'], '--token'],
] as const)('%s is not taken, in words, and exits 2', async (_what, args, words) => {
  const named = args.map(one => (one.endsWith('.txt') ? file(one) : one))
  const error = await push.run([...named]).then(() => null, (thrown: Error & { exitCode?: number }) => thrown)
  expect(error?.exitCode).toBe(2)
  expect(error?.message).toContain(words)
})

test('what holds a secret is refused with its line, and taken where it is to be covered', async () => {
  await writeFile(file('ajustes.yml'), `region: dfw\nkey: AKIA${'Q3ZP7LM2NXW4T5KB'}\n`)
  await expect(push.run([...asked, file('ajustes.yml')])).rejects.toThrow('Line 2 seems to hold a secret')
  expect(await push.run([...asked, '--redact', file('ajustes.yml')])).toBe(0)
})

test('a token that was revoked is refused, in words', async () => {
  const { id, secret } = await tokenOf()
  await revokeOwnToken(devops, { token: id }, new Date())
  const kept = process.env.DICTAMEN_TOKEN
  vi.stubEnv('DICTAMEN_TOKEN', secret)
  await expect(push.run([...asked, file('notes.txt')])).rejects.toThrow('The token is not valid')
  vi.stubEnv('DICTAMEN_TOKEN', kept)
})

test('the verdict of a server is printed as that of a database, and gates alike', async () => {
  expect(await verdict.run(['grupo-gad', '--json', '--url', front.origin])).toBe(3)
  const { effective, rule, items } = JSON.parse(printed) as { effective: string; rule: string; items: unknown[] }
  expect([effective, rule, items.length > 30]).toEqual(['no_go', 'R4', true])
  printed = ''
  expect(await verdict.run(['grupo-gad'])).toBe(3)
  expect(printed).toContain('gates     DR-01 OBS-01 OBS-02')
  await expect(verdict.run(['otra'])).rejects.toThrow('404 not_found')
})
