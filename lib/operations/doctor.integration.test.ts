import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import type { Storage } from '@/lib/platform/storage'
import { localStorage } from '@/lib/platform/storage-local'
import { listChainHeads } from '@/lib/queries/events'
import { writeCheckpoint } from './checkpoints'
import { examine, mend, mendable, type Inconsistency } from './doctor'
import { setGroupMappings } from './group-mappings'
import { addPerson, handIn, importShippedAssessment } from './testing/assessment'
import { receiveUpload } from './uploads'

const now = new Date()
const anHourAndMore = new Date(now.getTime() - 2 * 3_600_000)
const auditKey = '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n'
let database: TestDatabase
let folder: string
let files: Storage
let sha256: string

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  folder = await mkdtemp(path.join(tmpdir(), 'dictamen-doctor-'))
  files = localStorage(folder)
  await importShippedAssessment(now)
  await setGroupMappings({ actorId: null, now }, [{ group: 'admins', role: 'admin', teamKey: null }])
  const sre = await addPerson('sre', ['owner'], ['sre'], now)
  await handIn(sre, await db().evidenceRequirement.findFirstOrThrow({ where: { item: { code: 'OBS-02' } } }), files, now)
  sha256 = (await db().evidenceFile.findFirstOrThrow()).sha256
})
afterAll(async () => {
  await disconnect()
  await database.drop()
  await rm(folder, { recursive: true })
})

const examined = (deep = false) => examine(now, { files, auditKey, deep })
const pathOf = (hash: string) => path.join(folder, 'objects', hash.slice(0, 2), hash.slice(2))

test('an instance at work has nothing to mend', async () => {
  expect(await examined(true)).toEqual([])
})

/** What is broken and how it is put right again. */
const wounds: [Inconsistency['id'], string[], () => Promise<unknown>, () => Promise<unknown>][] = [
  ['item_without_owner', ['grupo-gad DR-01'],
    () => db().$executeRaw`CREATE TABLE kept AS SELECT o.* FROM "ItemOwner" o JOIN "Item" i ON i.id = "itemId" WHERE code = 'DR-01'`
      .then(() => db().$executeRaw`DELETE FROM "ItemOwner" WHERE "itemId" IN (SELECT "itemId" FROM kept)`),
    () => db().$executeRaw`INSERT INTO "ItemOwner" SELECT * FROM kept`],
  ['assignee_outside_team', ['grupo-gad NET-01'],
    async () => db().item.updateMany({ where: { code: 'NET-01' }, data: { assigneeId: (await db().user.findFirstOrThrow({ where: { name: 'sre' } })).id } }),
    () => db().item.updateMany({ where: { code: 'NET-01' }, data: { assigneeId: null } })],
  ['reviewer_in_team', ['grupo-gad OBS-02'],
    async () => db().item.updateMany({ where: { code: 'OBS-02' }, data: { reviewerId: (await db().user.findFirstOrThrow({ where: { name: 'sre' } })).id } }),
    () => db().item.updateMany({ where: { code: 'OBS-02' }, data: { reviewerId: null } })],
  ['policy_names_no_item', ['grupo-gad NO-99'],
    () => db().$executeRaw`UPDATE "Policy" SET body = jsonb_set(body, '{critical}', (body->'critical') || '["NO-99"]')`,
    () => db().$executeRaw`UPDATE "Policy" SET body = jsonb_set(body, '{critical}', (body->'critical') - 'NO-99')`],
  ['criticality_differs', ['grupo-gad DR-01'],
    () => db().item.updateMany({ where: { code: 'DR-01' }, data: { criticality: 'standard' } }),
    () => db().item.updateMany({ where: { code: 'DR-01' }, data: { criticality: 'gate' } })],
  ['nobody_administers', ['admin'],
    () => db().groupMapping.updateMany({ where: { group: 'admins' }, data: { role: 'auditor' } }),
    () => db().groupMapping.updateMany({ where: { group: 'admins' }, data: { role: 'admin' } })],
  ['chain_broken', ['grupo-gad: event 3 truncated'],
    () => db().$executeRaw`UPDATE "Assessment" SET revision = revision + 1`,
    () => db().$executeRaw`UPDATE "Assessment" SET revision = revision - 1`],
  ['chain_broken', ['grupo-gad: event 3 relinked'],
    () => db().$executeRaw`
      INSERT INTO "Event" SELECT chain, 3, at, "actorId", verb, "subjectType", "subjectId", body, hash
      FROM "Event" WHERE number = 2 AND chain <> 'instance'`,
    () => asSuperuser(`DELETE FROM "Event" WHERE number = 3 AND chain <> 'instance'`)],
  ['checkpoint_contradicted', [`grupo-gad: event 2 of the checkpoint of ${now.toISOString()}`],
    async () => {
      await writeCheckpoint(await listChainHeads(), now, { files, privateKey: auditKey })
      await asSuperuser(
        `CREATE TABLE "keptTail" AS SELECT * FROM "Event" WHERE number = 2 AND chain <> 'instance'`,
        `DELETE FROM "Event" WHERE number = 2 AND chain <> 'instance'`,
        `UPDATE "Assessment" a SET revision = 1, "headHash" = (SELECT hash FROM "Event" WHERE chain = a.id)`)
    },
    () => asSuperuser(
      'INSERT INTO "Event" SELECT * FROM "keptTail"',
      'UPDATE "Assessment" SET revision = 2, "headHash" = (SELECT hash FROM "keptTail")')],
  ['item_without_requirement', ['grupo-gad NET-01'],
    () => asSuperuser(
      `CREATE TABLE "keptRequirements" AS SELECT r.* FROM "EvidenceRequirement" r JOIN "Item" i ON i.id = "itemId" WHERE code = 'NET-01'`,
      'DELETE FROM "EvidenceRequirement" WHERE id IN (SELECT id FROM "keptRequirements")'),
    () => asSuperuser('INSERT INTO "EvidenceRequirement" SELECT * FROM "keptRequirements"')],
]

/** With triggers and references switched off, so that what is taken away takes nothing else with it. */
const asSuperuser = (...statements: string[]) =>
  db().$transaction([`SET LOCAL session_replication_role = 'replica'`, ...statements].map(statement => db().$executeRawUnsafe(statement)))

test.each(wounds)('%s is found and named, and left alone', async (id, of, wound, heal) => {
  await wound()
  const found = await examined()
  expect(found).toEqual([{ id, of }])
  expect(mendable).not.toContain(id)
  await mend(now, files)
  expect(await examined()).toEqual(found)
  await heal()
  expect(await examined()).toEqual([])
})

test('a file that rotted is found by looking into it, and one that is gone at once', async () => {
  await writeFile(pathOf(sha256), 'rotten')
  expect(await examined()).toEqual([])
  expect(await examined(true)).toEqual([{ id: 'file_corrupt', of: [`proof.txt (${sha256})`] }])
  await rm(pathOf(sha256))
  expect(await examined()).toEqual([{ id: 'file_missing', of: [`proof.txt (${sha256})`] }])
})

test('what nothing refers to is mended, and nothing else', async () => {
  const before = await examined()
  const orphan = await files.put(Readable.from([Buffer.from('nobody\'s')]), 100)
  await utimes(pathOf(orphan.sha256), anHourAndMore, anHourAndMore)
  const forgotten = await receiveUpload(await addPerson('forgetful', ['owner'], ['sre'], now), {
    assessmentSlug: 'grupo-gad', name: 'forgotten.txt', declaredLength: 9, stream: Readable.from([Buffer.from('forgotten')]),
  }, new Date(now.getTime() - 2 * 86_400_000), { files, limitBytes: 100 })
  if (!forgotten.ok) throw new Error(forgotten.failure.code)
  await utimes(pathOf(forgotten.value.sha256), anHourAndMore, anHourAndMore)
  await db().rateLimit.create({ data: { subject: 'old', windowStart: new Date(now.getTime() - 2 * 86_400_000), count: 1 } })
  expect((await examined()).slice(before.length)).toEqual([
    { id: 'object_without_row', of: [orphan.sha256] }, { id: 'upload_forgotten', of: ['forgotten.txt'] }, { id: 'limit_outdated', of: ['old'] },
  ])
  await mend(now, files)
  expect(await examined()).toEqual(before)
  expect(await files.storedAt(forgotten.value.sha256)).toBeNull()
})

test('a checkpoint that somebody else signed is told from one that is contradicted', async () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  await writeCheckpoint(await listChainHeads(), now, { files, privateKey: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString() })
  expect(await examined()).toContainEqual({ id: 'checkpoint_contradicted', of: ['a checkpoint is not signed by this key'] })
})
