import { afterAll, beforeAll, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import type { TokenScope } from '@/lib/domain/tokens'
import { endSessions } from '@/lib/operations/sessions'
import { addPerson } from '@/lib/operations/testing/assessment'
import { createToken, revokeOwnToken, revokeToken } from '@/lib/operations/tokens'
import { getAssessment } from '@/lib/queries/assessments'
import { getChainState, listChainStates, listEvents } from '@/lib/queries/events'
import { listTokens } from '@/lib/queries/tokens'
import { hashToken, type SignedInViewer } from '@/lib/queries/viewer'
import { CreateToken } from '@/lib/schemas/tokens'
import { startFront, type RunningFront } from './testing/running-front'

const noon = new Date('2026-11-24T15:00:00Z')
const day = 86_400_000
let now = noon
let front: RunningFront
let owner: SignedInViewer
let admin: SignedInViewer

beforeAll(async () => {
  front = await startFront(() => now)
  owner = await addPerson('sre', ['owner'], ['sre'], noon)
  admin = await addPerson('admin', ['admin'], [], noon)
})
afterAll(() => front.stop())

let made = 0

async function make(scopes: TokenScope[], viewer = owner, days = 30): Promise<{ id: string; secret: string; name: string }> {
  const name = `CI ${made += 1}`
  const result = await createToken(viewer, { name, scopes, days }, noon)
  if (!result.ok) throw new Error(result.failure.code)
  return { ...result.value, name }
}

async function ask(authorization: string | null, path = '/api/v1/assessments/grupo-gad/verdict', init: RequestInit = {}) {
  const response = await fetch(front.origin + path, { ...init, headers: { ...(authorization !== null && { authorization }), ...init.headers as Record<string, string> } })
  return {
    status: response.status, challenge: response.headers.get('www-authenticate'), headers: response.headers,
    body: await response.json().catch(() => null) as Record<string, unknown> | null,
  }
}

const declare = (secret: string, version: number) => ask(`Bearer ${secret}`, '/api/v1/assessments/grupo-gad/items/OBS-02', {
  method: 'PATCH', body: '{"status":"in_progress"}', headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
})

test('a token is kept as a hash alone, and its making and end are events of the instance', async () => {
  const { id, secret } = await make(['read'])
  expect(secret).toMatch(/^dct_[\w-]{43}$/)
  expect(await db().token.findUnique({ where: { id } })).toMatchObject({ tokenHash: hashToken(secret), scopes: ['read'], expiresAt: new Date(noon.getTime() + 30 * day) })
  const rows = JSON.stringify(await db().$queryRaw`SELECT row_to_json(t)::text FROM "Token" t`) + JSON.stringify(await db().event.findMany({ where: { chain: 'instance' } }))
  expect(rows).not.toContain(secret.slice(4))
  const revision = (await db().instance.findFirstOrThrow()).revision
  expect(await revokeOwnToken(owner, { token: id }, noon)).toEqual({ ok: true, value: null })
  expect((await db().instance.findFirstOrThrow()).revision).toBe(revision)
  expect((await db().event.findMany({ where: { subjectId: id }, orderBy: { number: 'asc' } })).map(({ verb }) => verb)).toEqual(['token.created', 'token.revoked'])
})

test('a token opens what its person may see, until its end', async () => {
  const { id, secret } = await make(['read'])
  now = new Date(noon.getTime() + 5_000)
  expect(await ask(`Bearer ${secret}`)).toMatchObject({ status: 200, body: { effective: 'no_go', rule: 'R4' } })
  expect((await db().token.findUniqueOrThrow({ where: { id } })).lastUsedAt).toEqual(now)
  now = new Date(noon.getTime() + 40_000)
  await ask(`bearer ${secret}`)
  expect((await db().token.findUniqueOrThrow({ where: { id } })).lastUsedAt).toEqual(new Date(noon.getTime() + 5_000))
  now = new Date(noon.getTime() + 30 * day)
  expect(await ask(`Bearer ${secret}`)).toMatchObject({ status: 401, challenge: 'Bearer error="invalid_token"', body: { code: 'token_invalid' } })
  now = noon
})

test.each([
  ['a forged one', `Bearer dct_${'A'.repeat(43)}`],
  ['an empty one', 'Bearer'],
  ['the name of a session', 'Bearer sre'],
  ['a hash', `Bearer ${hashToken('x')}`],
] as const)('%s opens nothing, and no cookie helps it', async (_what, authorization) => {
  const { status, challenge, body } = await ask(authorization, undefined, { headers: { cookie: 'dictamen.session=sre' } })
  expect([status, challenge, body?.code]).toEqual([401, 'Bearer error="invalid_token"', 'token_invalid'])
})

test('without a token a session opens the interface, and nobody is asked for one', async () => {
  expect(await ask(null, undefined, { headers: { cookie: 'dictamen.session=sre' } })).toMatchObject({ status: 200 })
  expect(await ask(null)).toMatchObject({ status: 401, challenge: 'Bearer', body: { code: 'signed_out' } })
  expect(await ask('Basic eA==', undefined, { headers: { cookie: 'dictamen.session=sre' } })).toMatchObject({ status: 200 })
})

test('a token opens no page and no other door', async () => {
  const { secret } = await make(['read', 'evidence', 'items'])
  const upload = await ask(`Bearer ${secret}`, '/api/uploads?assessment=grupo-gad&name=x.txt', { method: 'POST', body: 'x' })
  expect(upload).toMatchObject({ status: 401, body: { code: 'signed_out' } })
  expect(await ask(`Bearer ${secret}`, '/live?assessment=grupo-gad')).toMatchObject({ status: 401 })
})

test('a scope that a token lacks is named', async () => {
  const { secret } = await make(['read'])
  expect(await declare(secret, 1)).toMatchObject({
    status: 403, challenge: 'Bearer error="insufficient_scope", scope="items"', body: { code: 'token_scope', type: '/api-reference#token_scope' },
  })
  const other = await make(['items'])
  expect(await ask(`Bearer ${other.secret}`)).toMatchObject({ status: 403, challenge: 'Bearer error="insufficient_scope", scope="read"' })
  expect(await ask(`Bearer ${other.secret}`, '/api/v1/openapi.json')).toMatchObject({ status: 200 })
})

test('a token gives nothing that its person has not', async () => {
  const reader = await addPerson('reader', ['auditor'], [], noon)
  const { secret } = await make(['read', 'items'], reader)
  expect(await ask(`Bearer ${secret}`)).toMatchObject({ status: 200 })
  expect(await declare(secret, 1)).toMatchObject({ status: 403, body: { code: 'role' } })
  await db().user.update({ where: { id: reader.userId }, data: { roles: [] } })
  expect(await ask(`Bearer ${secret}`)).toMatchObject({ status: 401, body: { code: 'token_invalid' } })
})

test('what is done through a token names it beside its person, and the chain holds', async () => {
  const { id, secret, name } = await make(['items'])
  expect(await declare(secret, 1)).toMatchObject({ status: 200, body: { version: 2 } })
  const assessment = await getAssessment(owner, 'grupo-gad')
  if (!assessment) throw new Error('the assessment is gone')
  const [event] = await listEvents(owner, assessment, { before: null, group: null, actorId: null }, 1)
  expect(event).toMatchObject({ verb: 'item.statusChanged', actorId: owner.userId, token: name })
  const { body } = await db().event.findFirstOrThrow({ where: { chain: assessment.id, number: event?.number } })
  expect(JSON.parse(body)).toMatchObject({ actor: owner.userId, token: { id, name } })
  expect(await getChainState(assessment)).toEqual({ holds: true })
  expect((await listChainStates()).every(({ state }) => state.holds)).toBe(true)
})

test('an administrator revokes a token, and with the sessions of somebody all of theirs', async () => {
  const leaver = await addPerson('leaver', ['owner'], ['sre'], noon)
  const [one, two] = [await make(['read'], leaver), await make(['read'], leaver)]
  expect((await listTokens(admin, leaver.userId, noon)).map(({ name }) => name).sort()).toEqual([one.name, two.name].sort())
  expect(await listTokens(owner, leaver.userId, noon)).toEqual([])
  expect(await revokeToken(owner, { token: one.id }, noon)).toMatchObject({ failure: { code: 'role' } })
  expect(await revokeOwnToken(owner, { token: one.id }, noon)).toMatchObject({ failure: { code: 'not_found' } })
  expect(await revokeToken(admin, { token: one.id }, noon)).toEqual({ ok: true, value: null })
  expect((await ask(`Bearer ${one.secret}`)).status).toBe(401)
  expect((await ask(`Bearer ${two.secret}`)).status).toBe(200)
  expect(await endSessions(admin, { person: leaver.userId }, noon)).toEqual({ ok: true, value: { ended: 1 } })
  expect((await ask(`Bearer ${two.secret}`)).status).toBe(401)
})

test.each([
  ['no name', { name: ' ' }, 'name'],
  ['no scope', { scopes: [] }, 'scopes'],
  ['a scope that is none', { scopes: ['admin'] }, 'scopes.0'],
  ['no end', { days: 0 }, 'days'],
  ['an end beyond a year', { days: 366 }, 'days'],
] as const)('%s makes no token', (_what, changes, field) => {
  const parsed = CreateToken.safeParse({ name: 'CI', scopes: ['read'], days: 30, ...changes })
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([field])
})

test('two tokens that hold never have one name', async () => {
  const { id, name } = await make(['read'])
  const again = () => createToken(owner, { name, scopes: ['read'], days: 1 }, noon)
  expect(await again()).toMatchObject({ failure: { code: 'invalid_input', fields: { name: 'taken' } } })
  await revokeOwnToken(owner, { token: id }, noon)
  expect((await again()).ok).toBe(true)
})

test('a program is told how often it may ask, and when it asked too often', async () => {
  const { id, secret } = await make(['read'])
  const first = await ask(`Bearer ${secret}`)
  expect([first.headers.get('ratelimit-limit'), first.headers.get('ratelimit-remaining')]).toEqual(['600', '599'])
  expect(Number(first.headers.get('ratelimit-reset'))).toBeGreaterThan(0)
  await db().rateLimit.updateMany({ where: { subject: `api:read:token:${id}` }, data: { count: 600 } })
  const late = await ask(`Bearer ${secret}`)
  expect(late).toMatchObject({ status: 429, body: { code: 'too_many_requests', status: 429 } })
  expect([late.headers.get('ratelimit-remaining'), late.headers.get('retry-after')]).toEqual(['0', late.headers.get('ratelimit-reset')])
})

test('who tries tokens is stopped by address', async () => {
  await ask('Bearer dct_x')
  await db().rateLimit.updateMany({ where: { subject: { startsWith: 'api:read:address:' } }, data: { count: 6000 } })
  expect(await ask('Bearer dct_y')).toMatchObject({ status: 429 })
  await db().rateLimit.deleteMany()
})

test('an address that is none, and a method that is not taken, are problems too', async () => {
  const { secret } = await make(['read'])
  expect(await ask(`Bearer ${secret}`, '/api/v1/nothing')).toMatchObject({ status: 404, body: { code: 'not_found', status: 404 } })
  const wrong = await ask(`Bearer ${secret}`, '/api/v1/assessments/grupo-gad/verdict', { method: 'DELETE' })
  expect(wrong).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } })
  expect(wrong.headers.get('allow')).toBe('GET')
})

test('a problem is worded in the language that the program asks for, else in its person\'s', async () => {
  const { secret } = await make(['evidence'])
  const title = async (language?: string) => (await ask(`Bearer ${secret}`, undefined, { headers: language ? { 'accept-language': language } : {} })).body?.title
  expect([await title(), await title('en-GB')]).toEqual(['No está permitido', 'Not allowed'])
})

test('the verdict has a name by which it is not sent again', async () => {
  const { secret } = await make(['read'])
  const { headers } = await ask(`Bearer ${secret}`)
  const etag = headers.get('etag') ?? ''
  expect(etag).toMatch(/^"\d+-\d+"$/)
  expect((await ask(`Bearer ${secret}`, undefined, { headers: { 'if-none-match': etag } })).status).toBe(304)
  const { secret: writer } = await make(['items'])
  const { version } = await db().item.findFirstOrThrow({ where: { code: 'OBS-02' } })
  await ask(`Bearer ${writer}`, '/api/v1/assessments/grupo-gad/items/OBS-02', {
    method: 'PATCH', body: '{"status":"done"}', headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
  })
  expect((await ask(`Bearer ${secret}`, undefined, { headers: { 'if-none-match': etag } })).status).toBe(200)
})

test('items are read to their end part by part, and of one kind', async () => {
  const { secret } = await make(['read'])
  const codes: string[] = []
  let path: string | undefined = '/api/v1/assessments/grupo-gad/items?kind=checklist&limit=5'
  while (path) {
    const { status, body, headers } = await ask(`Bearer ${secret}`, path)
    expect(status).toBe(200)
    codes.push(...(body?.items as { code: string }[]).map(({ code }) => code))
    path = /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1]
  }
  const stored = await db().item.findMany({ where: { kind: 'checklist' }, orderBy: { position: 'asc' } })
  expect(codes).toEqual(stored.map(({ code }) => code))
  const { body } = await ask(`Bearer ${secret}`, '/api/v1/assessments/grupo-gad/items?limit=500')
  expect((body?.items as { code: string }[]).find(({ code }) => code === 'OBS-01')).toMatchObject({
    kind: 'checklist', owners: ['backend'], proven: 'unmet', failedChecks: [],
    requirements: expect.arrayContaining([expect.objectContaining({ state: 'missing', reason: 'missing' })]),
  })
})

test.each([
  ['limit=0', 400], ['limit=x', 400], ['kind=task', 400], ['cursor=NO-99', 400], ['sort=code', 400],
] as const)('items?%s is refused', async (query, status) => {
  const { secret } = await make(['read'])
  expect(await ask(`Bearer ${secret}`, `/api/v1/assessments/grupo-gad/items?${query}`)).toMatchObject({ status, body: { code: 'invalid_input' } })
})
