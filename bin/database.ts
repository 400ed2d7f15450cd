import path from 'node:path'
import { readFile } from 'node:fs/promises'
import { connect, disconnect } from '@/lib/db/client'
import { environment } from '@/lib/platform/env'

/** Address of this installation's database: `DATABASE_URL`, or the embedded one of `DATA_DIR` while Dictamen runs. */
export async function installedDatabaseUrl(): Promise<string> {
  const { DATABASE_URL, DATA_DIR } = environment()
  const url = DATABASE_URL ?? (await readFile(path.join(DATA_DIR, 'database-url'), 'utf8').catch(() => null))
  if (url === null) throw new Error('no database: set DATABASE_URL, or start Dictamen first')
  return url
}

/** Runs `work` on the database of this installation. Ends the connections afterwards. */
export async function withDatabase<T>(work: () => Promise<T>): Promise<T> {
  connect(await installedDatabaseUrl())
  try {
    return await work()
  } finally {
    await disconnect()
  }
}
