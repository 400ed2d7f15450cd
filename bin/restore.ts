import path from 'node:path'
import { parseArgs } from 'node:util'
import { restore } from '@/lib/operations/restore'
import { startEmbeddedPostgres } from '@/lib/platform/embedded-postgres'
import { environment } from '@/lib/platform/env'
import { storage } from '@/lib/platform/storage'
import { UsageError } from './usage'

/** `dictamen restore DIR`: a backup into an empty instance, that of `DATABASE_URL` or a new embedded one in `DATA_DIR`. */
export async function run(args: string[]): Promise<number> {
  const { positionals: [folder, ...rest] } = parseArgs({ args, allowPositionals: true })
  if (folder === undefined || rest.length > 0) throw new UsageError('restore takes one folder')
  const { DATABASE_URL, DATA_DIR } = environment()
  const own = DATABASE_URL === undefined
    ? await startEmbeddedPostgres({ folder: path.join(DATA_DIR, 'postgres'), log: line => process.stderr.write(`${line}\n`) })
    : null
  try {
    const migrations = path.resolve(import.meta.dirname, '../prisma/migrations')
    const { tables, files, createdAt } = await restore(folder, { databaseUrl: own?.url ?? DATABASE_URL ?? '', migrations, files: storage() })
    const rows = tables.reduce((sum, table) => sum + table.rows, 0)
    process.stdout.write(`restored ${rows} rows and ${files.length} files of ${createdAt}\n`)
    return 0
  } finally {
    await own?.stop()
  }
}
