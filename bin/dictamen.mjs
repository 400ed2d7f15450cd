#!/usr/bin/env node
// Runs the command line under the project's own Node, whatever Node was asked to start it.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { ensureInstalled, findNode, root, run } from '../scripts/runtime.mjs'

const bundled = join(root, 'build', 'dictamen.mjs')
if (!existsSync(bundled)) {
  const { bundleCommandLine } = await import('../scripts/fresh-build.mjs')
  await ensureInstalled()
  await bundleCommandLine()
}
const args = ['--enable-source-maps', bundled, ...process.argv.slice(2)]
process.exitCode = await run(findNode(), args, { cwd: process.cwd(), env: process.env })
