import { createHash } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { db } from '@/lib/db/client'
import { setDelegation } from '@/lib/operations/delegations'
import { revokeSession } from '@/lib/operations/sessions'
import { addPerson } from '@/lib/operations/testing/assessment'
import { takeFromLimit } from '@/lib/platform/rate-limit'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { startFront, type RunningFront } from './testing/running-front'

const noon = new Date('2026-11-24T15:00:00Z')
const minute = 60_000
let now = noon
let front: RunningFront
let admin: SignedInViewer

beforeAll(async () => {
  // The heartbeat of the live updates alone: everything else goes by the real clock.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  front = await startFront(() => now)
  admin = await addPerson('admin', ['admin'], [], noon)
})
beforeEach(() => { now = noon })
afterEach(async () => {
  await db().session.updateMany({ data: { lastSeenAt: noon } })
})
afterAll(async () => {
  await front.stop()
  vi.useRealTimers()
})

const cookieOf = (token: string) => `dictamen.session=${token}`
const after = (minutes: number) => new Date(noon.getTime() + minutes * minute)

/** The status of each door of this server, with that token. */
async function doors(token: string): Promise<Record<string, number>> {
  const headers = { cookie: cookieOf(token), origin: front.origin }
  const asked: [string, string, RequestInit][] = [
    ['change', '/api/v1/assessments/grupo-gad/items/NO-99', { method: 'PATCH', body: '{"status":"done"}', headers: { ...headers, 'content-type': 'application/json', 'if-match': '"1"' } }],
    ['upload', '/api/uploads?assessment=grupo-gad&name=x.txt', { method: 'POST', body: '', headers }],
    ['download', '/api/files/grupo-gad/00000000-0000-4000-8000-000000000000', { headers }],
    ['live', '/live?assessment=grupo-gad', { headers }],
  ]
  const answers = await Promise.all(asked.map(async ([name, path, init]) => {
    const abort = new AbortController()
    const { status } = await fetch(front.origin + path, { ...init, signal: abort.signal })
    abort.abort()
    return [name, status] as const
  }))
  return Object.fromEntries(answers)
}

const open = { change: 404, upload: 400, download: 404, live: 200 }
const closed = { change: 401, upload: 401, download: 401, live: 401 }

describe('a token', () => {
  test('that holds opens every door', async () => {
    await addPerson('holder', ['owner'], ['sre'], noon)
    expect(await doors('holder')).toEqual(open)
  })

  test.each([
    ['that nobody was given', () => 'forged'],
    ['that is empty', () => ''],
    ['that is the hash of one, as a stolen database shows it', () => createHash('sha256').update('holder').digest('hex')],
    ['that holds, with something behind it', () => 'holder%00'],
    ['that holds, in other letters', () => 'HOLDER'],
  ])('%s opens none', async (_, token) => {
    expect(await doors(token())).toEqual(closed)
  })

  test('that is sent again after its owner signed out opens none', async () => {
    const { userId, sessionHash } = await addPerson('leaver', ['owner'], ['sre'], noon)
    expect(await doors('leaver')).toEqual(open)
    await revokeSession({ actorId: userId, now: noon }, sessionHash)
    expect(await doors('leaver')).toEqual(closed)
  })

  test('that lay idle for an hour opens none, and one that was used does', async () => {
    await addPerson('idler', ['owner'], ['sre'], noon)
    now = after(59)
    expect(await doors('idler')).toEqual(open)
    now = after(118)
    expect(await doors('idler')).toEqual(open)
    now = after(118 + 61)
    expect(await doors('idler')).toEqual(closed)
  })

  test('whose twelve hours are over opens none, however much it is used', async () => {
    const { sessionHash } = await addPerson('worker', ['owner'], ['sre'], noon)
    now = after(12 * 60 - 1)
    await db().session.update({ where: { tokenHash: sessionHash }, data: { lastSeenAt: now } })
    expect(await doors('worker')).toEqual(open)
    now = after(12 * 60)
    expect(await doors('worker')).toEqual(closed)
  })
})

test('a page that is open hears that its session was ended, and its stream ends', async () => {
  const { userId, sessionHash } = await addPerson('reader', ['auditor'], [], noon)
  const response = await fetch(`${front.origin}/live?assessment=grupo-gad`, { headers: { cookie: cookieOf('reader') } })
  const heard = response.text()
  vi.advanceTimersByTime(20_000)
  await revokeSession({ actorId: userId, now: noon }, sessionHash)
  vi.advanceTimersByTime(20_000)
  expect(await heard).toMatch(/event: revision[\s\S]*event: signed-out\ndata: \{\}\n\n$/)
})

test('who stands in for an absent person writes their items until the last instant of that, and not after', async () => {
  const absent = await addPerson('absent', ['owner'], ['sre'], noon)
  const delegate = await addPerson('delegate', ['owner'], ['netops'], noon)
  const declare = async (status: string) => {
    const { version } = await db().item.findFirstOrThrow({ where: { code: 'OBS-02' } })
    const response = await fetch(`${front.origin}/api/v1/assessments/grupo-gad/items/OBS-02`, {
      method: 'PATCH', body: JSON.stringify({ status }), headers: { cookie: cookieOf('delegate'), 'content-type': 'application/json', 'if-match': `"${version}"` },
    })
    return (await response.json() as { code?: string }).code ?? response.status
  }
  expect(await declare('partial')).toBe('not_owner_team')
  expect(await setDelegation(admin, { absentId: absent.userId, delegateId: delegate.userId, from: '2026-11-24', until: '2026-11-24', reason: null }, noon)).toMatchObject({ ok: true })
  const { endsAt } = await db().delegation.findFirstOrThrow()
  await db().session.updateMany({ data: { expiresAt: new Date(endsAt.getTime() + 12 * 3_600_000) } })
  const at = async (moment: Date) => {
    now = moment
    await db().session.updateMany({ data: { lastSeenAt: moment } })
  }
  expect(await declare('partial')).toBe(200)
  await at(new Date(endsAt.getTime() - 1))
  expect(await declare('in_progress')).toBe(200)
  await at(endsAt)
  expect(await declare('done')).toBe('not_owner_team')
})

describe('a clock that jumps', () => {
  test('an hour back ends no session, and its next use does not count as long ago', async () => {
    await addPerson('traveller', ['owner'], ['sre'], noon)
    now = after(-60)
    expect(await doors('traveller')).toEqual(open)
    now = after(59)
    expect(await doors('traveller')).toEqual(open)
  })

  test('back or forward locks nobody out for longer than one window', async () => {
    const take = (moment: Date) => takeFromLimit({ subject: 'jump', limit: 1, windowSeconds: 300, now: moment })
    expect((await take(noon)).allowed).toBe(true)
    const refused = await take(noon)
    expect(refused).toMatchObject({ allowed: false })
    expect(refused.retryAfterSeconds).toBeLessThanOrEqual(300)
    expect((await take(after(-60))).allowed).toBe(true)
    expect((await take(after(60))).allowed).toBe(true)
    expect((await take(after(5))).allowed).toBe(true)
  })
})
