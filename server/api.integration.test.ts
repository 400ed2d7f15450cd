import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { inLanguage } from '@/lib/domain/language'
import { addPerson, importShippedAssessment } from '@/lib/operations/testing/assessment'
import { createAssessment } from '@/lib/operations/testing/evidence-rows'
import { completeEnvironment } from '@/lib/platform/env'
import { createFront } from './front'
import { Live } from './live'
import { Metrics } from './metrics'
import { PageCache } from './page-cache'

const now = new Date('2026-11-24T15:00:00Z')
const address = '/api/v1/assessments/grupo-gad/items/OBS-02'
let database: TestDatabase
let live: Live
let server: http.Server
let origin: string

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  await importShippedAssessment(now)
  await addPerson('sre', ['owner'], ['sre'], now)
  await addPerson('netops', ['owner'], ['netops'], now)
  await addPerson('auditor', ['auditor'], [], now)
  await addPerson('nothing', [], [], now)
  live = new Live(database.url)
  await live.start()
  const environment = { ...completeEnvironment({ AUTH_URL: 'http://127.0.0.1', LOG_LEVEL: 'silent' }), AUTH_URL: 'http://127.0.0.1', OIDC_ISSUER: 'http://127.0.0.1:1' }
  const render = async (_request: http.IncomingMessage, response: http.ServerResponse) => void response.writeHead(404).end()
  server = http.createServer(createFront({ environment, render, cache: new PageCache(), live, metrics: new Metrics(live), staticFiles: null, clock: () => now }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  await live.close()
  server.closeAllConnections()
  server.close()
  await disconnect()
  await database.drop()
})

interface Asked {
  version?: string
  body?: string
  headers?: Record<string, string>
  path?: string
}

async function declare(name: string | null, { version = '"1"', body = '{"status":"in_progress"}', headers = {}, path = address }: Asked = {}) {
  const response = await fetch(origin + path, {
    method: 'PATCH', body,
    headers: { 'content-type': 'application/json', ...(version && { 'if-match': version }), ...(name && { cookie: `dictamen.session=${name}` }), ...headers },
  })
  return { status: response.status, etag: response.headers.get('etag'), type: response.headers.get('content-type'), body: await response.json().catch(() => null) as Record<string, unknown> }
}

const problem = (status: number, code: string) => ({
  type: `/api-reference#${code}`, title: expect.any(String), status, detail: expect.any(String), instance: expect.stringMatching(/^urn:uuid:[0-9a-f-]{36}$/), code,
})

test('who owns an item declares its status, and is told its new version', async () => {
  expect(await declare('sre')).toEqual({
    status: 200, etag: '"2"', type: 'application/json; charset=utf-8', body: { version: 2, declaredStatus: 'in_progress', dueOn: expect.any(String), assigneeId: null, reviewerId: null },
  })
})

test('whoever comes second is told what is stored, and nothing is overwritten', async () => {
  const late = await declare('sre', { body: '{"status":"done"}' })
  expect(late).toMatchObject({ status: 412, body: { code: 'conflict', current: { version: 2, declaredStatus: 'in_progress' } } })
  expect((await db().item.findFirstOrThrow({ where: { code: 'OBS-02' } })).declaredStatus).toBe('in_progress')
})

test.each([
  ['nobody', null, {}, 401, 'signed_out'],
  ['a reader by role', 'auditor', {}, 403, 'role'],
  ['another team', 'netops', { version: '"2"' }, 403, 'not_owner_team'],
  ['a page of another origin', 'sre', { headers: { origin: 'https://evil.example' } }, 403, 'other_origin'],
] as const)('%s is refused', async (_who, name, asked, status, code) => {
  expect(await declare(name, asked)).toMatchObject({ status, body: { code } })
})

test.each([
  ['no version', { version: '' }, 428, 'version_required'],
  ['a version of any kind', { version: '*' }, 428, 'version_required'],
  ['a form', { headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 400, 'not_json'],
  ['half a body', { body: '{"status":' }, 400, 'not_json'],
  ['a list', { body: '["done"]' }, 400, 'not_json'],
  ['a body without an end', { body: `{"status":"${'x'.repeat(70_000)}"}` }, 400, 'not_json'],
  ['an operator', { body: '{"status":{"not":"done"}}' }, 400, 'invalid_input'],
  ['a field too many', { body: '{"status":"done","version":1,"dueOn":"2030-01-01"}' }, 400, 'invalid_input'],
  ['an item that is none', { path: '/api/v1/assessments/grupo-gad/items/..%2f..%2fx' }, 400, 'invalid_input'],
  ['an item that does not exist', { path: '/api/v1/assessments/grupo-gad/items/NO-99' }, 404, 'not_found'],
  ['another assessment', { path: '/api/v1/assessments/otra/items/OBS-02' }, 404, 'not_found'],
] as const)('%s changes nothing', async (_what, asked, status, code) => {
  const before = await db().assessment.findFirstOrThrow()
  expect(await declare('sre', { version: '"2"', ...asked })).toMatchObject({ status, type: 'application/problem+json; charset=utf-8', body: problem(status, code) })
  expect((await db().assessment.findFirstOrThrow()).revision).toBe(before.revision)
})

const read = async (name: string | null, path: string) => {
  const response = await fetch(origin + path, { headers: name ? { cookie: `dictamen.session=${name}` } : {} })
  return { status: response.status, body: await response.json() as { code?: string; leftOut?: boolean; destinations?: { kind: string; code?: string; label: string; href?: string; of?: string }[] } }
}

test('the palette of an assessment leads to all of its items and tasks, to its pages, and to nothing that is refused', async () => {
  const { status, body } = await read('auditor', '/api/v1/assessments/grupo-gad/destinations')
  expect(status).toBe(200)
  const codes = (kind: string) => body.destinations?.filter(one => one.kind === kind).map(({ code }) => code).sort()
  const rows = (found: { code: string }[]) => found.map(({ code }) => code).sort()
  expect(codes('item')).toEqual(rows(await db().item.findMany()))
  expect(codes('task')).toEqual(rows(await db().task.findMany()))
  const addresses = body.destinations?.map(({ href }) => href)
  expect(addresses).toEqual(expect.arrayContaining(['/grupo-gad', '/grupo-gad/settings', '/admin', '/account']))
  expect(addresses).not.toContain('/new')
  expect(addresses).not.toContain('/grupo-gad/items/import')
})

test('outside an assessment it leads to pages of the instance and into every assessment, by its title', async () => {
  const { body } = await read('sre', '/api/v1/destinations')
  expect(new Set(body.destinations?.map(({ kind }) => kind))).toEqual(new Set(['page', 'action', 'assessment', 'item', 'task', 'dimension']))
  const { title } = await db().assessment.findUniqueOrThrow({ where: { slug: 'grupo-gad' } })
  expect(body.destinations?.find(({ code }) => code === 'OBS-01')).toMatchObject({
    href: '/grupo-gad/items/OBS-01', of: inLanguage(title, 'es'),
  })
  expect(body.leftOut).toBe(false)
  expect(body.destinations?.map(({ href }) => href)).toContain('/api-reference')
})

test('an assessment that holds too much is left out as a whole, and said to be', async () => {
  const { id } = await createAssessment('grande')
  await db().$executeRaw`
    INSERT INTO "Item" (id, "assessmentId", "dimensionId", code, kind, position, category, requirement, criterion, criticality, "declaredStatus", source, details, "dueOn")
    SELECT 'large-' || n, "assessmentId", "dimensionId", 'LRG-' || n, kind, n, category, requirement, criterion, criticality, 'not_started', source, details, NULL
    FROM "Item" CROSS JOIN generate_series(1, 5000) n WHERE "assessmentId" = ${id}`
  const { body } = await read('sre', '/api/v1/destinations')
  expect(body.leftOut).toBe(true)
  expect(body.destinations?.some(({ href }) => href?.startsWith('/grande/'))).toBe(false)
  expect(body.destinations?.some(({ href }) => href === '/grupo-gad/items/OBS-01')).toBe(true)
  const inside = await read('sre', '/api/v1/assessments/grande/destinations')
  expect(inside.body).toMatchObject({ leftOut: false })
  expect(inside.body.destinations?.filter(({ kind }) => kind === 'item')).toHaveLength(5_001)
})

test('people are offered to those who read the administration, and to nobody else', async () => {
  const people = async (name: string) => (await read(name, '/api/v1/destinations')).body.destinations?.filter(({ kind }) => kind === 'person')
  const { id } = await db().user.findFirstOrThrow({ where: { name: 'sre' } })
  expect(await people('auditor')).toContainEqual({ kind: 'person', label: 'sre', href: `/admin/people/${id}` })
  expect(await people('sre')).toEqual([])
})

test.each([
  ['nobody', null, 'grupo-gad', 401, 'signed_out'],
  ['somebody without a role', 'nothing', 'grupo-gad', 403, 'role'],
  ['an assessment that does not exist', 'sre', 'otra', 404, 'not_found'],
  ['an address that is none', 'sre', 'NO..uno', 404, 'not_found'],
] as const)('the palette answers %s with a refusal', async (_what, name, slug, status, code) => {
  expect(await read(name, `/api/v1/assessments/${slug}/destinations`)).toMatchObject({ status, body: { code } })
})
