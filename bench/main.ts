import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { measureReads, type Measured } from './reads'
import { addSession } from './session'
import { measureAppWrites, measureFloorWrites } from './writes'

const port = 4050
const floorPort = 4052
const app = `http://127.0.0.1:${port}`
const floor = `http://127.0.0.1:${floorPort}`
const connections = 10
const seconds = 8

const folder = await mkdtemp(path.join(tmpdir(), 'dictamen-bench-'))
const processes: ChildProcess[] = []

try {
  const server = start('build/server.mjs', { DATA_DIR: folder, PORT: String(port), OIDC_PROVIDER_PORT: String(port + 1), LOG_LEVEL: 'error' })
  await answers(`${app}/readyz`)
  const databaseUrl = await readFile(path.join(folder, 'database-url'), 'utf8')
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  const cookie = await addSession(database)
  const sizes = await pageSizes(cookie)
  const bare = start('build/floor.mjs', { DATABASE_URL: databaseUrl, PORT: String(floorPort), SUMMARY_BYTES: String(sizes.summary), LIST_BYTES: String(sizes.list) })
  await answers(`${floor}/health`)

  const rows: [string, Measured, Measured][] = []
  const reads = { connections, seconds, cookie }
  rows.push(['summary', await measureReads(`${app}/grupo-gad`, reads, server), await measureReads(`${floor}/summary`, reads, bare)])
  rows.push(['checklist, 50 rows', await measureReads(`${app}/grupo-gad/items?kind=all`, reads, server), await measureReads(`${floor}/list`, reads, bare)])
  const writes = { connections, seconds, cookie, database }
  rows.push(['status change', await measureAppWrites(app, writes, server), await measureFloorWrites(floor, writes, bare)])
  print(rows, sizes)
  await database.end()
} finally {
  for (const child of processes) child.kill('SIGTERM')
  await Promise.all(processes.map(child => child.exitCode ?? new Promise(resolve => child.once('exit', resolve))))
  await rm(folder, { recursive: true, force: true })
}

function start(file: string, variables: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [file], { env: { ...process.env, ...variables }, stdio: ['ignore', 'ignore', 'inherit'] })
  processes.push(child)
  return child
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt += 1) {
    const response = await fetch(url).catch(() => null)
    if (response?.ok) return
    await new Promise(resolve => setTimeout(resolve, 250))
  }
  throw new Error(`${url} does not answer`)
}

/** Bytes that the application sends for each page, compressed as browsers ask for it; the floor sends as many. */
async function pageSizes(cookie: string): Promise<{ summary: number; list: number }> {
  const size = async (address: string) => {
    const response = await fetch(app + address, { headers: { cookie, 'accept-encoding': 'br' } })
    if (response.status !== 200) throw new Error(`${address} answered ${response.status}`)
    return Number(response.headers.get('content-length'))
  }
  return { summary: await size('/grupo-gad'), list: await size('/grupo-gad/items?kind=all') }
}

function print(rows: [string, Measured, Measured][], sizes: { summary: number; list: number }): void {
  console.log(`\n${connections} connections, ${seconds} s each; summary ${sizes.summary} bytes, checklist ${sizes.list} bytes, compressed\n`)
  console.log('| | Dictamen requests/s | p50 ms | p95 ms | CPU ms/request | floor requests/s | p95 ms | CPU ms/request | ratio |')
  console.log('|---|---|---|---|---|---|---|---|---|')
  for (const [name, ours, bare] of rows) {
    const figures = [
      ours.requestsPerSecond.toFixed(0), ours.p50.toFixed(1), ours.p95.toFixed(1), ours.cpuMilliseconds.toFixed(2),
      bare.requestsPerSecond.toFixed(0), bare.p95.toFixed(1), bare.cpuMilliseconds.toFixed(2),
      (ours.requestsPerSecond / bare.requestsPerSecond).toFixed(2),
    ]
    console.log(`| ${name} | ${figures.join(' | ')} |`)
  }
}
