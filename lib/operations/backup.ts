import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Storage } from '@/lib/platform/storage'
import { checkpointPrefix } from '@/lib/queries/checkpoints'
import type { BackupManifest } from '@/lib/schemas/backup'

/** Files that rows speak of and the store does not have: what is backed up is whole but for them. */
export interface BackupOutcome {
  manifest: BackupManifest
  missing: { sha256: string; name: string }[]
}

/**
 * Writes the database, as it stood at one moment, and every file that it speaks of into `folder`, which is made and
 * must be empty. Works beside a running server. It holds all that the database holds: keep it as safe as that.
 */
export async function backUp(folder: string, databaseUrl: string, files: Storage, now: Date): Promise<BackupOutcome> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty: name a new folder`)
  const client = new pg.Client({ connectionString: databaseUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    const migrations = await migrationsOf(client)
    const tables = await copyTables(client, path.join(folder, 'database'))
    const stored = await copyFiles(client, path.join(folder, 'files'), files)
    const records = await copyRecords(path.join(folder, 'records'), files)
    const manifest: BackupManifest = {
      format: 'dictamen-backup-1', createdAt: now.toISOString(), migrations, tables, files: stored.files, records,
    }
    const text = JSON.stringify(manifest, null, 1)
    await writeFile(path.join(folder, 'manifest.json'), text, { mode: 0o600, flush: true })
    await writeFile(path.join(folder, 'manifest.sha256'), sha256Of(text), { mode: 0o600, flush: true })
    return { manifest, missing: stored.missing }
  } finally {
    await client.end()
  }
}

async function migrationsOf(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'SELECT migration_name AS name FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY migration_name')
  return rows.map(({ name }) => name)
}

async function copyTables(client: pg.Client, folder: string): Promise<BackupManifest['tables']> {
  await mkdir(folder, { mode: 0o700 })
  const { rows } = await client.query<{ name: string; columns: string[] }>(`
    SELECT table_name AS name, array_agg(column_name::text ORDER BY ordinal_position) AS columns
    FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name)
    WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'
    GROUP BY 1 ORDER BY 1`)
  const tables: BackupManifest['tables'] = []
  for (const { name, columns } of rows) {
    const copying = client.query(copyTo(`COPY "${name}" (${columns.map(column => `"${column}"`).join(', ')}) TO STDOUT`))
    const { sha256 } = await writeHashed(copying, path.join(folder, `${name}.copy`))
    tables.push({ name, columns, rows: copying.rowCount, sha256 })
  }
  return tables
}

async function copyFiles(
  client: pg.Client, folder: string, files: Storage,
): Promise<{ files: BackupManifest['files']; missing: BackupOutcome['missing'] }> {
  await mkdir(folder, { mode: 0o700 })
  const { rows } = await client.query<{ sha256: string; name: string }>(
    'SELECT sha256, min(name) AS name FROM (SELECT sha256, name FROM "EvidenceFile" UNION ALL SELECT sha256, name FROM "Upload") f GROUP BY 1 ORDER BY 1')
  const copied: BackupManifest['files'] = []
  const missing: BackupOutcome['missing'] = []
  for (const { sha256, name } of rows) {
    const stream = await files.read(sha256)
    const written = stream && await writeHashed(stream, path.join(folder, sha256))
    // What rotted in the store is as good as missing; its bytes are kept to be looked at.
    if (written?.sha256 === sha256) copied.push({ sha256, size: written.size })
    else missing.push({ sha256, name })
  }
  return { files: copied, missing }
}

async function copyRecords(folder: string, files: Storage): Promise<BackupManifest['records']> {
  const records: BackupManifest['records'] = []
  for (const { name, text } of await files.readRecords(checkpointPrefix)) {
    const file = path.join(folder, name)
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
    await writeFile(file, text, { mode: 0o600 })
    records.push({ name, sha256: sha256Of(text) })
  }
  return records
}

async function writeHashed(stream: Readable, file: string): Promise<{ sha256: string; size: number }> {
  const hash = createHash('sha256')
  let size = 0
  await pipeline(stream, async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      hash.update(chunk)
      size += chunk.byteLength
      yield chunk
    }
  }, createWriteStream(file, { mode: 0o600, flush: true }))
  return { sha256: hash.digest('hex'), size }
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
