import { parseArgs } from 'node:util'
import { backUp } from '@/lib/operations/backup'
import { storage } from '@/lib/platform/storage'
import { installedDatabaseUrl } from './database'
import { UsageError } from './usage'

/** `dictamen backup DIR`: the database and its files into a new folder; exit 1 where a file is not in the store. */
export async function run(args: string[]): Promise<number> {
  const { positionals: [folder, ...rest] } = parseArgs({ args, allowPositionals: true })
  if (folder === undefined || rest.length > 0) throw new UsageError('backup takes one folder')
  const { manifest, missing } = await backUp(folder, await installedDatabaseUrl(), storage(), new Date())
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  process.stdout.write(`${folder}: ${rows} rows, ${manifest.files.length} files, ${manifest.records.length} checkpoints\n`)
  for (const { sha256, name } of missing) process.stderr.write(`missing in the store: ${name} (${sha256})\n`)
  return missing.length > 0 ? 1 : 0
}
