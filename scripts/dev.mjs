// npm run dev: pages reload as they are edited; the server in front needs a new start.
import { bundleServer } from './fresh-build.mjs'
import { ensureInstalled, generateClient, say } from './runtime.mjs'
import { serve } from './serve.mjs'

await ensureInstalled()
generateClient()
await bundleServer()
say('starting for development')
process.exitCode = await serve({ NODE_ENV: 'development', DICTAMEN_DEV: '1' })
