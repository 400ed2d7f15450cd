import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { changeStatus } from '@/lib/operations/items'
import { revokeSession } from '@/lib/operations/sessions'
import { addPerson, importShippedAssessment } from '@/lib/operations/testing/assessment'
import { permissionFingerprint, type Viewer } from '@/lib/domain/permissions'
import { completeEnvironment } from '@/lib/platform/env'
import { declareCacheable, type Cacheable } from '@/lib/platform/rendering'
import { getRequestContext } from '@/lib/queries/viewer'
import { createFront } from './front'
import { Live } from './live'
import { Metrics } from './metrics'
import { PageCache } from './page-cache'
import { cookieOf } from './request'

// 15:00 in UTC is noon in Buenos Aires, where the assessment's days end.
const noon = new Date('2026-11-24T15:00:00Z')
let now = noon
let database: TestDatabase
let live: Live
let server: http.Server
let origin: string
let rendered = 0
let declaration: Cacheable | null = { audience: 'role', until: null }
let pause = async () => {}
/** As whom the page sees its viewer, where that is not who asked. */
let seenAs: string | null = null

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  await importShippedAssessment(noon)
  for (const [name, role, team] of people) await addPerson(name, [role], team ? [team] : [], noon)
  live = new Live(database.url)
  await live.start()
  const environment = { ...completeEnvironment({ AUTH_URL: 'http://127.0.0.1', LOG_LEVEL: 'silent' }), AUTH_URL: 'http://127.0.0.1', OIDC_ISSUER: 'http://127.0.0.1:1' }
  // In the place of Next: a page that counts how often it was rendered, and declares itself as the test says.
  const render = async (request: http.IncomingMessage, response: http.ServerResponse) => {
    rendered += 1
    // As Next does: to one who is gone it answers nothing, and so never ends.
    if (response.destroyed) return
    if (declaration) declareCacheable({ ...declaration, fingerprint: seenAs ?? await fingerprintOf(request) })
    await pause()
    response.setHeader('Content-Type', request.headers.rsc ? 'text/x-component' : 'text/html; charset=utf-8')
    response.write('<!doctype html><script>first()</script>')
    response.end(`<p>rendered ${rendered}</p><script src="/x.js"></script>`)
  }
  server = http.createServer(createFront({ environment, render, cache: new PageCache(), live, metrics: new Metrics(live), staticFiles: null, clock: () => now }))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(async () => {
  await live.close()
  server.closeAllConnections()
  server.close()
  await disconnect()
  await database.drop()
})

const people = [
  ['sre', 'owner', 'sre'], ['sre2', 'owner', 'sre'], ['netops', 'owner', 'netops'], ['auditor', 'auditor', null], ['minister', 'executive', null], ['leaver', 'auditor', null],
] as const

async function fingerprintOf(request: http.IncomingMessage): Promise<string> {
  const { viewer } = await getRequestContext(cookieOf(request, 'dictamen.session'), null, now, { idleMinutes: 60 })
  return viewer ? permissionFingerprint(viewer) : ''
}

async function visit(name: string, path: string, headers: Record<string, string> = {}) {
  const response = await fetch(origin + path, { headers: { cookie: `dictamen.session=${name}`, ...headers } })
  return { cache: response.headers.get('x-page-cache'), text: await response.text(), headers: response.headers }
}

test('a page is rendered once for all of one role and team', async () => {
  const first = await visit('sre', '/grupo-gad')
  expect(first.cache).toBe('miss')
  const second = await visit('sre2', '/grupo-gad')
  expect(second).toMatchObject({ cache: 'hit', text: first.text })
})

test('what is sent from the store carries the policy of its own scripts, and nobody else keeps it', async () => {
  const { headers } = await visit('sre', '/grupo-gad')
  // printf 'first()' | openssl dgst -sha256 -binary | base64
  expect(headers.get('content-security-policy')).toContain("script-src 'self' 'sha256-fDYmfWjvur9AxjhDbjHe6RvExc05MbXhhrbgz2vvy/A='")
  expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/)
  expect(headers.get('cache-control')).toBe('private, no-store')
})

test('nobody of another team or role is served it', async () => {
  await visit('sre', '/grupo-gad/verdict')
  expect((await visit('netops', '/grupo-gad/verdict')).cache).toBe('miss')
  expect((await visit('auditor', '/grupo-gad/verdict')).cache).toBe('miss')
  expect((await visit('sre', '/grupo-gad/verdict')).cache).toBe('hit')
})

test('nobody who reads another language is served it', async () => {
  await visit('sre', '/grupo-gad/items')
  await db().user.updateMany({ where: { name: 'sre2' }, data: { language: 'en' } })
  expect((await visit('sre2', '/grupo-gad/items')).cache).toBe('miss')
  await db().user.updateMany({ where: { name: 'sre2' }, data: { language: 'es' } })
  expect((await visit('sre2', '/grupo-gad/items')).cache).toBe('hit')
})

test('after midnight of the assessment nobody is served it', async () => {
  await visit('sre', '/grupo-gad/roadmap')
  await stayingSignedInUntil('2026-11-25T02:59:59Z')
  expect((await visit('sre', '/grupo-gad/roadmap')).cache).toBe('hit')
  // In Buenos Aires the day ends at 03:00 UTC.
  await stayingSignedInUntil('2026-11-25T03:00:00Z')
  expect((await visit('sre', '/grupo-gad/roadmap')).cache).toBe('miss')
  await stayingSignedInUntil(noon.toISOString())
})

test('nor beyond the moment at which time alone changes it', async () => {
  declaration = { audience: 'role', until: new Date('2026-11-24T15:30:00Z') }
  await visit('sre', '/grupo-gad/dimensions')
  await stayingSignedInUntil('2026-11-24T15:29:59Z')
  expect((await visit('sre', '/grupo-gad/dimensions')).cache).toBe('hit')
  await stayingSignedInUntil('2026-11-24T15:30:00Z')
  expect((await visit('sre', '/grupo-gad/dimensions')).cache).toBe('miss')
  await stayingSignedInUntil(noon.toISOString())
  declaration = { audience: 'role', until: null }
})

test('a write makes it unreachable at once', async () => {
  const before = await visit('sre', '/grupo-gad')
  await declare('DR-01', 'done')
  const after = await visit('sre', '/grupo-gad')
  expect(after.cache).toBe('miss')
  expect(after.text).not.toBe(before.text)
})

test('a page that says what it concerns outlives a write of anything else, and no other', async () => {
  const { id } = await db().item.findFirstOrThrow({ where: { code: 'DR-01' } })
  declaration = { audience: 'role', until: null, concerns: { ids: [id], othersProof: true } }
  const { text } = await visit('sre', '/grupo-gad/items?c=1')
  await declare('OBS-01', 'in_progress')
  expect(await visit('sre', '/grupo-gad/items?c=1')).toMatchObject({ cache: 'hit', text })
  await declare('OBS-01', 'done')
  await declare('DR-01', 'in_progress')
  expect((await visit('sre', '/grupo-gad/items?c=1')).cache).toBe('miss')
  declaration = { audience: 'role', until: null }
})

test('a personal page is kept for that person alone', async () => {
  declaration = { audience: 'person', until: null }
  await visit('sre', '/grupo-gad/items/DR-01')
  expect((await visit('sre', '/grupo-gad/items/DR-01')).cache).toBe('hit')
  expect((await visit('sre2', '/grupo-gad/items/DR-01')).cache).toBe('miss')
  declaration = { audience: 'role', until: null }
})

test('a page that saw its viewer otherwise, since a delegation began meanwhile, is not kept', async () => {
  seenAs = 'owner/sre+netops'
  await visit('sre', '/grupo-gad/items?d=1')
  expect((await visit('sre', '/grupo-gad/items?d=1')).cache).toBe('miss')
  seenAs = null
})

test('a page that declares nothing is never kept', async () => {
  declaration = null
  await visit('sre', '/grupo-gad/events')
  expect((await visit('sre', '/grupo-gad/events')).cache).toBe('miss')
  declaration = { audience: 'role', until: null }
})

test('a revoked session is served nothing from the store, nor is a forged or idle one', async () => {
  await visit('leaver', '/grupo-gad')
  expect((await visit('leaver', '/grupo-gad')).cache).toBe('hit')
  const session = await db().session.findFirstOrThrow({ where: { user: { name: 'leaver' } } })
  await revokeSession({ actorId: session.userId, now: noon }, session.tokenHash)
  expect((await visit('leaver', '/grupo-gad')).cache).toBe('miss')
  expect((await visit('forged', '/grupo-gad')).cache).toBe('miss')

  await visit('auditor', '/grupo-gad')
  expect((await visit('auditor', '/grupo-gad')).cache).toBe('hit')
  now = new Date(noon.getTime() + 61 * 60_000)
  expect((await visit('auditor', '/grupo-gad')).cache).toBe('miss')
  now = noon
})

test('a part of a page is kept beside the whole, by the state that the browser has', async () => {
  const whole = await visit('sre', '/grupo-gad/dimensions/security')
  const part = await visit('sre', '/grupo-gad/dimensions/security', { rsc: '1', 'next-router-state-tree': 'a' })
  expect(part.cache).toBe('miss')
  expect(part.text).not.toBe(whole.text)
  expect(part.headers.get('content-type')).toBe('text/x-component')
  expect(await visit('sre2', '/grupo-gad/dimensions/security', { rsc: '1', 'next-router-state-tree': 'a' }))
    .toMatchObject({ cache: 'hit', text: part.text })
  expect((await visit('sre', '/grupo-gad/dimensions/security', { rsc: '1', 'next-router-state-tree': 'b' })).cache).toBe('miss')
  expect((await visit('netops', '/grupo-gad/dimensions/security', { rsc: '1', 'next-router-state-tree': 'a' })).cache).toBe('miss')
  expect((await visit('forged', '/grupo-gad/dimensions/security', { rsc: '1', 'next-router-state-tree': 'a' })).cache).toBe('miss')
})

test('a page for everyone is rendered once for every role, in each language', async () => {
  declaration = { audience: 'everyone', until: null }
  const { text } = await visit('sre', '/grupo-gad/verdict?for=everyone')
  expect(await visit('auditor', '/grupo-gad/verdict?for=everyone')).toMatchObject({ cache: 'hit', text })
  await db().user.updateMany({ where: { name: 'sre2' }, data: { language: 'en' } })
  expect((await visit('sre2', '/grupo-gad/verdict?for=everyone')).cache).toBe('miss')
  await db().user.updateMany({ where: { name: 'sre2' }, data: { language: 'es' } })
  declaration = { audience: 'role', until: null }
})

test('a page that differs only by what may be written is rendered once for all who write nothing', async () => {
  declaration = { audience: 'writers', until: null }
  const { text } = await visit('auditor', '/grupo-gad/items?for=writers')
  expect(await visit('minister', '/grupo-gad/items?for=writers')).toMatchObject({ cache: 'hit', text })
  const own = await visit('sre', '/grupo-gad/items?for=writers')
  expect(own.cache).toBe('miss')
  expect(await visit('sre2', '/grupo-gad/items?for=writers')).toMatchObject({ cache: 'hit', text: own.text })
  expect((await visit('netops', '/grupo-gad/items?for=writers')).cache).toBe('miss')
  declaration = { audience: 'role', until: null }
})

test.each(['everyone', 'writers'] as const)('whose last role is gone is served no page for %s', async audience => {
  declaration = { audience, until: null }
  await visit('auditor', `/grupo-gad/verdict?of=${audience}`)
  await db().user.updateMany({ where: { name: 'minister' }, data: { roles: [] } })
  expect((await visit('minister', `/grupo-gad/verdict?of=${audience}`)).cache).toBe('miss')
  await db().user.updateMany({ where: { name: 'minister' }, data: { roles: ['executive'] } })
  expect((await visit('minister', `/grupo-gad/verdict?of=${audience}`)).cache).toBe('hit')
  declaration = { audience: 'role', until: null }
})

test('who asks while it is being rendered waits for that, if it is theirs', async () => {
  pause = () => new Promise(resolve => setTimeout(resolve, 100))
  const before = rendered
  const [first, second] = await Promise.all([visit('sre', '/grupo-gad/items?w=1'), visit('sre2', '/grupo-gad/items?w=1')])
  expect(second.text).toBe(first.text)
  expect(rendered).toBe(before + 1)
  await Promise.all([visit('sre', '/grupo-gad/items?w=2'), visit('netops', '/grupo-gad/items?w=2')])
  expect(rendered).toBe(before + 3)

  declaration = { audience: 'person', until: null }
  const [own, others] = await Promise.all([visit('sre', '/grupo-gad/items?w=3'), visit('sre2', '/grupo-gad/items?w=3')])
  expect(own.text).not.toBe(others.text)

  declaration = null
  const [kept, not] = await Promise.all([visit('sre', '/grupo-gad/items?w=4'), visit('sre2', '/grupo-gad/items?w=4')])
  expect(kept.text).not.toBe(not.text)
  declaration = { audience: 'role', until: null }
  pause = async () => {}
})

test('who asks after a write shares what waits for its turn, and not what was begun before', async () => {
  const held: (() => void)[] = []
  pause = () => new Promise(resolve => { held.push(resolve) })
  // Both places are taken, so that the third waits.
  const before = rendered
  const busy = [visit('sre', '/grupo-gad/items?w=7'), visit('sre', '/grupo-gad/items?w=8')]
  await vi.waitFor(() => expect(rendered).toBe(before + 2))
  const first = visit('sre', '/grupo-gad/items?w=9')
  await new Promise(resolve => setTimeout(resolve, 50))
  await declare('OBS-02', 'in_progress')
  const later = visit('sre2', '/grupo-gad/items?w=9')
  const begunBefore = visit('sre2', '/grupo-gad/items?w=8')
  await new Promise(resolve => setTimeout(resolve, 50))
  pause = async () => {}
  for (const release of held) release()
  expect((await later).text).toBe((await first).text)
  expect((await visit('sre', '/grupo-gad/items?w=9')).cache).toBe('hit')
  expect((await begunBefore).text).not.toBe((await busy[1])?.text)
  await Promise.all(busy)
})

test('who waits for a page whose first reader goes away, or that fails, gets it all the same', async () => {
  pause = () => new Promise(resolve => setTimeout(resolve, 200))
  const leaving = new AbortController()
  const left = fetch(`${origin}/grupo-gad/items?w=5`, { headers: { cookie: 'dictamen.session=sre' }, signal: leaving.signal }).catch(() => 'left')
  await new Promise(resolve => setTimeout(resolve, 50))
  const waiting = visit('sre2', '/grupo-gad/items?w=5')
  await new Promise(resolve => setTimeout(resolve, 50))
  leaving.abort()
  expect(await left).toBe('left')
  expect((await waiting).text).toContain('rendered')

  let turn = 0
  pause = async () => {
    turn += 1
    await new Promise(resolve => setTimeout(resolve, 100))
    if (turn === 1) throw new Error('the first rendering fails')
  }
  const [failed, given] = await Promise.all([visit('sre', '/grupo-gad/items?w=6'), visit('sre2', '/grupo-gad/items?w=6')])
  expect([failed.text, given.text].filter(text => text.includes('rendered'))).toHaveLength(1)
  pause = async () => {}
})

test('who leaves while their page waits for its turn holds up nobody', async () => {
  pause = () => new Promise(resolve => setTimeout(resolve, 200))
  const leaving = new AbortController()
  const ask = (path: string, signal?: AbortSignal) =>
    fetch(`${origin}${path}`, { headers: { cookie: 'dictamen.session=sre' }, signal }).then(response => response.text(), () => 'left')
  const first = [ask('/grupo-gad/items?q=1'), ask('/grupo-gad/items?q=2')]
  await new Promise(resolve => setTimeout(resolve, 50))
  const queued = [ask('/grupo-gad/items?q=3', leaving.signal), ask('/grupo-gad/items?q=4', leaving.signal)]
  await new Promise(resolve => setTimeout(resolve, 50))
  leaving.abort()
  expect(await Promise.all(queued)).toEqual(['left', 'left'])
  for (const text of await Promise.all([...first, ask('/grupo-gad/items?q=5'), ask('/grupo-gad/items?q=3')])) expect(text).toContain('rendered')
  pause = async () => {}
})

test('a page of no assessment is told of what changes anywhere, and one of an assessment of that alone', async () => {
  const notify = (assessment: string) => () =>
    db().$executeRaw`SELECT pg_notify('revision', ${JSON.stringify({ assessment, revision: 1_000, changes: { said: [], changed: ['told'] } })})`
  expect(await heard('/live', notify('another'))).toContain('data: {"revision":1000,"changes":{"said":[],"changed":["told"]}}')
  expect(await heard('/live?assessment=grupo-gad', notify('grupo-gad'))).toContain('"told"')
  expect(await heard('/live?assessment=grupo-gad', notify('another'))).not.toContain('"told"')
  expect((await fetch(`${origin}/live?assessment=none`, { headers: { cookie: 'dictamen.session=sre' } })).status).toBe(404)
  expect((await fetch(`${origin}/live`)).status).toBe(401)
})

test('a page that opens or comes back is told what it missed since what it shows', async () => {
  const nothing = async () => {}
  const { revision } = await db().assessment.findFirstOrThrow({ where: { slug: 'grupo-gad' } })
  await declare('OBS-01', 'in_progress')
  const { id } = await db().item.findFirstOrThrow({ where: { code: 'OBS-01' } })
  const message = (said: string[] | null) =>
    `event: revision\ndata: ${JSON.stringify({ revision: revision + 1, changes: said && { said, changed: [] } })}\n`
  const address = '/live?assessment=grupo-gad'
  expect(await heard(`${address}&revision=${revision}`, nothing, message([id]))).toContain(message([id]))
  expect(await heard(`${address}&revision=${revision + 1}`, nothing, message([]))).toContain(message([]))
  // Of what cannot be, nothing is said but that it may be anything.
  for (const unknown of ['', '-1', '99999999999', 'x', '1e400'])
    expect(await heard(`${address}&revision=${unknown}`, nothing, message(null))).toContain(message(null))
})

test('a write from another origin is refused, in words', async () => {
  const response = await fetch(`${origin}/grupo-gad`, { method: 'POST', headers: { origin: 'https://evil.example.org' } })
  expect(response.status).toBe(403)
  expect(await response.json()).toMatchObject({ code: 'other_origin', requestId: expect.any(String) })
})

/** What a page is told after `cause`, up to `awaited`. */
async function heard(address: string, cause: () => Promise<unknown>, awaited = '"told"', headers = {}): Promise<string> {
  const leaving = new AbortController()
  const response = await fetch(origin + address, { headers: { cookie: 'dictamen.session=sre', ...headers }, signal: leaving.signal })
  let text = ''
  const reading = (async () => {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) text += Buffer.from(chunk).toString()
  })().catch(() => undefined)
  await cause()
  for (let turn = 0; turn < 50 && !text.includes(awaited); turn += 1) await new Promise(resolve => setTimeout(resolve, 20))
  leaving.abort()
  await reading
  return text
}

async function declare(code: string, status: 'in_progress' | 'done'): Promise<void> {
  const item = await db().item.findFirstOrThrow({ where: { code }, include: { owners: true } })
  const { id: userId } = await db().user.findFirstOrThrow({ where: { name: 'sre' } })
  const viewer: Viewer = { userId, roles: ['owner'], teams: item.owners.map(({ teamKey }) => teamKey), standsInFor: [] }
  expect(await changeStatus(viewer, { assessment: 'grupo-gad', item: code, version: item.version, status }, noon)).toMatchObject({ ok: true })
}

/** Moves the clock, with every session used just then. */
async function stayingSignedInUntil(instant: string): Promise<void> {
  now = new Date(instant)
  await db().session.updateMany({ data: { lastSeenAt: now, expiresAt: new Date(now.getTime() + 3_600_000) } })
}
