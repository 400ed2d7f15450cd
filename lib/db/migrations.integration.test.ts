import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applyMigrations } from './migrations'
import { createTestDatabase, type TestDatabase } from './testing/database'

let database: TestDatabase
let folder: string

beforeEach(async () => {
  database = await createTestDatabase({ empty: true })
  folder = await mkdtemp(path.join(tmpdir(), 'dictamen-migrations-'))
})

afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

describe('applyMigrations', () => {
  test('applies each once, in order of name, and records it as Prisma does', async () => {
    await write('2_fill', 'INSERT INTO a VALUES (1)')
    await write('1_table', 'CREATE TABLE a (n int)')
    expect(await applyMigrations(database.url, folder)).toEqual(['1_table', '2_fill'])
    expect(await applyMigrations(database.url, folder)).toEqual([])
    expect(await rows('SELECT n FROM a')).toEqual([{ n: 1 }])
    const recorded = await rows(`
      SELECT migration_name, checksum, applied_steps_count, rolled_back_at, finished_at >= started_at AS ordered
      FROM _prisma_migrations ORDER BY migration_name`)
    expect(recorded[0]).toEqual({
      migration_name: '1_table',
      // sha256sum of the file
      checksum: '735852939c534ffa1e33bdc1fea8221666a4f7608bee6589f84057f6313ee855',
      applied_steps_count: 1,
      rolled_back_at: null,
      ordered: true,
    })
  })

  test('two replicas that start together apply an empty database once', async () => {
    for (const n of [0, 1, 2, 3, 4]) await write(`${n}_table`, `CREATE TABLE t${n} (n int); SELECT pg_sleep(0.02)`)
    const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(database.url, folder)))
    expect(applied.map(names => names.length).sort()).toEqual([0, 0, 5])
    expect(await rows('SELECT count(*)::int FROM _prisma_migrations')).toEqual([{ count: 5 }])
  })

  test('keeps bodies between $$ whole', async () => {
    await write('1_function', 'CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END; $$;')
    await applyMigrations(database.url, folder)
    expect(await rows('SELECT f()')).toEqual([{ f: 1 }])
  })

  test('a migration that fails leaves nothing, and the one before it stays', async () => {
    await write('1_good', 'CREATE TABLE good (n int)')
    await write('2_bad', 'CREATE TABLE half (n int); SELECT 1/0')
    await expect(applyMigrations(database.url, folder)).rejects.toThrow('migration 2_bad failed')
    expect(await rows(`SELECT to_regclass('good') IS NOT NULL AS good, to_regclass('half') AS half`)).toEqual([
      { good: true, half: null },
    ])
    expect(await rows('SELECT migration_name FROM _prisma_migrations')).toEqual([{ migration_name: '1_good' }])

    await write('2_bad', 'CREATE TABLE half (n int)')
    expect(await applyMigrations(database.url, folder)).toEqual(['2_bad'])
  })

  test('refuses a file that was edited after it was applied, and takes changed line endings', async () => {
    await write('1_table', 'CREATE TABLE a (\n  n int\n)')
    await applyMigrations(database.url, folder)
    await write('1_table', 'CREATE TABLE a (\r\n  n int\r\n)')
    expect(await applyMigrations(database.url, folder)).toEqual([])
    await write('1_table', 'CREATE TABLE a (\n  n bigint\n)')
    await write('2_table', 'CREATE TABLE b (n int)')
    await expect(applyMigrations(database.url, folder)).rejects.toThrow('migration 1_table was edited')
    expect(await rows(`SELECT to_regclass('b') AS b`)).toEqual([{ b: null }])
  })

  test('refuses a database that knows a migration whose file is missing', async () => {
    await write('1_table', 'CREATE TABLE a (n int)')
    await applyMigrations(database.url, folder)
    await rm(path.join(folder, '1_table'), { recursive: true })
    await expect(applyMigrations(database.url, folder)).rejects.toThrow('migration 1_table was applied')
  })
})

async function write(name: string, sql: string): Promise<void> {
  await mkdir(path.join(folder, name), { recursive: true })
  await writeFile(path.join(folder, name, 'migration.sql'), sql)
}

async function rows(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  return client.query(sql).then(result => result.rows).finally(() => client.end())
}
