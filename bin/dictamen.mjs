#!/usr/bin/env node
// Runs the command line: on this Node where it is new enough, else on the one that npm installed.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isNewEnough, root } from '../scripts/find-node.mjs'

const bundled = join(root, 'build', 'dictamen.mjs')
if (!existsSync(bundled)) {
  const [{ bundleCommandLine }, { ensureInstalled }] = await Promise.all([import('../scripts/fresh-build.mjs'), import('../scripts/runtime.mjs')])
  await ensureInstalled()
  await bundleCommandLine()
}
if (isNewEnough) await import(pathToFileURL(bundled).href)
else {
  const { findNode, run } = await import('../scripts/runtime.mjs')
  process.exitCode = await run(findNode(), [bundled, ...process.argv.slice(2)], { cwd: process.cwd(), env: process.env })
}
