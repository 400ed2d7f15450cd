import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { setGroupMappings } from './group-mappings'
import { recordSignIn, type Presented } from './sign-in'

let database: TestDatabase
const now = new Date('2026-11-24T12:00:00Z')
const later = new Date('2026-11-25T12:00:00Z')

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  await db().team.create({ data: { key: 'sre', name: { es: 'SRE', en: 'SRE' } } })
  await setGroupMappings({ actorId: null, now }, [
    { group: 'owners', role: 'owner', teamKey: null },
    { group: 'sre', role: null, teamKey: 'sre' },
    { group: 'ghosts', role: null, teamKey: 'ghosts' },
    { group: 'auditors', role: 'auditor', teamKey: null },
  ])
})

afterAll(async () => {
  await disconnect()
  await database.drop()
})

const presented = (subject: string, rest: Partial<Presented> = {}): Presented => ({
  iss: 'https://id.example.org', sub: subject, name: 'Diego Herrera', email: 'diego@example.org', language: 'en',
  amr: ['otp'], acr: null, groups: ['owners', 'sre'], ...rest,
})

test('a new person gets roles and teams; their events name nobody', async () => {
  const userId = await signIn(presented('new'))
  expect(await standing(userId)).toEqual({ roles: ['owner'], teams: ['sre'] })
  expect(await db().user.findUnique({ where: { id: userId } }))
    .toMatchObject({ name: 'Diego Herrera', language: 'en', lastSignInAt: now })
  const events = await eventsOf(userId)
  expect(events.map(event => event.verb)).toEqual(['person.added', 'person.signedIn'])
  for (const { body, actorId } of events) {
    expect(body).not.toMatch(/Diego|example\.org/)
    expect(actorId).toBe(userId)
  }
})

test('a later sign-in that changes nothing moves no revision and keeps the chosen language', async () => {
  const userId = await signIn(presented('again'))
  const before = await revision()
  expect(await signIn(presented('again', { language: 'es', email: 'new@example.org' }), later)).toBe(userId)
  expect(await revision()).toBe(before)
  expect(await db().user.findUnique({ where: { id: userId } }))
    .toMatchObject({ language: 'en', email: 'new@example.org', lastSignInAt: later })
  const verbs = (await eventsOf(userId)).map(event => event.verb)
  expect(verbs).toEqual(['person.added', 'person.signedIn', 'person.signedIn'])
})

test('groups that changed change the person, which readers see', async () => {
  const userId = await signIn(presented('moved'))
  const before = await revision()
  await signIn(presented('moved', { groups: ['auditors'] }), later)
  expect(await standing(userId)).toEqual({ roles: ['auditor'], teams: [] })
  expect(await revision()).toBe(before + 1)
  const changed = (await eventsOf(userId)).find(event => event.verb === 'person.changed')
  expect(JSON.parse(changed?.body ?? '')).toMatchObject({
    before: { roles: ['owner'], teams: ['sre'] }, after: { roles: ['auditor'], teams: [], renamed: false },
  })
})

test('a new name is seen, but is in no event', async () => {
  const userId = await signIn(presented('renamed'))
  const before = await revision()
  await signIn(presented('renamed', { name: 'Diego H. Paz' }), later)
  expect(await revision()).toBe(before + 1)
  for (const { body } of await eventsOf(userId)) expect(body).not.toMatch(/Diego/)
})

test('a team that no assessment has brought yet waits', async () => {
  const userId = await signIn(presented('early', { groups: ['owners', 'ghosts'] }))
  expect(await standing(userId)).toEqual({ roles: ['owner'], teams: [] })
})

test('one subject of two issuers is two people', async () => {
  const other = presented('same', { iss: 'https://other.example.org' })
  expect(await signIn(presented('same'))).not.toBe(await signIn(other))
})

test('two first sign-ins at once make one person', async () => {
  const both = await Promise.all([signIn(presented('twice')), signIn(presented('twice'))])
  expect(new Set(both).size).toBe(1)
})

test.each([
  ['second_factor', { amr: ['pwd'] }],
  ['no_group', { groups: ['strangers'] }],
])('who is refused for %s leaves no trace', async (code, rest) => {
  const events = await db().event.count()
  expect(await recordSignIn(presented('refused', rest), now)).toEqual({ ok: false, failure: { code } })
  expect(await db().user.count({ where: { subject: 'refused' } })).toBe(0)
  expect(await db().event.count()).toBe(events)
})

async function signIn(person: Presented, at = now): Promise<string> {
  const result = await recordSignIn(person, at)
  if (!result.ok) throw new Error(result.failure.code)
  return result.value.userId
}

async function standing(userId: string) {
  const { roles, teams } = await db().user.findUniqueOrThrow({ where: { id: userId }, include: { teams: true } })
  return { roles, teams: teams.map(team => team.teamKey) }
}

async function revision(): Promise<number> {
  return (await db().instance.findUniqueOrThrow({ where: { id: 1 } })).revision
}

function eventsOf(userId: string) {
  return db().event.findMany({ where: { subjectId: userId }, orderBy: { number: 'asc' } })
}
