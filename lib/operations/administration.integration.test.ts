import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { roles, type Role } from '@/lib/domain/permissions'
import { getRequestContext, hashToken, type SignedInViewer } from '@/lib/queries/viewer'
import { removeGroupMapping, setGroupMapping, setGroupMappings } from './group-mappings'
import { endSession, endSessions, startSession } from './sessions'
import { recordSignIn } from './sign-in'
import { createTeam, deleteTeam, renameTeam } from './teams'
import { addPerson, importShippedAssessment } from './testing/assessment'

let database: TestDatabase
let admin: SignedInViewer
const now = new Date('2026-11-24T12:00:00Z')

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  await importShippedAssessment(now)
  admin = await addPerson('admin', ['admin'], [], now)
  await setGroupMappings({ actorId: null, now }, [
    { group: 'admins', role: 'admin', teamKey: null },
    { group: 'owners', role: 'owner', teamKey: null },
    { group: 'sre', role: null, teamKey: 'sre' },
  ])
})

afterAll(async () => {
  await disconnect()
  await database.drop()
})

test('a session that is ended lets nobody in at the next request, and the others go on', async () => {
  const userId = await signIn('ended', ['owners'])
  for (const token of ['one', 'two', 'three'])
    await startSession({ token, userId, expiresAt: new Date(now.getTime() + 3_600_000), idToken: null, replacedToken: null }, now)
  const revision = await instanceRevision()
  expect(await endSession(admin, { session: hashToken('one') }, now)).toEqual({ ok: true, value: null })
  expect([await holds('one'), await holds('two')]).toEqual([false, true])
  expect(await endSession(admin, { session: hashToken('one') }, now)).toMatchObject({ failure: { code: 'not_found' } })
  expect(await endSessions(admin, { person: userId }, now)).toEqual({ ok: true, value: { ended: 2 } })
  expect([await holds('two'), await holds('three')]).toEqual([false, false])
  // Nothing that a page shows has changed.
  expect(await instanceRevision()).toBe(revision)
  const ended = await db().event.findMany({ where: { verb: 'session.ended', actorId: admin.userId } })
  expect(ended).toHaveLength(3)
})

test('a mapping changes people at once, by the groups of their last sign-in', async () => {
  const userId = await signIn('mapped', ['owners', 'sre', 'writers'])
  expect(await standing(userId)).toEqual({ roles: ['owner'], teams: ['sre'] })
  expect(await setGroupMapping(admin, { group: 'writers', role: 'reviewer', teamKey: 'qa' }, now)).toMatchObject({ ok: true })
  expect(await standing(userId)).toEqual({ roles: ['owner', 'reviewer'], teams: ['qa', 'sre'] })
  expect(await removeGroupMapping(admin, { group: 'writers' }, now)).toEqual({ ok: true, value: null })
  expect(await standing(userId)).toEqual({ roles: ['owner'], teams: ['sre'] })
  expect(await removeGroupMapping(admin, { group: 'writers' }, now)).toMatchObject({ failure: { code: 'not_found' } })
})

test('who is left without a role loses their sessions; who signed in before groups were kept stays', async () => {
  await setGroupMapping(admin, { group: 'guests', role: 'executive', teamKey: null }, now)
  const userId = await signIn('guest', ['guests'])
  await startSession({ token: 'guest', userId, expiresAt: new Date(now.getTime() + 3_600_000), idToken: null, replacedToken: null }, now)
  await removeGroupMapping(admin, { group: 'guests' }, now)
  expect(await holds('guest')).toBe(false)
  expect(await standing(userId)).toEqual({ roles: [], teams: [] })
  expect(await standing(admin.userId)).toEqual({ roles: ['admin'], teams: [] })
})

test('a sign-in without any mapped group takes role, teams and sessions away', async () => {
  const userId = await signIn('leaver', ['owners', 'sre'])
  await startSession({ token: 'leaver', userId, expiresAt: new Date(now.getTime() + 3_600_000), idToken: null, replacedToken: null }, now)
  expect(await recordSignIn(presented('leaver', []), now)).toMatchObject({ failure: { code: 'no_group' } })
  expect(await standing(userId)).toEqual({ roles: [], teams: [] })
  expect(await holds('leaver')).toBe(false)
})

test('the last mapping to administration neither goes nor changes', async () => {
  const locked = { failure: { code: 'last_admin_mapping' } }
  expect(await removeGroupMapping(admin, { group: 'admins' }, now)).toMatchObject(locked)
  expect(await setGroupMapping(admin, { group: 'admins', role: 'auditor', teamKey: null }, now)).toMatchObject(locked)
  expect(await db().groupMapping.findUnique({ where: { group: 'admins' } })).toMatchObject({ role: 'admin' })
  await setGroupMapping(admin, { group: 'root', role: 'admin', teamKey: null }, now)
  expect(await removeGroupMapping(admin, { group: 'admins' }, now)).toEqual({ ok: true, value: null })
})

test('an administrator keeps their own way in: a group that nobody is in is none', async () => {
  await setGroupMappings({ actorId: null, now }, [{ group: 'keepers', role: 'admin', teamKey: null }])
  const keeper: SignedInViewer = { ...admin, userId: await signIn('keeper', ['keepers', 'owners']) }
  await startSession({ token: 'keeper', userId: keeper.userId, expiresAt: new Date(now.getTime() + 3_600_000), idToken: null, replacedToken: null }, now)
  const locked = { failure: { code: 'last_admin_mapping' } }
  expect(await setGroupMapping(keeper, { group: 'kepers', role: 'admin', teamKey: null }, now)).toMatchObject({ ok: true })
  expect(await removeGroupMapping(keeper, { group: 'keepers' }, now)).toMatchObject(locked)
  expect(await setGroupMapping(keeper, { group: 'keepers', role: 'auditor', teamKey: null }, now)).toMatchObject(locked)
  expect((await standing(keeper.userId)).roles).toContain('admin')
  expect(await holds('keeper')).toBe(true)
  // Who has another way in may close this one, and the command line always.
  expect(await removeGroupMapping(admin, { group: 'keepers' }, now)).toEqual({ ok: true, value: null })
  expect(await setGroupMappings({ actorId: null, now }, [{ group: 'kepers', role: 'auditor', teamKey: null }])).toMatchObject({ ok: true })
})

test('a mapping names a team that exists', async () => {
  expect(await setGroupMapping(admin, { group: 'x', role: null, teamKey: 'nowhere' }, now))
    .toMatchObject({ failure: { fields: { teamKey: 'unknown' } } })
})

test('a team is made, joined by whom its mapping waits for, renamed, and deleted when nothing hangs on it', async () => {
  await setGroupMappings({ actorId: null, now }, [{ group: 'night', role: null, teamKey: 'night-shift' }])
  const userId = await signIn('night', ['owners', 'night'])
  const name = { es: 'Turno noche', en: 'Night shift' }
  expect(await createTeam(admin, { key: 'night-shift', name }, now)).toEqual({ ok: true, value: null })
  expect(await standing(userId)).toMatchObject({ teams: ['night-shift'] })
  expect(await createTeam(admin, { key: 'night-shift', name }, now)).toMatchObject({ failure: { fields: { key: 'taken' } } })
  const revision = await instanceRevision()
  expect(await renameTeam(admin, { key: 'night-shift', name: { ...name, en: 'Nights' } }, now)).toEqual({ ok: true, value: null })
  expect(await instanceRevision()).toBe(revision + 1)
  expect(await deleteTeam(admin, { key: 'night-shift' }, now)).toMatchObject({ failure: { code: 'team_in_use' } })
  await removeGroupMapping(admin, { group: 'night' }, now)
  expect(await deleteTeam(admin, { key: 'night-shift' }, now)).toEqual({ ok: true, value: null })
  expect(await deleteTeam(admin, { key: 'sre' }, now)).toMatchObject({ failure: { code: 'team_in_use' } })
})

test.each(roles.filter(role => role !== 'admin'))('%s changes none of it', async role => {
  const viewer = { ...admin, roles: [role] as Role[] }
  const before = await db().event.count()
  const name = { es: 'X', en: 'X' }
  const results = await Promise.all([
    endSession(viewer, { session: hashToken('admin') }, now), endSessions(viewer, { person: admin.userId }, now),
    setGroupMapping(viewer, { group: 'x', role: 'admin', teamKey: null }, now), removeGroupMapping(viewer, { group: 'owners' }, now),
    createTeam(viewer, { key: 'x', name }, now), renameTeam(viewer, { key: 'sre', name }, now), deleteTeam(viewer, { key: 'sre' }, now),
  ])
  for (const result of results) expect(result).toEqual({ ok: false, failure: { code: 'role' } })
  expect(await db().event.count()).toBe(before)
})

const presented = (subject: string, groups: string[]) => ({
  iss: 'https://id.example.org', sub: subject, name: subject, email: null, language: 'es' as const, amr: ['otp'], acr: null, groups,
})

async function signIn(subject: string, groups: string[]): Promise<string> {
  const result = await recordSignIn(presented(subject, groups), now)
  if (!result.ok) throw new Error(result.failure.code)
  return result.value.userId
}

async function standing(userId: string) {
  const { roles, teams } = await db().user.findUniqueOrThrow({ where: { id: userId }, include: { teams: { orderBy: { teamKey: 'asc' } } } })
  return { roles, teams: teams.map(team => team.teamKey) }
}

async function holds(token: string): Promise<boolean> {
  return (await getRequestContext(token, null, now, { idleMinutes: 60 })).viewer !== null
}

async function instanceRevision(): Promise<number> {
  return (await db().instance.findUniqueOrThrow({ where: { id: 1 } })).revision
}
