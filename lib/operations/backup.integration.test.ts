import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { applyMigrations } from '@/lib/db/migrations'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import type { Storage } from '@/lib/platform/storage'
import { localStorage } from '@/lib/platform/storage-local'
import { listChainHeads, listChainStates } from '@/lib/queries/events'
import { backUp } from './backup'
import { writeCheckpoint } from './checkpoints'
import { acceptEvidence } from './evidence'
import { changeStatus } from './items'
import { restore } from './restore'
import { addPerson, handIn, importShippedAssessment } from './testing/assessment'

const now = new Date('2026-11-24T15:00:00Z')
const migrations = path.resolve('prisma/migrations')
const privateKey = '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g\n-----END PRIVATE KEY-----\n'
let source: TestDatabase
let folder: string
let files: Storage
let backup: string

beforeAll(async () => {
  source = await createTestDatabase()
  connect(source.url)
  folder = await mkdtemp(path.join(tmpdir(), 'dictamen-backup-'))
  files = localStorage(path.join(folder, 'source'))
  backup = path.join(folder, 'backup')
  await importShippedAssessment(now)
  const sre = await addPerson('sre', ['owner'], ['sre'], now)
  const reviewer = await addPerson('reviewer', ['reviewer'], [], now)
  const requirement = await db().evidenceRequirement.findFirstOrThrow({ where: { item: { code: 'OBS-02' } } })
  const revision = await handIn(sre, requirement, files, now, { text: 'a\ttab, a "quote", a \\ and ñ 👍\n' })
  await acceptEvidence(reviewer, { assessment: 'grupo-gad', revision, reason: 'a line\nand another' }, now)
  await changeStatus(sre, { assessment: 'grupo-gad', item: 'OBS-02', version: 1, status: 'done' }, now)
  await writeCheckpoint(await listChainHeads(), now, { files, privateKey })
  expect((await backUp(backup, source.url, files, now)).missing).toEqual([])
  await disconnect()
})
afterAll(async () => {
  await disconnect()
  await source.drop()
  await rm(folder, { recursive: true })
})

async function everyRow(url: string): Promise<Record<string, unknown[]>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(`SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1`)
  const all: Record<string, unknown[]> = {}
  for (const { name } of tables) all[name] = (await client.query<{ row: unknown }>(`SELECT to_jsonb(t) AS row FROM "${name}" t ORDER BY to_jsonb(t)::text`)).rows.map(({ row }) => row)
  await client.end()
  return all
}

/** A database without a table, and a store without a file. */
async function withEmptyInstance(work: (databaseUrl: string, files: Storage) => Promise<void>): Promise<void> {
  const database = await createTestDatabase({ empty: true })
  const store = await mkdtemp(path.join(tmpdir(), 'dictamen-restored-'))
  try {
    await work(database.url, localStorage(store))
  } finally {
    await disconnect()
    await database.drop()
    await rm(store, { recursive: true })
  }
}

test('a restored instance has every row, every file and every chain', async () => {
  await withEmptyInstance(async (databaseUrl, restored) => {
    const manifest = await restore(backup, { databaseUrl, migrations, files: restored })
    const before = await everyRow(source.url)
    expect(await everyRow(databaseUrl)).toEqual(before)
    expect(Object.fromEntries(manifest.tables.map(({ name, rows }) => [name, rows])))
      .toEqual(Object.fromEntries(Object.entries(before).map(([name, rows]) => [name, rows.length])))
    expect(manifest.files.length).toBeGreaterThan(0)
    for (const { sha256 } of manifest.files) {
      const [here, there] = await Promise.all([restored.read(sha256), files.read(sha256)])
      expect(here && await buffer(here)).toEqual(there && await buffer(there))
    }
    expect(await restored.readRecords('checkpoints/')).toEqual(await files.readRecords('checkpoints/'))
    connect(databaseUrl)
    expect((await listChainStates()).map(({ state }) => state)).toEqual([{ holds: true }, { holds: true }])
  })
})

test('a backup of an earlier release is brought up to this one', async () => {
  const names = (await readdir(migrations)).filter(name => /^\d/.test(name)).sort()
  const earlier = await createTestDatabase({ empty: true })
  await applyMigrations(earlier.url, migrations, names[2])
  const query = async (url: string, sql: string) => {
    const client = new pg.Client({ connectionString: url })
    await client.connect()
    return client.query<{ name: string }>(sql).finally(() => client.end())
  }
  await query(earlier.url, `INSERT INTO "Team" (key, name) VALUES ('sre', '{"es":"Confiabilidad","en":"Reliability"}')`)
  const old = path.join(folder, 'earlier')
  expect((await backUp(old, earlier.url, files, now)).manifest.migrations).toEqual(names.slice(0, 3))
  await earlier.drop()
  await withEmptyInstance(async (databaseUrl, restored) => {
    await restore(old, { databaseUrl, migrations, files: restored })
    const { rows } = await query(databaseUrl, 'SELECT migration_name AS name FROM _prisma_migrations ORDER BY 1')
    expect(rows.map(({ name }) => name)).toEqual(names)
    expect((await query(databaseUrl, `SELECT name->>'en' AS name FROM "Team"`)).rows).toEqual([{ name: 'Reliability' }])
  })
})

test('an instance that holds something is left as it is', async () => {
  const full = await createTestDatabase()
  connect(full.url)
  await addPerson('somebody', ['auditor'], [], now)
  await disconnect()
  const before = await everyRow(full.url)
  await expect(restore(backup, { databaseUrl: full.url, migrations, files })).rejects.toThrow('not empty: Session has rows')
  expect(await everyRow(full.url)).toEqual(before)
  await full.drop()
})

test.each([
  ['a table', 'database/Event.copy'],
  ['the manifest', 'manifest.json'],
])('%s that was altered is found before anything is written', async (_what, part) => {
  const file = path.join(backup, part)
  const original = await readFile(file)
  await writeFile(file, Buffer.concat([original, Buffer.from('x')]))
  await withEmptyInstance(async (databaseUrl, restored) => {
    await expect(restore(backup, { databaseUrl, migrations, files: restored })).rejects.toThrow('not as it was written')
    expect(await everyRow(databaseUrl)).toEqual({})
  })
  await writeFile(file, original)
})

test('a file that is missing, and a backup that was never finished, are refused', async () => {
  const [name = ''] = await readdir(path.join(backup, 'files'))
  const file = path.join(backup, 'files', name)
  const original = await readFile(file)
  await rm(file)
  await withEmptyInstance(async (databaseUrl, restored) => {
    await expect(restore(backup, { databaseUrl, migrations, files: restored })).rejects.toThrow(`files/${name} is missing`)
    await expect(restore(path.join(folder, 'source'), { databaseUrl, migrations, files: restored })).rejects.toThrow('holds no whole backup')
  })
  await writeFile(file, original)
})

test('a folder that holds something is not written into', async () => {
  await expect(backUp(backup, source.url, files, now)).rejects.toThrow('is not empty')
})

test('a file that rotted in the store is named, and the rest is backed up', async () => {
  const [{ sha256 } = { sha256: '' }] = (await everyRow(source.url)).EvidenceFile as { sha256: string }[]
  const stored = path.join(folder, 'source', 'objects', sha256.slice(0, 2), sha256.slice(2))
  const original = await readFile(stored)
  await writeFile(stored, 'rotten')
  const second = path.join(folder, 'second')
  const { manifest, missing } = await backUp(second, source.url, files, now)
  expect(missing).toEqual([{ sha256, name: 'proof.txt' }])
  expect(manifest.files).toEqual([])
  await writeFile(stored, original)
})
