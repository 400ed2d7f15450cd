import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { applyMigrations } from '@/lib/db/migrations'
import type { Storage } from '@/lib/platform/storage'
import { BackupManifest } from '@/lib/schemas/backup'

interface Target {
  databaseUrl: string
  /** The folder of this release's migrations. */
  migrations: string
  files: Storage
}

/**
 * Brings a backup into an empty instance: all of it is checked before anything is written, the rows come in one
 * transaction, and a backup of an earlier release is brought up to this one. Throws, with nothing changed in the
 * database, where a part is missing or altered, or the instance is not empty.
 */
export async function restore(folder: string, target: Target): Promise<BackupManifest> {
  const manifest = await checkedManifest(folder)
  await applyMigrations(target.databaseUrl, target.migrations, manifest.migrations.at(-1))
  const client = new pg.Client({ connectionString: target.databaseUrl })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('BEGIN')
    await requireEmpty(client, manifest)
    for (const { sha256, size } of manifest.files) await restoreFile(path.join(folder, 'files', sha256), sha256, size, target.files)
    for (const { name } of manifest.records) await target.files.writeRecord(name, await readFile(path.join(folder, 'records', name), 'utf8'))
    // The row that the first migration makes gives way to the one that was backed up.
    await client.query('DELETE FROM "Instance"')
    for (const table of await inOrder(client, manifest.tables)) await restoreTable(client, path.join(folder, 'database', `${table.name}.copy`), table)
    await client.query('COMMIT')
  } finally {
    // What is not committed goes with the connection.
    await client.end()
  }
  await applyMigrations(target.databaseUrl, target.migrations)
  return manifest
}

/** The manifest of a backup whose parts are all there and as they were written. */
async function checkedManifest(folder: string): Promise<BackupManifest> {
  const text = await readFile(path.join(folder, 'manifest.json'), 'utf8').catch(() => {
    throw new Error(`${folder} holds no whole backup: it has no manifest.json`)
  })
  const expected = await readFile(path.join(folder, 'manifest.sha256'), 'utf8').catch(() => '')
  if (createHash('sha256').update(text).digest('hex') !== expected.trim()) throw new Error('manifest.json is not as it was written')
  const manifest = BackupManifest.parse(JSON.parse(text))
  const parts = [
    ...manifest.tables.map(({ name, sha256 }) => ({ file: `database/${name}.copy`, sha256 })),
    ...manifest.files.map(({ sha256 }) => ({ file: `files/${sha256}`, sha256 })),
    ...manifest.records.map(({ name, sha256 }) => ({ file: `records/${name}`, sha256 })),
  ]
  for (const { file, sha256 } of parts)
    if (await sha256OfFile(path.join(folder, file)) !== sha256) throw new Error(`${file} is missing or not as it was written`)
  return manifest
}

async function sha256OfFile(file: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    await pipeline(createReadStream(file), hash)
    return hash.digest('hex')
  } catch {
    return null
  }
}

async function requireEmpty(client: pg.Client, { tables }: BackupManifest): Promise<void> {
  for (const { name } of tables.filter(table => table.name !== 'Instance')) {
    const { rows: [row] } = await client.query<{ full: boolean }>(`SELECT EXISTS (SELECT FROM "${name}") AS full`)
    if (row?.full) throw new Error(`the instance is not empty: ${name} has rows`)
  }
}

/** Tables so that each comes after those that it refers to. */
async function inOrder(client: pg.Client, tables: BackupManifest['tables']): Promise<BackupManifest['tables']> {
  const { rows } = await client.query<{ child: string; parent: string }>(`
    SELECT child.relname AS child, parent.relname AS parent FROM pg_constraint
    JOIN pg_class child ON child.oid = conrelid JOIN pg_class parent ON parent.oid = confrelid WHERE contype = 'f'`)
  const ordered: BackupManifest['tables'] = []
  const waiting = new Set(tables)
  while (waiting.size > 0) {
    const next = [...waiting].find(table => !rows.some(({ child, parent }) =>
      child === table.name && parent !== table.name && [...waiting].some(other => other.name === parent)))
    if (!next) throw new Error('the tables refer to each other in a circle')
    waiting.delete(next)
    ordered.push(next)
  }
  return ordered
}

async function restoreTable(client: pg.Client, file: string, { name, columns, rows }: BackupManifest['tables'][number]): Promise<void> {
  const copying = client.query(copyFrom(`COPY "${name}" (${columns.map(column => `"${column}"`).join(', ')}) FROM STDIN`))
  await pipeline(createReadStream(file), copying)
  if (copying.rowCount !== rows) throw new Error(`${name}: ${copying.rowCount} rows came in of ${rows}`)
}

async function restoreFile(file: string, sha256: string, size: number, files: Storage): Promise<void> {
  const stored = await files.put(createReadStream(file), size)
  if (stored.sha256 !== sha256) throw new Error(`files/${sha256} changed while it was read`)
}
