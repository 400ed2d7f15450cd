import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chown, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import pg from 'pg'
import { keptText } from './kept-text'
import { postgresHome, type PostgresHome } from './postgres-home'

const run = promisify(execFile)
const user = 'dictamen'
const database = 'dictamen'

export interface EmbeddedPostgres {
  url: string
  /** Ends every connection and stops the server. */
  stop(): Promise<void>
}

export interface EmbeddedPostgresOptions {
  /** Where the cluster, its password and its port are kept. */
  folder: string
  log: (line: string) => void
  /** false: faster, and a power cut loses data. For tests. */
  durable?: boolean
}

/**
 * Starts the Postgres server that npm ships, on 127.0.0.1 only, with a cluster of its own in `folder`.
 *
 * The server is a daemon of its own, so that Ctrl-C reaches the application first. Where the application was
 * killed and left it running, it is stopped and started anew; where another application still uses it, this throws.
 * A server that dies while it is used is started again at the same address.
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { log, durable = true } = options
  const folder = path.resolve(options.folder)
  const home = await postgresHome(folder, log)
  const password = await keptText(path.join(folder, 'password'), () => randomBytes(24).toString('base64url'))
  const address = (port: number, name: string) => `postgresql://${user}:${password}@127.0.0.1:${port}/${name}`

  if (!(await exists(home.cluster))) await createCluster(home, password, durable, log)
  await stopAbandoned(home, port => address(port, 'postgres'), log)
  const port = await startOnFreePort(home, path.join(folder, 'port'), durable)
  const claim = () => connect(address(port, 'postgres')).then(claimServer)
  let held = await claim()
  const { rowCount } = await held.query(`SELECT FROM pg_database WHERE datname = '${database}'`)
  if (rowCount === 0) await held.query(`CREATE DATABASE ${database}`)

  let stopped: Promise<void> | undefined
  let returning: Promise<unknown> | undefined
  // The claim ends with the server, or where somebody ended this one connection.
  const watch = () => held.once('end', () => { if (stopped === undefined) returning = bringBack() })
  const bringBack = async () => {
    while (stopped === undefined) {
      try {
        held = await claim().catch(() => startOn(home, port, durable).then(claim))
        log('The database server had died and runs again')
        return watch()
      } catch (error) {
        log(`The database server died and does not start yet: ${(error as Error).message}`)
        await wait(retryMilliseconds)
      }
    }
  }
  watch()
  const stop = async () => {
    await returning
    await held.end().catch(() => undefined)
    await stopServer(home)
  }
  return { url: address(port, database), stop: () => (stopped ??= stop()) }
}

const retryMilliseconds = 500

type Log = EmbeddedPostgresOptions['log']

async function createCluster(home: PostgresHome, password: string, durable: boolean, log: Log): Promise<void> {
  log('Creating the database cluster')
  const unfinished = path.join(home.folder, 'unfinished')
  const passwordFile = path.join(home.folder, 'initial-password')
  await rm(unfinished, { recursive: true, force: true })
  await writeFile(passwordFile, password, { mode: 0o600 })
  try {
    const { uid, gid } = home.account
    if (uid !== undefined && gid !== undefined) await chown(passwordFile, uid, gid)
    await execute(home, 'initdb', [
      `--pgdata=${unfinished}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C.UTF-8',
      ...(durable ? [] : ['--no-sync']),
    ])
  } finally {
    await rm(passwordFile)
  }
  await rename(unfinished, home.cluster)
}

// Stops a server that a killed application left behind, and clears away a lock that names somebody else's process.
async function stopAbandoned(home: PostgresHome, address: (port: number) => string, log: Log): Promise<void> {
  const lock = path.join(home.cluster, 'postmaster.pid')
  const [pid, , , port] = (await readFile(lock, 'utf8').catch(() => '')).split('\n').map(Number)
  if (!pid || !isAlive(pid)) return
  if (!(await isServerOf(home, pid))) return rm(lock)
  // One that takes no connections, as while it starts or stops, serves nobody.
  const client = port ? await connect(address(port)).catch(() => undefined) : undefined
  if (client) await claimServer(client).then(claim => claim.end())
  log('Stopping the database server that an earlier run left behind')
  await stopServer(home)
}

async function startOnFreePort(home: PostgresHome, portFile: string, durable: boolean): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    const kept = attempt === 1 ? Number(await readFile(portFile, 'utf8').catch(() => '0')) : 0
    const port = await freePort(kept)
    try {
      await startOn(home, port, durable)
      await writeFile(portFile, String(port))
      return port
    } catch (error) {
      const isTaken = (error as Error).message.includes('could not create any TCP/IP sockets')
      if (!isTaken || attempt === 3) throw error
    }
  }
}

async function startOn(home: PostgresHome, port: number, durable: boolean): Promise<void> {
  const logFile = path.join(home.folder, 'postgres.log')
  const safe = durable ? 'on' : 'off'
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: safe,
    synchronous_commit: safe,
    full_page_writes: safe,
    log_checkpoints: 'off',
    log_timezone: 'UTC',
    timezone: 'UTC',
  }
  const flags = Object.entries(settings).map(([name, value]) => `-c ${name}=${value}`)
  await rename(logFile, `${logFile}.1`).catch(() => undefined)
  const server = [`-p ${port}`, ...flags].join(' ')
  try {
    await execute(home, 'pg_ctl', ['start', '-D', home.cluster, '-l', logFile, '-w', '-t', '60', '-o', server])
  } catch {
    const reason = (await readFile(logFile, 'utf8').catch(() => '')).trim().split('\n').slice(-5).join('\n')
    throw new Error(`the embedded Postgres did not start:\n${reason}`)
  }
}

// Held as long as the application lives: whoever finds it taken knows that another application uses the server.
async function claimServer(client: pg.Client): Promise<pg.Client> {
  const { rows } = await client.query('SELECT pg_try_advisory_lock(4010) AS free')
  if (rows[0].free) return client
  await client.end()
  throw new Error('another Dictamen is running on the same data folder: stop it, or set DATA_DIR')
}

async function connect(connectionString: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000, keepAlive: true })
  // A connection that breaks is noticed by the query that needs it; without a listener it would end the process.
  client.on('error', () => undefined)
  await client.connect()
  return client
}

async function stopServer(home: PostgresHome): Promise<void> {
  const stop = (mode: string) => execute(home, 'pg_ctl', ['stop', '-D', home.cluster, '-m', mode, '-w', '-t', '10'])
  const isRunning = () => exists(path.join(home.cluster, 'postmaster.pid'))
  if (!(await isRunning())) return
  await stop('fast').catch(async () => {
    if (await isRunning()) await stop('immediate')
  })
}

async function execute(home: PostgresHome, program: string, args: string[]): Promise<void> {
  const { PATH, SystemRoot } = process.env
  // Nothing else of the environment: PGHOST and the like must not steer this server.
  const env = { PATH, SystemRoot, LC_ALL: 'C' } as unknown as NodeJS.ProcessEnv
  await run(path.join(home.binaries, program), args, { ...home.account, cwd: home.folder, env })
}

async function isServerOf(home: PostgresHome, pid: number): Promise<boolean> {
  if (process.platform === 'win32') return true
  const fromSystem = async () => (await run('ps', ['-o', 'command=', '-p', String(pid)])).stdout
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(fromSystem).catch(() => '')
  return command.includes('postgres') && command.includes(home.cluster)
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

async function freePort(wanted: number): Promise<number> {
  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      const probe = createServer().once('error', reject)
      probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
        const found = (probe.address() as AddressInfo).port
        probe.close(() => resolve(found))
      })
    })
  return listen(wanted).catch(() => listen(0))
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(() => true, () => false)
}
