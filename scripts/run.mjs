// node scripts/run.mjs <tool> …: runs a tool of node_modules/.bin under the project's own Node.
import { ensureInstalled, fail, run, tool } from './runtime.mjs'

const [name, ...args] = process.argv.slice(2)
if (!name) fail('usage: node scripts/run.mjs <tool> [arguments]')
await ensureInstalled()
process.exitCode = await run(tool(name), args)
