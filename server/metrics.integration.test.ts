import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { addPerson, handIn, importShippedAssessment } from '@/lib/operations/testing/assessment'
import { completeEnvironment } from '@/lib/platform/env'
import { log } from '@/lib/platform/log'
import type { Storage } from '@/lib/platform/storage'
import { localStorage } from '@/lib/platform/storage-local'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { createFront, type ServerEnvironment } from './front'
import { Live } from './live'
import { Metrics } from './metrics'
import { PageCache } from './page-cache'

const now = new Date('2026-11-24T15:00:00Z')
const token = 'a-token-of-sixteen-characters'
let database: TestDatabase
let sre: SignedInViewer
let folder: string
let files: Storage
let live: Live
const servers: http.Server[] = []
let withToken: string
let without: string

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  await importShippedAssessment(now)
  sre = await addPerson('sre', ['owner'], ['sre', 'netops'], now)
  folder = await mkdtemp(path.join(tmpdir(), 'dictamen-metrics-'))
  files = localStorage(folder)
  live = new Live(database.url)
  await live.start()
  const environment = { ...completeEnvironment({ AUTH_URL: 'http://127.0.0.1', LOG_LEVEL: 'silent' }), AUTH_URL: 'http://127.0.0.1', OIDC_ISSUER: 'http://127.0.0.1:1' }
  withToken = await serve({ ...environment, METRICS_TOKEN: token })
  without = await serve({ ...environment, METRICS_TOKEN: undefined })
})
afterAll(async () => {
  await live.close()
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  await disconnect()
  await database.drop()
  await rm(folder, { recursive: true })
})

async function serve(environment: ServerEnvironment): Promise<string> {
  const render = async (_request: http.IncomingMessage, response: http.ServerResponse) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>page</p>')
  const server = http.createServer(createFront({ environment, render, cache: new PageCache(), live, metrics: new Metrics(live), staticFiles: null, clock: () => now }))
  servers.push(server)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const scrape = (origin: string, authorization?: string) =>
  fetch(`${origin}/metrics`, { headers: authorization ? { authorization } : {} })

test.each([[undefined], ['Bearer wrong'], [`Bearer ${token}x`], [`Basic ${token}`]])('nobody scrapes with %s', async authorization => {
  const response = await scrape(withToken, authorization)
  expect(response.status).toBe(401)
  expect(await response.text()).toBe('')
})

test('an installation without a token has no such page', async () => {
  expect((await scrape(without, `Bearer ${token}`)).status).toBe(404)
})

test('who has the token reads requests, errors, the verdict and the queue', async () => {
  const anHourAgo = new Date(now.getTime() - 3_600_000)
  for (const code of ['OBS-02', 'NET-01']) await handIn(sre, await db().evidenceRequirement.findFirstOrThrow({ where: { item: { code } } }), files, anHourAgo)
  await (await fetch(`${withToken}/grupo-gad/items/OBS-02?q=secret`, { headers: { cookie: 'dictamen.session=sre' } })).text()
  log.error('something failed')
  const response = await scrape(withToken, `Bearer ${token}`)
  expect(response.headers.get('content-type')).toContain('text/plain')
  const text = await response.text()
  expect(text).toMatch(/dictamen_http_request_duration_seconds_bucket\{le="10",method="GET",route="\/\[assessment\]\/items\/…",status="200",page_cache="miss"\} 1/)
  expect(text).toMatch(/dictamen_log_lines_total\{level="error"\} [1-9]/)
  expect(text).toContain('dictamen_verdict_outcome{assessment="grupo-gad",kind="effective"} 0')
  expect(text).toContain('dictamen_checklist_items{assessment="grupo-gad",status="unmet"} 13')
  expect(text).toContain('dictamen_review_queue{assessment="grupo-gad"} 2')
  expect(text).toContain('dictamen_review_oldest_seconds{assessment="grupo-gad"} 3600')
  expect(text).toContain('dictamen_database_up 1')
  expect(text).not.toContain('secret')
})

test('addresses that people make up add no series', async () => {
  for (const path of ['/a', '/b', '/grupo-gad/what', '/api/none', '/..%2f']) await (await fetch(withToken + path)).text()
  const routes = [...(await (await scrape(withToken, `Bearer ${token}`)).text()).matchAll(/_count\{method="GET",route="([^"]*)"/g)].map(([, route]) => route)
  expect([...new Set(routes)].sort()).toEqual(['/[assessment]', '/[assessment]/items/…', '/api/other', '/metrics', 'other'])
})

test('while the database takes no connection, all that does not come from it is still read', async () => {
  const name = new URL(database.url).pathname.slice(1)
  const elsewhere = new URL(database.url)
  elsewhere.pathname = '/postgres'
  const operator = new pg.Client({ connectionString: elsewhere.href })
  await operator.connect()
  await operator.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false`)
  await operator.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name])
  const away = await scrape(withToken, `Bearer ${token}`)
  await operator.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS true`)
  await operator.end()
  expect(away.status).toBe(200)
  const text = await away.text()
  expect(text).toContain('dictamen_database_up 0')
  expect(text).toMatch(/dictamen_log_lines_total\{level="error"\} [1-9]/)
  expect(text).not.toContain('{assessment="grupo-gad"')
  expect(await (await scrape(withToken, `Bearer ${token}`)).text()).toContain('dictamen_database_up 1')
})
