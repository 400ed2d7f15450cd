import { createHash, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import pg from 'pg'

interface Migration {
  name: string
  sql: string
}

interface Applied {
  migration_name: string
  checksum: string
  finished_at: Date | null
}

// The number that Prisma's own `migrate deploy` takes: the two exclude each other as well.
const lock = 72_707_369

const migrationsTable = `
  CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                  VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum            VARCHAR(64) NOT NULL,
    finished_at         TIMESTAMPTZ,
    migration_name      VARCHAR(255) NOT NULL,
    logs                TEXT,
    rolled_back_at      TIMESTAMPTZ,
    started_at          TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count INTEGER NOT NULL DEFAULT 0
  )`

/**
 * Applies the migrations in `folder` that the database lacks, up to and with `last` where one is named, and returns
 * their names.
 *
 * Each is one transaction: it is there with its record, or not at all. Replicas that start together wait for one
 * another. The record is Prisma's own, so `prisma migrate deploy` and `status` agree with it.
 */
export async function applyMigrations(connectionString: string, folder: string, last?: string): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const client = new pg.Client({ connectionString })
  // A connection that breaks rejects the query that is under way; without a listener it would also end the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(`SELECT pg_advisory_lock(${lock})`)
    await client.query(migrationsTable)
    const applied = await readApplied(client)
    checkHistory(migrations, applied)
    const names = new Set(applied.map(row => row.migration_name))
    if (last !== undefined && !migrations.some(({ name }) => name === last))
      throw new Error(`migration ${last} is not of this release: is this an older one?`)
    const pending = migrations.filter(({ name }) => !names.has(name) && (last === undefined || name <= last))
    for (const migration of pending) await apply(client, migration)
    return pending.map(migration => migration.name)
  } finally {
    // The lock goes with the connection.
    await client.end()
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter(entry => entry.isDirectory()).map(entry => entry.name).sort()
  const read = (name: string) => readFile(path.join(folder, name, 'migration.sql'), 'utf8')
  return Promise.all(names.map(async name => ({ name, sql: await read(name) })))
}

async function readApplied(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    `SELECT migration_name, checksum, finished_at FROM _prisma_migrations
     WHERE rolled_back_at IS NULL ORDER BY started_at`,
  )
  return rows
}

function checkHistory(migrations: Migration[], applied: Applied[]): void {
  const known = new Map(migrations.map(migration => [migration.name, migration.sql]))
  for (const row of applied) {
    const sql = known.get(row.migration_name)
    const problem =
      sql === undefined ? 'was applied to this database, but its file is missing: is this an older release?'
      : row.finished_at === null ? 'failed when Prisma applied it: see `prisma migrate resolve`'
      : !checksums(sql).includes(row.checksum) ? 'was edited after it was applied: restore it and write another one'
      : undefined
    if (problem) throw new Error(`migration ${row.migration_name} ${problem}`)
  }
}

async function apply(client: pg.Client, migration: Migration): Promise<void> {
  const startedAt = new Date()
  await client.query('BEGIN')
  try {
    // Whole, without parameters: the server splits it, so bodies between $$ stay as they are.
    await client.query(migration.sql)
    await client.query(
      `INSERT INTO _prisma_migrations
         (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [randomUUID(), checksum(migration.sql), migration.name, startedAt],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined)
    throw new Error(`migration ${migration.name} failed, and nothing of it was kept: ${(error as Error).message}`, {
      cause: error,
    })
  }
}

// As Prisma does, a file whose line endings alone were changed by a checkout counts as unchanged.
function checksums(sql: string): string[] {
  const unix = sql.replaceAll('\r\n', '\n')
  return [checksum(sql), checksum(unix), checksum(unix.replaceAll('\n', '\r\n'))]
}

function checksum(sql: string): string {
  return createHash('sha256').update(sql).digest('hex')
}
