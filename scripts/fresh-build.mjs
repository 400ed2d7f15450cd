import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundle, bundleWhole } from './bundle.mjs'
import { environment, fail, generateClient, hash, readStamp, root, run, say, tool, writeStamp } from './runtime.mjs'

const sources = [
  'app', 'components', 'lib', 'server', 'bin', 'jobs', 'prisma', 'public',
  'next.config.ts', 'postcss.config.mjs', 'package-lock.json', 'scripts/bundle.mjs', 'scripts/fresh-build.mjs',
]
const workers = { 'sheet-worker': 'platform', 'check-worker': 'operations', 'secret-worker': 'operations', 'alert-routing-worker': 'operations' }
const outputs = ['.next/BUILD_ID', ...['server', 'dictamen', ...Object.keys(workers)].map(name => `build/${name}.mjs`)]

/** Builds the client, the pages, the server and the command line, unless no source changed since they were built. */
export async function freshBuild() {
  generateClient()
  const stamp = hash(sources.flatMap(source => filesOf(source)).flatMap(file => [file, readFileSync(join(root, file))]))
  if (outputs.every(output => existsSync(join(root, output))) && readStamp('build') === stamp) return
  say('building the pages, which takes about a minute')
  const code = await run(tool('next'), ['build'], { env: environment({ NODE_ENV: 'production' }) })
  if (code !== 0) fail('the build failed: see the lines above')
  await bundleServer()
  await bundleCommandLine()
  writeStamp('build', stamp)
}

/** Bundles the server in front of Next, and its processes. */
export async function bundleServer() {
  say('bundling the server')
  await bundle('server/main.ts', 'build/server.mjs')
  await bundleWorkers()
}

/** Bundles what the server runs in processes of their own: reading spreadsheets and files, checking, searching for secrets. */
export async function bundleWorkers() {
  for (const [name, folder] of Object.entries(workers)) await bundle(`lib/${folder}/${name}.ts`, `build/${name}.mjs`)
}

/** Bundles the command line; says which files went into it. */
export function bundleCommandLine(folder = join(root, 'build')) {
  return bundleWhole('bin/dictamen.ts', folder)
}

function filesOf(source) {
  const file = join(root, source)
  if (!existsSync(file)) return []
  if (source.includes('.')) return [source]
  // `recursive` lists in no order that is promised.
  const entries = readdirSync(file, { withFileTypes: true, recursive: true }).filter(entry => entry.isFile())
  const files = entries.map(entry => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1)).sort()
  return files.filter(name => !/\.test\.tsx?$|^lib[\\/]db[\\/]generated[\\/]/.test(name))
}
