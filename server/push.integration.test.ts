import { once } from 'node:events'
import { readdir, readFile } from 'node:fs/promises'
import http, { type IncomingMessage } from 'node:http'
import { json } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { twoServices } from '@/lib/checks/testing/two-services'
import { db } from '@/lib/db/client'
import { addPerson } from '@/lib/operations/testing/assessment'
import { createToken } from '@/lib/operations/tokens'
import { environment } from '@/lib/platform/env'
import { sweepAnswers } from '@/lib/platform/kept-answers'
import { temporaryPrefix } from '@/lib/platform/storage-keys'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { PushedEvidence } from '@/lib/schemas/api'
import { startFront, type RunningFront } from './testing/running-front'

const path = '/api/v1/assessments/grupo-gad/evidence'
// One of two that DEP-03 asks for.
const requirement = 'fly-toml-http-service'
let front: RunningFront
let devops: SignedInViewer
let token: string

beforeAll(async () => {
  front = await startFront(() => new Date())
  devops = await addPerson('devops', ['owner'], ['devops'], new Date())
  token = await tokenOf(devops)
})
afterAll(() => front.stop())

async function tokenOf(viewer: SignedInViewer): Promise<string> {
  const made = await createToken(viewer, { name: 'CI', scopes: ['evidence'], days: 30 }, new Date())
  if (!made.ok) throw new Error(made.failure.code)
  return made.value.secret
}

type Fields = Record<string, string>
type Files = readonly (readonly [name: string, text: string])[]

function formOf(fields: Fields, files: Files): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  for (const [name, text] of files) form.append('file', new Blob([text]), name)
  return form
}

async function push(fields: Fields, files: Files, headers: Record<string, string> = {}) {
  const response = await fetch(front.origin + path, { method: 'POST', body: formOf({ requirement, ...fields }, files), headers: { authorization: `Bearer ${token}`, ...headers } })
  return { status: response.status, replayed: response.headers.get('idempotency-replayed'), body: await response.json() as Record<string, unknown> }
}

/** Sends bytes as they are; the connection stays open unless they end the request. */
async function send(body: string, headers: http.OutgoingHttpHeaders): Promise<{ status?: number; body: Record<string, unknown> }> {
  const request = http.request(front.origin + path, { method: 'POST', agent: false, headers: { authorization: `Bearer ${token}`, ...headers } })
  request.on('error', () => undefined)
  request.end(body)
  const [response] = await once(request, 'response') as [IncomingMessage]
  return { status: response.statusCode, body: await json(response) as Record<string, unknown> }
}

const counts = async () => ({ revisions: await db().evidenceRevision.count(), keys: await db().keptAnswer.count() })

test('files of a form become evidence in review, checked, and the answer says what was found', async () => {
  const { status, body } = await push({ item: 'DEP-03', service: 'portal', environment: 'production', note: 'Salida de la tubería' }, [['fly.toml', twoServices], ['notas ñ.txt', 'hola\n']])
  expect(status).toBe(201)
  const pushed = PushedEvidence.parse(body)
  expect(pushed).toMatchObject({
    number: 1, item: 'DEP-03', files: [
      { name: 'fly.toml', format: 'fly-toml', outcome: 'fail', size: twoServices.length },
      { name: 'notas ñ.txt', format: null, outcome: null, findings: [] },
    ],
  })
  expect(pushed.files[0]?.findings).toContainEqual(expect.objectContaining({ check: 'fly/port-conflict', severity: 'fail', line: 10, message: expect.stringContaining('443') }))
  const revision = await db().evidenceRevision.findUniqueOrThrow({ where: { id: pushed.revision }, include: { files: true } })
  expect(revision).toMatchObject({ submitterId: devops.userId, state: 'in_review', service: 'portal', environment: 'production', note: 'Salida de la tubería' })
  const event = await db().event.findFirstOrThrow({ where: { verb: 'evidence.submitted' }, orderBy: { number: 'desc' } })
  expect(JSON.parse(event.body)).toMatchObject({ actor: devops.userId, token: { name: 'CI' } })
})

test('what is pushed again is the next revision of the same evidence, and of another environment another evidence', async () => {
  const first = await push({ item: 'DEP-03', service: 'again', environment: 'production' }, [['a.txt', 'one\n']])
  const second = await push({ item: 'DEP-03', service: 'again', environment: 'production' }, [['a.txt', 'two\n']])
  const other = await push({ item: 'DEP-03', service: 'again', environment: 'staging' }, [['a.txt', 'two\n']])
  expect(second.body).toMatchObject({ evidence: first.body.evidence, number: 2 })
  expect(other.body.number).toBe(1)
  const named = await push({ item: 'DEP-03', service: 'again', environment: 'staging', evidence: String(first.body.evidence) }, [['a.txt', 'three\n']])
  expect(named.body).toMatchObject({ evidence: first.body.evidence, number: 3 })
})

test.each([
  ['an item that is none', { item: 'NO-99' }, [['a.txt', 'x\n']], 400, { item: expect.any(String) }],
  ['no item', {}, [['a.txt', 'x\n']], 400, { item: expect.any(String) }],
  ['a requirement that is none', { item: 'DEP-03', requirement: 'nothing' }, [['a.txt', 'x\n']], 400, { requirement: expect.any(String) }],
  ['a day that is none', { item: 'DEP-03', effectiveOn: '2026-02-30' }, [['a.txt', 'x\n']], 400, { effectiveOn: expect.any(String) }],
  ['a day to come', { item: 'DEP-03', effectiveOn: '2999-01-01' }, [['a.txt', 'x\n']], 400, { effectiveOn: expect.any(String) }],
  ['an unknown field', { item: 'DEP-03', state: 'accepted' }, [['a.txt', 'x\n']], 400, { '': expect.any(String) }],
  ['no file', { item: 'DEP-03' }, [], 400, { file: expect.any(String) }],
  ['too many files', { item: 'DEP-03' }, Array.from({ length: 21 }, (_, index) => [`${index}.txt`, 'x\n'] as const), 400, { file: expect.any(String) }],
] as const)('%s hands nothing in', async (_what, fields, files, status, wrong) => {
  const before = await counts()
  expect(await push(fields as Fields, files, { 'idempotency-key': 'refused' })).toMatchObject({ status, body: { code: 'invalid_input', fields: wrong } })
  expect(await counts()).toEqual(before)
})

test.each([
  ['an empty file', [['a.txt', '']], 400, 'empty_file'],
  ['a program by the name of a text', [['a.txt', '\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0']], 415, undefined],
  ['a text with a secret', [['fly.toml', `${twoServices}[env]\n  AWS_ACCESS_KEY_ID = "AKIA${'Q3ZP7LM2NXW4T5KB'}"\n`]], 422, 'holds_secrets'],
  ['a good file before a bad one', [['a.txt', 'x\n'], ['b.pdf', 'no pdf\n']], 415, 'wrong_type'],
] as const)('%s is refused as on a page', async (_what, files, status, code) => {
  const before = await counts()
  const answer = await push({ item: 'DEP-03' }, files)
  expect(answer.status).toBe(status)
  if (code) expect(answer.body.code).toBe(code)
  expect(await counts()).toEqual(before)
})

test('where it is asked for, secrets are covered before anything is stored, and what is sent again is known', async () => {
  const secret = `AKIA${'Q3ZP7LM2NXW4T5KB'}`
  const files = [['ajustes.yml', `region: dfw\nkey: ${secret}\n`]] as const
  const first = await push({ secrets: 'redact', item: 'DEP-03' }, files, { 'idempotency-key': 'covered' })
  expect(first.status).toBe(201)
  const { sha256, size } = await db().evidenceFile.findFirstOrThrow({ where: { revisionId: String(first.body.revision) } })
  const stored = await readFile(`${front.folder}/objects/${sha256.slice(0, 2)}/${sha256.slice(2)}`, 'utf8')
  expect(stored).toMatch(/^region: dfw\nkey: \[redacted:.*\]\n$/)
  expect(stored).toHaveLength(size)
  expect(await push({ secrets: 'redact', item: 'DEP-03' }, files, { 'idempotency-key': 'covered' })).toMatchObject({ status: 201, replayed: 'true', body: first.body })
  // What comes after the file comes too late for it.
  const late = formOf({ requirement, item: 'DEP-03' }, files)
  late.append('secrets', 'redact')
  const refused = await fetch(front.origin + path, { method: 'POST', body: late, headers: { authorization: `Bearer ${token}` } })
  expect(await refused.json()).toMatchObject({ status: 422, code: 'holds_secrets' })
  expect(await push({ secrets: 'keep', item: 'DEP-03' }, files)).toMatchObject({ status: 422 })
})

test('a file beyond the limit is refused, and nothing of it is kept', async () => {
  const kept = (await readdir(front.folder, { recursive: true })).length
  const limit = environment().UPLOAD_MAX_BYTES
  environment().UPLOAD_MAX_BYTES = 100_000
  try {
    expect(await push({ item: 'DEP-03' }, [['a.txt', 'x'.repeat(100_001)]])).toMatchObject({ status: 413, body: { code: 'too_large', detail: expect.stringContaining('0.1 MB') } })
  } finally {
    environment().UPLOAD_MAX_BYTES = limit
  }
  expect((await readdir(front.folder, { recursive: true })).length).toBe(kept)
})

test('where an item asks for one thing alone, it goes without saying', async () => {
  const push = async (code: string) => {
    const response = await fetch(front.origin + path, { method: 'POST', body: formOf({ item: code }, [['a.txt', 'x\n']]), headers: { authorization: `Bearer ${token}` } })
    return { status: response.status, body: await response.json() as unknown }
  }
  const alone = await db().item.findFirstOrThrow({
    where: { owners: { some: { teamKey: 'devops' } }, requirements: { some: {}, none: { position: { gt: 0 } } } }, include: { requirements: true },
  })
  expect(await push(alone.code)).toMatchObject({ status: 201, body: { item: alone.code, requirement: alone.requirements[0]?.key } })
  expect(await push('DEP-03')).toMatchObject({ status: 400, body: { fields: { requirement: expect.any(String) } } })
})

test('only owners of the item hand in for it, by token as by session', async () => {
  const netops = await tokenOf(await addPerson('netops', ['owner'], ['netops'], new Date()))
  expect(await push({ item: 'DEP-03' }, [['a.txt', 'x\n']], { authorization: `Bearer ${netops}` })).toMatchObject({ status: 403, body: { code: 'not_owner_team' } })
  const auditor = await tokenOf(await addPerson('auditor', ['auditor'], [], new Date()))
  expect(await push({ item: 'DEP-03' }, [['a.txt', 'x\n']], { authorization: `Bearer ${auditor}` })).toMatchObject({ status: 403, body: { code: 'role' } })
})

const part = (disposition: string, text: string) => `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${text}`
const item = part('name="item"', 'DEP-03\r\n') + part('name="requirement"', `${requirement}\r\n`)
const file = part('name="file"; filename="a.txt"', 'x\r\n')
const multipart = { 'content-type': 'multipart/form-data; boundary=b' }

test('a form that is written by hand is taken, its files before its fields', async () => {
  expect(await send(`${file}${item}--b--\r\n`, multipart)).toMatchObject({ status: 201 })
})

test.each([
  ['a form without its end', `${item}${file}`, multipart, 400, 'interrupted'],
  ['a form that ends within a file', `${item}${part('name="file"; filename="a.txt"', 'x')}`, multipart, 400, 'interrupted'],
  ['a form that ends within the name of a file', `${item}--b\r\nContent-Dispos`, multipart, 400, 'interrupted'],
  ['a file under another name', `${item}${part('name="upload"; filename="a.txt"', 'x\r\n')}--b--\r\n`, multipart, 400, 'invalid_input'],
  ['a file as a field', `${item}${part('name="file"', 'x\r\n')}--b--\r\n`, multipart, 400, 'invalid_input'],
  ['a field twice', `${item}${item}${file}--b--\r\n`, multipart, 400, 'invalid_input'],
  ['nothing at all', '', multipart, 400, 'interrupted'],
  ['JSON', '{"item":"DEP-03"}', { 'content-type': 'application/json' }, 415, 'not_multipart'],
  ['a form without a boundary', item, { 'content-type': 'multipart/form-data' }, 415, 'not_multipart'],
  ['a form whose boundary goes by another name', item, { 'content-type': 'multipart/form-data; xboundary=b' }, 415, 'not_multipart'],
  ['a form with an empty boundary', item, { 'content-type': 'multipart/form-data; boundary=""' }, 415, 'not_multipart'],
  ['no type', item, {}, 415, 'not_multipart'],
] as const)('%s hands nothing in and keeps no file', async (_what, body, headers, status, code) => {
  const before = await counts()
  expect(await send(body, headers)).toMatchObject({ status, body: { code } })
  expect(await counts()).toEqual(before)
  expect(await readdir(`${front.folder}/${temporaryPrefix}`).catch(() => [])).toEqual([])
})

test('who leaves within a file leaves nothing behind', async () => {
  const before = await counts()
  const request = http.request(front.origin + path, { method: 'POST', agent: false, headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'leaves', ...multipart } })
  request.on('error', () => undefined)
  request.write(`${item}${part('name="file"; filename="a.txt"', 'x'.repeat(200_000))}`)
  await expect.poll(() => db().keptAnswer.count({ where: { key: 'leaves' } })).toBe(1)
  request.destroy()
  await expect.poll(counts).toEqual(before)
})

test('one key does what it does once: the same again is answered alike, another is refused', async () => {
  const key = { 'idempotency-key': 'build 7' }
  const first = await push({ item: 'DEP-03', service: 'once' }, [['a.txt', 'x\n']], key)
  expect([first.status, first.replayed]).toEqual([201, null])
  const before = await counts()
  expect(await push({ item: 'DEP-03', service: 'once' }, [['a.txt', 'x\n']], key)).toEqual({ status: 201, replayed: 'true', body: first.body })
  for (const [fields, text] of [[{ item: 'DEP-03', service: 'once' }, 'y\n'], [{ item: 'DEP-03', service: 'other' }, 'x\n']] as const)
    expect(await push(fields, [['a.txt', text]], key)).toMatchObject({ status: 422, body: { code: 'idempotency_other_request' } })
  expect(await counts()).toEqual(before)
  // A key is its person's own.
  const colleague = await tokenOf(await addPerson('colleague', ['owner'], ['devops'], new Date()))
  expect(await push({ item: 'DEP-03', service: 'theirs' }, [['a.txt', 'x\n']], { ...key, authorization: `Bearer ${colleague}` })).toMatchObject({ status: 201, replayed: null })
})

test('of two with one key at the same time one is done and the other told to wait', async () => {
  const before = await counts()
  const both = await Promise.all([0, 1].map(() => push({ item: 'DEP-03', service: 'pair' }, [['a.txt', 'x\n']], { 'idempotency-key': 'pair' })))
  const statuses = both.map(({ status }) => status).sort()
  expect(statuses[0]).toBe(201)
  // The second may come when the first has just been answered.
  if (statuses[1] === 409) expect(both.find(({ status }) => status === 409)?.body.code).toBe('idempotency_under_way')
  else expect(both.filter(({ replayed }) => replayed === 'true')).toHaveLength(1)
  expect((await counts()).revisions).toBe(before.revisions + 1)
})

test('what was refused under a key may be asked again once its reason is gone', async () => {
  const key = { 'idempotency-key': 'later' }
  expect(await push({ item: 'DEP-03' }, [['b.pdf', 'no pdf\n']], key)).toMatchObject({ status: 415 })
  expect(await push({ item: 'DEP-03', service: 'later' }, [['a.txt', 'x\n']], key)).toMatchObject({ status: 201, replayed: null })
})

test('a key that nobody answered within an hour is free again, and an answer is kept for a day', async () => {
  const { userId } = devops
  const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000)
  await db().keptAnswer.create({ data: { userId, key: 'killed', createdAt: ago(0.5) } })
  expect(await push({ item: 'DEP-03', service: 'killed' }, [['a.txt', 'x\n']], { 'idempotency-key': 'killed' })).toMatchObject({ status: 409 })
  await db().keptAnswer.updateMany({ where: { key: 'killed' }, data: { createdAt: ago(1.5) } })
  expect(await push({ item: 'DEP-03', service: 'killed' }, [['a.txt', 'x\n']], { 'idempotency-key': 'killed' })).toMatchObject({ status: 201 })
  await db().keptAnswer.updateMany({ where: { key: 'killed' }, data: { createdAt: ago(25) } })
  expect(await sweepAnswers(new Date())).toBe(1)
})

test.each(['', 'ñ', 'x'.repeat(256)])('the key %j is none', async key => {
  expect(await send('', { ...multipart, 'idempotency-key': Buffer.from(key).toString('latin1') })).toMatchObject({ status: 400, body: { code: 'idempotency_key_invalid' } })
})

test('a page of another origin hands nothing in with a person\'s session', async () => {
  const response = await fetch(front.origin + path, {
    method: 'POST', body: formOf({ item: 'DEP-03' }, [['a.txt', 'x\n']]), headers: { cookie: 'dictamen.session=devops', origin: 'https://evil.example' },
  })
  expect([response.status, (await response.json() as { code: string }).code]).toEqual([403, 'other_origin'])
})
