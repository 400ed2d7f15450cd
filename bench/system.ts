import { spawn, type ChildProcess } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { serverFlags, serverVariables } from '../scripts/server-process.mjs'

const port = 4050
const floorPort = 4052
const metricsToken = randomUUID()

/** Bytes of an answer; of its headers those that no server adds by itself. */
export interface Size {
  headers: number
  body: number
}

/** Dictamen as it runs in production, with its database. */
export interface System {
  app: string
  floor: string
  server: ChildProcess
  databaseUrl: string
  database: pg.Client
  /** Starts the floor, which sends as many bytes for each page as it is told. */
  startFloor: (sizes: Record<string, Size>) => Promise<ChildProcess>
  stop: () => Promise<void>
}

/** The longest that Dictamen's event loop stood still since it was last asked, in milliseconds. */
export async function longestStall({ app }: System): Promise<number> {
  const text = await (await fetch(`${app}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } })).text()
  return Number(/^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text)?.[1]) * 1_000
}

/** Starts Dictamen on a folder and a database of its own. */
export async function startSystem(): Promise<System> {
  const folder = await mkdtemp(path.join(tmpdir(), 'dictamen-bench-'))
  const processes: ChildProcess[] = []
  const start = (file: string, variables: Record<string, string>, flags: readonly string[] = []) => {
    const child = spawn(process.execPath, [...flags, file], { env: { ...process.env, ...variables }, stdio: ['ignore', 'ignore', 'inherit'] })
    processes.push(child)
    return child
  }
  const app = `http://127.0.0.1:${port}`
  const floor = `http://127.0.0.1:${floorPort}`
  const variables = { DATA_DIR: folder, PORT: String(port), OIDC_PROVIDER_PORT: String(port + 1), LOG_LEVEL: 'error', METRICS_TOKEN: metricsToken, ...serverVariables }
  const server = start('build/server.mjs', variables, serverFlags)
  await answers(`${app}/readyz`)
  const databaseUrl = await readFile(path.join(folder, 'database-url'), 'utf8')
  const database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  return {
    app, floor, server, databaseUrl, database,
    startFloor: async sizes => {
      const bare = start('build/floor.mjs', { DATABASE_URL: databaseUrl, PORT: String(floorPort), SIZES: JSON.stringify(sizes) })
      await answers(`${floor}/health`)
      return bare
    },
    stop: async () => {
      await database.end()
      for (const child of processes) child.kill('SIGTERM')
      await Promise.all(processes.map(child => child.exitCode ?? new Promise(resolve => child.once('exit', resolve))))
      await rm(folder, { recursive: true, force: true })
    },
  }
}

async function answers(url: string): Promise<void> {
  for (let attempt = 0; attempt < 240; attempt += 1) {
    const response = await fetch(url).catch(() => null)
    if (response?.ok) return
    await new Promise(resolve => setTimeout(resolve, 250))
  }
  throw new Error(`${url} does not answer`)
}
