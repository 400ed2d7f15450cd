import { generateKeyPairSync } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { eventBody, linkHash, type EventContent } from '@/lib/domain/audit-chain'
import type { Storage } from '@/lib/platform/storage'
import { localStorage } from '@/lib/platform/storage-local'
import { getAssessment } from '@/lib/queries/assessments'
import { checkpointPrefix, compareCheckpoints } from '@/lib/queries/checkpoints'
import { getChainState, listChainHeads, listChainStates, listEvents } from '@/lib/queries/events'
import { writeCheckpoint } from './checkpoints'
import { changeStatus } from './items'
import { addPerson, importShippedAssessment } from './testing/assessment'

const now = new Date('2026-11-24T15:00:00Z')
const privateKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
let database: TestDatabase
let folder: string
let files: Storage
let chain: string
/** Who got hold of the database as its superuser, and can switch its triggers off. */
let intruder: pg.Client

beforeEach(async () => {
  database = await createTestDatabase()
  connect(database.url)
  folder = await mkdtemp(path.join(tmpdir(), 'dictamen-checkpoints-'))
  files = localStorage(folder)
  await importShippedAssessment(now)
  chain = (await db().assessment.findFirstOrThrow()).id
  const sre = await addPerson('sre', ['owner'], ['sre'], now)
  for (const [index, status] of (['in_progress', 'partial', 'done', 'partial'] as const).entries())
    await changeStatus(sre, { assessment: 'grupo-gad', item: 'OBS-02', version: index + 1, status }, now)
  await writeCheckpoint(await listChainHeads(), now, { files, privateKey })
  intruder = new pg.Client({ connectionString: database.url })
  await intruder.connect()
  await intruder.query(`SET session_replication_role = 'replica'`)
})
afterEach(async () => {
  await intruder.end()
  await disconnect()
  await database.drop()
  await rm(folder, { recursive: true })
})

const walked = async () => (await listChainStates()).find(state => state.chain === chain)?.state
const compared = async () => compareCheckpoints((await files.readRecords(checkpointPrefix)).map(({ text }) => text), privateKey)

test('a chain that nobody touched holds, and its checkpoint with it, whatever follows', async () => {
  expect(await walked()).toEqual({ holds: true })
  expect(await compared()).toEqual([{ at: now.toISOString(), contradictions: [] }])
  const sre = await addPerson('sre2', ['owner'], ['sre'], now)
  expect(await changeStatus(sre, { assessment: 'grupo-gad', item: 'OBS-02', version: 5, status: 'done' }, now)).toMatchObject({ ok: true })
  expect(await compared()).toEqual([{ at: now.toISOString(), contradictions: [] }])
})

test('an event that was edited is found by the walk', async () => {
  await intruder.query(`UPDATE "Event" SET body = replace(body, '"done"', '"partial"') WHERE chain = $1 AND number = 4`, [chain])
  expect(await walked()).toEqual({ holds: false, number: 4, reason: 'edited' })
})

test('an event that was deleted is found by the walk', async () => {
  await intruder.query('DELETE FROM "Event" WHERE chain = $1 AND number = 3', [chain])
  expect(await walked()).toEqual({ holds: false, number: 3, reason: 'missing' })
})

test('events that changed places are found by the walk', async () => {
  await intruder.query('UPDATE "Event" SET number = CASE number WHEN 2 THEN 30 ELSE 20 END WHERE chain = $1 AND number IN (2, 3)', [chain])
  await intruder.query('UPDATE "Event" SET number = number / 10 WHERE chain = $1 AND number IN (20, 30)', [chain])
  expect(await walked()).toEqual({ holds: false, number: 2, reason: 'reordered' })
})

test('an event that was inserted is found by the walk', async () => {
  await intruder.query('UPDATE "Event" SET number = number + 100 WHERE chain = $1 AND number > 2', [chain])
  await intruder.query('UPDATE "Event" SET number = number - 99 WHERE chain = $1 AND number > 100', [chain])
  const { rows: [second] } = await intruder.query<{ body: string; hash: string }>('SELECT * FROM "Event" WHERE chain = $1 AND number = 2', [chain])
  const body = eventBody({ ...(JSON.parse(second?.body ?? '') as EventContent), number: 3 })
  await intruder.query(
    `INSERT INTO "Event" SELECT chain, 3, at, "actorId", verb, "subjectType", "subjectId", $2, $3 FROM "Event" WHERE chain = $1 AND number = 2`,
    [chain, body, linkHash(second?.hash ?? '', body)])
  await intruder.query('UPDATE "Assessment" SET revision = revision + 1')
  expect(await walked()).toEqual({ holds: false, number: 4, reason: 'reordered' })
})

test.each([['behind the head', 6], ['far behind it', 2_147_483_647]])(
  'an event that was inserted %s is found by the walk, and the trail does not show it', async (_, number) => {
    const auditor = await addPerson('auditor', ['auditor'], [], now)
    // The application's own role may do that much.
    await db().$executeRaw`
      INSERT INTO "Event" SELECT chain, ${number}, at, "actorId", 'item.invented', "subjectType", "subjectId", body, hash
      FROM "Event" WHERE chain = ${chain} AND number = 5`
    expect(await walked()).toEqual({ holds: false, number, reason: 'relinked' })
    const assessment = await getAssessment(auditor, 'grupo-gad')
    if (!assessment) throw new Error('no assessment')
    expect(await getChainState(assessment)).toEqual({ holds: false, number, reason: 'relinked' })
    const shown = await listEvents(auditor, assessment, { before: null, group: null, actorId: null }, 100)
    expect(shown.map(event => event.number)).toEqual([5, 4, 3, 2, 1])
  },
)

test('a tail that was cut off, head and all, is found by the checkpoint alone', async () => {
  await intruder.query('DELETE FROM "Event" WHERE chain = $1 AND number > 3', [chain])
  await intruder.query(`UPDATE "Assessment" SET revision = 3, "headHash" = (SELECT hash FROM "Event" WHERE chain = $1 AND number = 3)`, [chain])
  expect(await walked()).toEqual({ holds: true })
  expect(await compared()).toEqual([{ at: now.toISOString(), contradictions: [{ chain, number: 5, reason: 'cut_off' }] }])
})

test('a chain that was written anew from the beginning is found by the checkpoint alone', async () => {
  const { rows } = await intruder.query<{ number: number; body: string }>('SELECT number, body FROM "Event" WHERE chain = $1 ORDER BY number', [chain])
  let hash = '0'.repeat(64)
  for (const { number, body } of rows) {
    const content = JSON.parse(body) as EventContent
    const rewritten = eventBody({ ...content, after: number === 3 ? { code: 'OBS-02', declaredStatus: 'in_progress' } : content.after })
    hash = linkHash(hash, rewritten)
    await intruder.query('UPDATE "Event" SET body = $3, hash = $4 WHERE chain = $1 AND number = $2', [chain, number, rewritten, hash])
  }
  await intruder.query('UPDATE "Assessment" SET "headHash" = $1', [hash])
  expect(await walked()).toEqual({ holds: true })
  expect(await compared()).toEqual([{ at: now.toISOString(), contradictions: [{ chain, number: 5, reason: 'rewritten' }] }])
})

test('a checkpoint of another key, or one that was altered, vouches for nothing', async () => {
  const [kept] = await files.readRecords(checkpointPrefix)
  const altered = kept?.text.replace('number\\":5', 'number\\":4') ?? ''
  expect(altered).not.toBe(kept?.text)
  expect(await compareCheckpoints([altered, 'no JSON', '{"body":1}'], privateKey)).toEqual(Array(3).fill({ at: null, contradictions: null }))
})
