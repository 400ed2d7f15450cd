// npm pack: what is packed is the command line, bundled, so that it runs wherever npm installs it.
import { bundleCommandLine } from './fresh-build.mjs'
import { ensureInstalled, generateClient } from './runtime.mjs'

await ensureInstalled()
generateClient()
await bundleCommandLine()
