import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import http from 'node:http'
import path from 'node:path'
import next from 'next'
import { connect, disconnect } from '@/lib/db/client'
import { applyMigrations } from '@/lib/db/migrations'
import { auditKey } from '@/lib/platform/audit-key'
import { startEmbeddedPostgres } from '@/lib/platform/embedded-postgres'
import { completeEnvironment, environment, type Environment } from '@/lib/platform/env'
import { sweepAnswers } from '@/lib/platform/kept-answers'
import { keptText } from '@/lib/platform/kept-text'
import { log } from '@/lib/platform/log'
import { sweepLimits } from '@/lib/platform/rate-limit'
import { storage } from '@/lib/platform/storage'
import { sweepUploads } from '@/lib/operations/uploads'
import { keepCheckpoints } from '@/jobs/keep-checkpoints'
import { recordVerdicts } from '@/jobs/record-verdicts'
import { rerunChecks } from '@/jobs/rerun-checks'
import { demoAccounts } from './identity-provider/accounts'
import { startIdentityProvider } from './identity-provider/provider'
import { createFront, type ServerEnvironment } from './front'
import { importFirstAssessments, mapDevelopmentGroups } from './first-start'
import { Live } from './live'
import { Metrics } from './metrics'
import { PageCache } from './page-cache'
import { requireFreePort } from './ports'
import { StaticFiles } from './static-files'
import { StartError } from './start-error'
import { answerUnreadable } from './unreadable-request'

const root = path.resolve(import.meta.dirname, '..')
const sweepMilliseconds = 15 * 60_000
// What the last minute of a day brought is missing in its reading at most.
const verdictMilliseconds = 60_000
// A new day or baseline waits for its findings no longer; where there is nothing to check, one question is asked.
const checkMilliseconds = 5 * 60_000

/** What has been started, to be stopped in the opposite order. */
type Stop = () => Promise<unknown> | unknown

/**
 * Starts everything: database, migrations, first assessment, development provider, Next and the server in
 * front of it. Fails with `StartError` or `EnvironmentError` where a person can mend it; what had been started
 * is then stopped.
 */
export async function startServer(): Promise<{ stop: () => Promise<void> }> {
  const started: Stop[] = []
  const stop = async () => {
    for (const part of started.reverse()) await part()
  }
  try {
    await start(environment(), started)
    return { stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function start(given: Environment, started: Stop[]): Promise<void> {
  await mkdir(given.DATA_DIR, { recursive: true })
  await requireFreePort(given.HOST, given.PORT, 'PORT')
  const isDemonstration = given.OIDC_ISSUER === undefined
  if (isDemonstration) await requireFreePort('127.0.0.1', given.OIDC_PROVIDER_PORT, 'OIDC_PROVIDER_PORT')

  const databaseUrl = given.DATABASE_URL ?? await startDatabase(given, started)
  await applyMigrations(databaseUrl, path.join(root, 'prisma/migrations'))
  connect(databaseUrl)
  started.push(disconnect)
  await importFirstAssessments(path.join(root, 'assessments'))

  const origin = given.AUTH_URL ?? `http://${given.HOST}:${given.PORT}`
  const secret = given.AUTH_SECRET ?? await keptText(path.join(given.DATA_DIR, 'auth-secret'), () => randomBytes(32).toString('hex'))
  const completed = completeEnvironment({ DATABASE_URL: databaseUrl, AUTH_URL: origin, AUTH_SECRET: secret })
  // next-auth reads its own variables too.
  process.env.AUTH_URL = origin
  process.env.AUTH_SECRET = secret
  const issuer = completed.OIDC_ISSUER ?? await startProvider(completed, origin, started)
  // Before anybody can change anything, and after nobody can any more.
  const checkpoints = await keepCheckpoints({ files: storage(), privateKey: auditKey })
  started.push(checkpoints.stop)
  const server = await startFront({ ...completed, AUTH_URL: origin, OIDC_ISSUER: issuer }, databaseUrl, started)

  const sweep = setInterval(() => void sweepAll(), sweepMilliseconds)
  started.push(() => clearInterval(sweep))
  void recordVerdicts(new Date())
  const verdicts = setInterval(() => void recordVerdicts(new Date()), verdictMilliseconds)
  started.push(() => clearInterval(verdicts))
  started.push(rerunChecksByTheClock())
  started.push(() => closeServer(server))
  announce(origin, isDemonstration)
}

async function startDatabase(given: Environment, started: Stop[]): Promise<string> {
  const folder = path.join(given.DATA_DIR, 'postgres')
  const database = await startEmbeddedPostgres({ folder, log: line => console.log(line) })
    .catch((error: Error) => { throw new StartError(error.message) })
  started.push(database.stop)
  // The command line finds the running database here.
  const address = path.join(given.DATA_DIR, 'database-url')
  await writeFile(address, database.url, { mode: 0o600 })
  started.push(() => rm(address, { force: true }))
  return database.url
}

async function startProvider(given: Environment, origin: string, started: Stop[]): Promise<string> {
  const clientSecret = randomBytes(24).toString('hex')
  const provider = await startIdentityProvider({
    port: given.OIDC_PROVIDER_PORT, origin, clientId: 'dictamen', clientSecret,
  })
  started.push(provider.stop)
  completeEnvironment({ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: 'dictamen', OIDC_CLIENT_SECRET: clientSecret })
  await mapDevelopmentGroups()
  return provider.issuer
}

async function startFront(given: ServerEnvironment, databaseUrl: string, started: Stop[]): Promise<http.Server> {
  const dev = given.DICTAMEN_DEV === '1'
  if (!dev) await useBuiltConfiguration()
  const app = next({ dev, dir: root, hostname: given.HOST, port: given.PORT })
  await app.prepare()
  started.push(() => app.close())
  const live = new Live(databaseUrl)
  await live.start()
  started.push(() => live.close())
  const handle = app.getRequestHandler()
  const front = createFront({
    environment: given, cache: new PageCache(), live, metrics: new Metrics(live),
    staticFiles: dev ? null : new StaticFiles(path.join(root, '.next/static')), clock: () => new Date(), render: (request, response) => handle(request, response),
  })
  const server = http.createServer(front)
  server.on('clientError', answerUnreadable)
  // A large file over a slow line takes long; the front gives up where nothing comes.
  server.requestTimeout = 0
  // Longer than proxies keep an idle connection, or a request meets one that is just being closed.
  server.keepAliveTimeout = 75_000
  if (dev) server.on('upgrade', app.getUpgradeHandler())
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(given.PORT, given.HOST, resolve)
  })
  return server
}

/**
 * What was built is what is served, as Next's own standalone server does it: to read next.config.ts again would load
 * the compiler, and keep it in memory.
 */
async function useBuiltConfiguration(): Promise<void> {
  const { config } = JSON.parse(await readFile(path.join(root, '.next/required-server-files.json'), 'utf8')) as { config: unknown }
  process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(config)
}

/** Removes what nobody came back for. What fails is tried again at the next turn. */
async function sweepAll(): Promise<void> {
  const now = new Date()
  await Promise.all([sweepUploads(now), sweepLimits(now), sweepAnswers(now)]).catch((error: unknown) => log.error({ error }, 'sweep failed'))
}

/** Checks files again now and then, one run at a time: one that takes long is not joined by the next. */
function rerunChecksByTheClock(): Stop {
  const leaving = new AbortController()
  let running = false
  const rerun = async () => {
    if (running) return
    running = true
    await rerunChecks(new Date(), { signal: leaving.signal })
    running = false
  }
  void rerun()
  const reruns = setInterval(() => void rerun(), checkMilliseconds)
  return () => {
    clearInterval(reruns)
    leaving.abort()
  }
}

/** Stops taking requests and lets those under way finish, for five seconds at most. Streams end with `live`. */
async function closeServer(server: http.Server): Promise<void> {
  const closed = new Promise(resolve => server.close(resolve))
  server.closeIdleConnections()
  const late = setTimeout(() => server.closeAllConnections(), 5_000)
  await closed
  clearTimeout(late)
}

function announce(origin: string, isDemonstration: boolean): void {
  console.log(`\nDictamen is ready at ${origin}\n`)
  if (!isDemonstration) return
  console.log('Demo accounts (the development identity provider asks which):')
  for (const account of demoAccounts) console.log(`  ${account.id.padEnd(16)}${account.may.en}`)
  console.log('\nCtrl-C stops everything.')
}
