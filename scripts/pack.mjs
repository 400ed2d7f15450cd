// npm run package: the command line alone as a tarball, so that it runs wherever npm installs it.
import { join } from 'node:path'
import { writePackage } from './package.mjs'
import { ensureInstalled, root, run } from './runtime.mjs'

const folder = join(root, 'build', 'package')
await ensureInstalled()
await writePackage(folder)
process.exitCode = await run(process.platform === 'win32' ? 'npm.cmd' : 'npm', ['pack', folder, ...process.argv.slice(2)], { env: process.env })
