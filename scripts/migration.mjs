// npm run migration -- <name>: writes the migration that brings the database to what prisma/schema.prisma says.
import { bundle } from './bundle.mjs'
import { ensureInstalled, findNode, run } from './runtime.mjs'

await ensureInstalled()
await bundle('scripts/write-migration.ts', 'build/write-migration.mjs')
process.exitCode = await run(findNode(), ['build/write-migration.mjs', ...process.argv.slice(2)])
