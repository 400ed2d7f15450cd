import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from './generated/client'

/** An open transaction: what a write takes. */
export type Transaction = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0]

interface Connections {
  pool: pg.Pool
  database: PrismaClient
}

// One pool a process: Next bundles its routes apart from the server in front, and both must find the same one.
const shared = globalThis as typeof globalThis & { dictamenConnections?: Connections }

/**
 * Opens the process's connections to `url`, or returns those that are open. Whoever asks a server that has fallen
 * silent is told so: within 5 s where a connection must be made, within 35 s on one that was open.
 */
export function connect(url: string): Connections {
  if (shared.dictamenConnections) return shared.dictamenConnections
  const pool = new pg.Pool({
    connectionString: url, max: 10, connectionTimeoutMillis: 5_000, keepAlive: true, keepAliveInitialDelayMillis: 10_000,
    query_timeout: silentMilliseconds, maxLifetimeSeconds: mostLifetimeSeconds,
  })
  // Asked for each connection. Were all replaced at one moment, whoever asks then would wait for all of them.
  Object.defineProperty(pool.options, 'maxLifetimeSeconds', { get: () => mostLifetimeSeconds * (0.5 + Math.random() / 2) })
  // A connection that dies while idle is replaced at the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  const database = new PrismaClient({ adapter: new PrismaPg(pool) })
  shared.dictamenConnections = { pool, database }
  return shared.dictamenConnections
}

// A transaction has 30 s, and a statement in it may wait all of them for a lock.
const silentMilliseconds = 35_000
// A connection stays what it was when it began: read-only, led to a server that is no longer the first, or silent.
// None outlives what is mended by much.
const mostLifetimeSeconds = 60

/** The process's connections. Throws where its entry point has opened none. */
export function connections(): Connections {
  if (shared.dictamenConnections) return shared.dictamenConnections
  throw new Error('no database connection is open: the entry point calls connect(url) first')
}

/** The Prisma client of this process. */
export function db(): PrismaClient {
  return connections().database
}

/** Ends every connection of this process. */
export async function disconnect(): Promise<void> {
  const open = shared.dictamenConnections
  delete shared.dictamenConnections
  await open?.database.$disconnect()
  if (open && !open.pool.ended) await open.pool.end()
}
