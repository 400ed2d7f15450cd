// npm run build
import { freshBuild } from './fresh-build.mjs'
import { ensureInstalled, say } from './runtime.mjs'

await ensureInstalled()
await freshBuild()
say('built')
