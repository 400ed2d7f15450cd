// npm start: from a fresh clone to a running Dictamen, with nothing but Node and npm.
import { freshBuild } from './fresh-build.mjs'
import { ensureInstalled, say } from './runtime.mjs'
import { serve } from './serve.mjs'

await ensureInstalled()
await freshBuild()
say('starting')
process.exitCode = await serve({ NODE_ENV: 'production' })
