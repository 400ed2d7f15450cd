import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startEmbeddedPostgres } from './embedded-postgres'

const bundle = path.resolve('node_modules/.cache/dictamen/embedded-postgres.mjs')
// One for all tests: a cluster is what takes time to make.
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'dictamen-embedded-'))
  await chmod(folder, 0o711)
})

afterAll(() => rm(folder, { recursive: true }))

test('keeps data, password and port from one run to the next', async () => {
  const first = await start()
  await query(first.url, 'CREATE TABLE kept (n int)')
  await first.stop()
  const second = await start()
  expect(second.url).toBe(first.url)
  await query(second.url, 'SELECT n FROM kept')
  await second.stop()
  await second.stop()
})

test('commits are on the disk, and the database speaks UTF-8', async () => {
  const server = await start()
  const settings = ['fsync', 'synchronous_commit', 'full_page_writes', 'server_encoding', 'listen_addresses']
  const list = settings.map(name => `current_setting('${name}') AS ${name}`)
  expect(await query(server.url, `SELECT ${list.join(', ')}`)).toEqual([{
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    server_encoding: 'UTF8',
    listen_addresses: '127.0.0.1',
  }])
  await server.stop()
})

test('refuses a folder whose server another application uses, and leaves that server alone', async () => {
  const server = await start()
  await expect(start()).rejects.toThrow('another Dictamen is running')
  expect(await query(server.url, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
  await server.stop()
})

test('takes over from an application that was killed', async () => {
  const port = await startAndKill()
  const server = await start()
  expect(new URL(server.url).port).toBe(port)
  expect(await query(server.url, 'SELECT n FROM written')).toEqual([{ n: 1 }])
  await server.stop()
})

test('a server that dies while it is used runs again at the same address by itself', async () => {
  const server = await start()
  await query(server.url, 'CREATE TABLE acknowledged AS SELECT 2 AS n')
  const [row] = await query(server.url, `SELECT current_setting('data_directory') AS cluster`) as { cluster: string }[]
  const [pid] = (await readFile(path.join(row?.cluster ?? '', 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
  await expect(query(server.url, 'SELECT 1')).rejects.toThrow()
  await vi.waitFor(async () => expect(await query(server.url, 'SELECT n FROM acknowledged')).toEqual([{ n: 2 }]), { timeout: 15_000, interval: 200 })
  await server.stop()
  await expect(query(server.url, 'SELECT 1')).rejects.toThrow()
})

const start = () => startEmbeddedPostgres({ folder, log: () => undefined })

async function startAndKill(): Promise<string> {
  await build({
    entryPoints: ['lib/platform/embedded-postgres.ts'],
    outfile: bundle,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
  })
  const program = `
    import { startEmbeddedPostgres } from ${JSON.stringify(bundle)}
    const { url } = await startEmbeddedPostgres({ folder: ${JSON.stringify(folder)}, log: () => undefined })
    console.log(url)
    setInterval(() => undefined, 1000)`
  const args = ['--input-type=module', '-e', program]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'ignore'] })
  try {
    const [output] = await once(child.stdout, 'data')
    const url = String(output).trim()
    await query(url, 'CREATE TABLE written AS SELECT 1 AS n')
    return new URL(url).port
  } finally {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
}

async function query(connectionString: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  return client.query(sql).then(result => result.rows).finally(() => client.end())
}
