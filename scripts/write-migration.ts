import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { applyMigrations } from '@/lib/db/migrations'
import { schemaDiff } from './schema-diff'
import { startScratchPostgres } from './scratch-postgres'

const folder = path.resolve('prisma/migrations')
const lockFile = '# Kept by Prisma: names the database that the migrations are written for.\nprovider = "postgresql"\n'

async function writeMigration(name: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'migration_lock.toml'), lockFile)
  const scratch = await startScratchPostgres()
  try {
    await applyMigrations(scratch.url, folder)
    const { forward } = await schemaDiff(scratch.url, path.resolve('prisma/schema.prisma'))
    if (!forward) return 'the migrations already say what prisma/schema.prisma says: nothing written'
    const timestamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14)
    const file = path.join(folder, `${timestamp}_${name}`, 'migration.sql')
    await mkdir(path.dirname(file))
    await writeFile(file, forward)
    return `written: ${path.relative('.', file)}`
  } finally {
    await scratch.stop()
  }
}

const [name = ''] = process.argv.slice(2)
if (/^[a-z0-9_]+$/.test(name)) {
  console.log(await writeMigration(name))
} else {
  console.error('usage: npm run migration -- <name>, of small letters, digits and underscores')
  process.exitCode = 1
}
