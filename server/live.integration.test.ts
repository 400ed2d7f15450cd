import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { changeStatus } from '@/lib/operations/items'
import { createTeam } from '@/lib/operations/teams'
import { addPerson } from '@/lib/operations/testing/assessment'
import { getOverallRevision } from '@/lib/queries/instance'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { listenerName } from './revision-notices'
import { startFront, type RunningFront } from './testing/running-front'

const noon = new Date('2026-11-24T15:00:00Z')
const ofAssessment = '/live?assessment=grupo-gad'
let front: RunningFront
let sre: SignedInViewer
let admin: SignedInViewer
const leaving: AbortController[] = []

beforeAll(async () => {
  // The heartbeat and the check of the connection alone: everything else goes by the real clock.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  front = await startFront(() => noon)
  sre = await addPerson('sre', ['owner'], ['sre'], noon)
  admin = await addPerson('admin', ['admin'], [], noon)
})
afterEach(async () => {
  for (const reader of leaving.splice(0)) reader.abort()
  await vi.waitFor(() => expect(front.live.connections).toBe(0))
})
afterAll(async () => {
  await front.stop()
  vi.useRealTimers()
})

/** Opens a stream, and gives what is heard over it as it comes, and whether it has ended. */
async function listen(address: string, session = 'sre') {
  const leave = new AbortController()
  leaving.push(leave)
  const response = await fetch(front.origin + address, { headers: { cookie: `dictamen.session=${session}` }, signal: leave.signal })
  const reader = { status: response.status, text: '', ended: false, leave: () => leave.abort() }
  void (async () => {
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) reader.text += Buffer.from(chunk).toString()
  })().catch(() => undefined).finally(() => { reader.ended = true })
  return reader
}

/** A reader that takes nothing of what is written to it. */
function stalled(): ServerResponse {
  return new ServerResponse(new IncomingMessage(new Socket()))
}

const revision = async () => (await db().assessment.findFirstOrThrow()).revision

/** Says otherwise of an item than before, and gives its id. */
async function declare(): Promise<string> {
  const { id, version, declaredStatus } = await db().item.findFirstOrThrow({ where: { code: 'OBS-02' } })
  const status = declaredStatus === 'partial' ? 'in_progress' : 'partial'
  expect(await changeStatus(sre, { assessment: 'grupo-gad', item: 'OBS-02', version, status }, noon)).toMatchObject({ ok: true })
  return id
}

const addTeam = (key: string) => createTeam(admin, { key, name: { es: key, en: key } }, noon)

const listeningBackend = async () => {
  const [backend] = await db().$queryRaw<{ pid: number }[]>`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = ${listenerName}`
  if (!backend) throw new Error('nobody listens')
  return backend.pid
}

/** Announces so many changes, of 7 KB each. */
const notify = (count: number) => db().$queryRaw`
  SELECT pg_notify('revision', json_build_object('assessment', 'grupo-gad', 'revision', n, 'changes', json_build_object('said', '[]'::json, 'changed', json_build_array(repeat('x', 7000))))::text)::text
  FROM generate_series(1, ${count}::int) AS n`

test('a page that opens is told where things stand, of no assessment too', async () => {
  await declare()
  const overall = await getOverallRevision()
  const page = await listen('/live')
  await vi.waitFor(() => expect(page.text).toContain(`event: overall\ndata: {"revision":${overall}}\n`))
  expect(await addTeam('nuevo')).toMatchObject({ ok: true })
  expect(await getOverallRevision()).toBe(overall + 1)
  await declare()
  expect(await getOverallRevision()).toBe(overall + 2)

  const { revision: instance } = await db().instance.findFirstOrThrow()
  const late = await listen(`${ofAssessment}&revision=${await revision()}`)
  await vi.waitFor(() => expect(late.text).toContain(`event: instance\ndata: {"revision":${instance}}\n`))
  expect(await addTeam('otro')).toMatchObject({ ok: true })
  await vi.waitFor(() => expect(late.text).toContain(`event: instance\ndata: {"revision":${instance + 1}}\n`))
})

test('a page may ask whether it would be answered, which opens no stream', async () => {
  const ask = async (address: string, session: string) =>
    (await fetch(front.origin + address, { method: 'HEAD', headers: { cookie: `dictamen.session=${session}` } })).status
  expect(await ask(ofAssessment, 'sre')).toBe(200)
  expect(await ask('/live', 'sre')).toBe(200)
  expect(await ask('/live', 'forged')).toBe(401)
  expect(await ask('/live?assessment=none', 'sre')).toBe(404)
  expect(front.live.connections).toBe(0)
})

test('fifty pages of one session are told of changes, and another is refused in words until one of them leaves', async () => {
  const pages = await Promise.all(Array.from({ length: 50 }, () => listen(ofAssessment)))
  expect(pages.map(({ status }) => status)).toEqual(pages.map(() => 200))
  const beyond = await listen(ofAssessment)
  expect(beyond.status).toBe(429)
  await vi.waitFor(() => expect(JSON.parse(beyond.text)).toMatchObject({ code: 'too_many_pages', message: expect.stringContaining('demasiadas páginas') }))
  // Those that are open renew themselves all the same.
  expect((await fetch(front.origin + ofAssessment, { method: 'HEAD', headers: { cookie: 'dictamen.session=sre' } })).status).toBe(200)
  expect((await listen(ofAssessment, 'admin')).status).toBe(200)
  pages[0]?.leave()
  await vi.waitFor(async () => expect((await listen(ofAssessment)).status).toBe(200))
})

test('whoever takes nothing of what is written to them is given up', async () => {
  const response = stalled()
  await front.live.open(response, { slug: 'grupo-gad', session: 'stalled', holds: async () => true, standing: async () => [] })
  await notify(5)
  await vi.waitFor(() => expect(response.writableLength).toBeGreaterThan(30_000))
  expect(front.live.connections).toBe(1)
  await notify(10)
  await vi.waitFor(() => expect(front.live.connections).toBe(0))
  expect(response.destroyed).toBe(true)
})

test('nothing is written to whom a stream was ended, however long that takes', async () => {
  const response = stalled()
  const failures: unknown[] = []
  response.on('error', error => failures.push(error))
  await front.live.open(response, { slug: 'grupo-gad', session: 'leaver', holds: async () => false, standing: async () => [] })
  vi.advanceTimersByTime(20_000)
  await vi.waitFor(() => expect(response.writableEnded).toBe(true))
  const other = await listen(ofAssessment)
  await notify(1)
  await vi.waitFor(() => expect(other.text).toContain('xxx'))
  expect(failures).toEqual([])
})

test('a database that ends the connection is heard again, and open pages are told what was announced meanwhile', async () => {
  const page = await listen(`${ofAssessment}&revision=${await revision()}`)
  await vi.waitFor(() => expect(page.text).toContain('event: instance'))
  await db().$executeRaw`SELECT pg_terminate_backend(${await listeningBackend()}::int, 5000)`
  const id = await declare()
  const told = `event: revision\ndata: ${JSON.stringify({ revision: await revision(), changes: { said: [id], changed: [] } })}\n`
  await vi.waitFor(() => expect(page.text).toContain(told), { timeout: 20_000 })
  expect(page.ended).toBe(false)
})

test('a database that falls silent on the connection is noticed, and open pages are told what they missed', async () => {
  const page = await listen(`${ofAssessment}&revision=${await revision()}`)
  await vi.waitFor(() => expect(page.text).toContain('event: instance'))
  const silent = await vi.waitFor(listeningBackend, { timeout: 20_000 })
  process.kill(silent, 'SIGSTOP')
  try {
    await declare()
    const told = `event: revision\ndata: {"revision":${await revision()},`
    vi.advanceTimersByTime(15_000)
    await vi.waitFor(() => expect(page.text).toContain(told), { timeout: 20_000 })
    expect(page.ended).toBe(false)
  } finally {
    process.kill(silent, 'SIGCONT')
  }
})
