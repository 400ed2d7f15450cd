import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { isNewEnough, root, shippedNode } from './find-node.mjs'

export { root }

const isWindows = process.platform === 'win32'
// In node_modules, so that a fresh install forgets them.
const stamps = join(root, 'node_modules', '.cache', 'dictamen')

/** Says what is going on, on a line of its own; on standard error, so that a tool's output stays its own. */
export function say(line) {
  console.error(`dictamen: ${line}`)
}

/** Ends this program with one clear line. */
export function fail(line) {
  console.error(`dictamen: ${line}`)
  process.exit(1)
}

let announced = false

/** Path of the Node that Dictamen runs on: the one that npm installed, else the system's where it is new enough. */
export function findNode() {
  const shipped = shippedNode()
  if (shipped) return shipped
  if (!isNewEnough) {
    fail('this machine needs Node 22.12 or newer: none came with the packages')
  }
  if (!announced) say(`running on this machine's Node ${process.version}: npm has none for it`)
  announced = true
  return process.execPath
}

/** The environment for tools of the project: its Node and its tools come first on the path. */
export function environment(extra = {}) {
  const path = [dirname(findNode()), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter)
  return { ...process.env, NEXT_TELEMETRY_DISABLED: '1', CHECKPOINT_DISABLE: '1', ...extra, PATH: path }
}

/** Runs a program in the project's folder with its output visible, and returns its exit code. */
export function run(command, args, { env = environment(), ...options } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', env, shell: needsShell(command), ...options })
    child.on('error', reject)
    child.on('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)))
  })
}

/** Path of a tool that npm installed; `node` is the Node that Dictamen runs on. */
export function tool(name) {
  if (name === 'node') return findNode()
  return join(root, 'node_modules', '.bin', isWindows ? `${name}.cmd` : name)
}

/** Installs the packages exactly as locked, unless they lie there already. */
export async function ensureInstalled() {
  if (isInstalled()) return
  say('installing packages, which takes about a minute')
  const started = Date.now()
  const progress = setInterval(() => say(`installing packages: ${Math.round((Date.now() - started) / 1000)} s`), 10_000)
  // No install script runs: nothing is downloaded but locked packages, and none of ours needs one.
  const flags = ['--include=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
  const options = { env: { ...process.env, NO_UPDATE_NOTIFIER: '1' }, stdio: ['ignore', 2, 2] }
  const code = await run(isWindows ? 'npm.cmd' : 'npm', ['ci', ...flags], options)
  clearInterval(progress)
  if (code !== 0) fail('the packages could not be installed: see the lines above')
}

/** Generates the Prisma client, unless the schema and the packages are as they were. */
export function generateClient() {
  const inputs = ['prisma/schema.prisma', 'prisma.config.ts'].map(file => readFileSync(join(root, file)))
  const stamp = hash(inputs)
  if (existsSync(join(root, 'lib/db/generated/client.ts')) && readStamp('client') === stamp) return
  say('generating the database client')
  // `generate` asks the schema engine nothing; naming a program that exists keeps Prisma from downloading one.
  const env = environment({ PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1' })
  const options = { cwd: root, env, encoding: 'utf8', shell: needsShell(tool('prisma')) }
  const { status, stdout, stderr } = spawnSync(tool('prisma'), ['generate', '--no-hints'], options)
  if (status !== 0) fail(`the database client could not be generated:\n${stdout}${stderr}`)
  writeStamp('client', stamp)
}

/** What was kept under `name` since the last install. */
export function readStamp(name) {
  const file = join(stamps, name)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** Keeps `stamp` under `name` until the next install. */
export function writeStamp(name, stamp) {
  mkdirSync(stamps, { recursive: true })
  writeFileSync(join(stamps, name), stamp)
}

/** Hash of texts or bytes, in their order. */
export function hash(parts) {
  const sum = createHash('sha256')
  for (const part of parts) sum.update(String(part.length)).update('\0').update(part)
  return sum.digest('hex')
}

// npm writes down what it installed when it is done: compared, an install that broke off or is of old counts as none.
function isInstalled() {
  const installed = readLock(join(root, 'node_modules', '.package-lock.json'))
  const locked = readLock(join(root, 'package-lock.json'))
  return Object.entries(locked).every(([folder, { version, optional, link }]) => {
    if (folder === '' || link || (optional && !installed[folder])) return true
    return installed[folder]?.version === version
  })
}

function readLock(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : {}
}

function needsShell(command) {
  return isWindows && command.endsWith('.cmd')
}
