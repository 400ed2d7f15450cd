import pg from 'pg'
import { log } from '@/lib/platform/log'

interface Hearing {
  /** A write announced this, and can be read. */
  announced: (payload: string) => void
  /** The connection was lost and is back: what was announced meanwhile was heard by nobody. */
  missed: () => void
}

/** What the connection is called in the database. */
export const listenerName = 'dictamen live updates'

const retryMilliseconds = 1_000
const checkMilliseconds = 15_000
const patienceMilliseconds = 5_000

/**
 * Hears what writes announce, over one LISTEN connection. Nothing is said over it for hours, so it is asked now and
 * then whether it still lives: of a connection whose other side is gone without a word nobody would be told.
 */
export class RevisionNotices {
  private client: pg.Client | null = null
  private closed = false
  private readonly checks = setInterval(() => void this.check(), checkMilliseconds)

  constructor(private readonly databaseUrl: string, private readonly hearing: Hearing) {}

  /** Connects, and from then on reconnects by itself whenever the database was away. */
  async start(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.databaseUrl, application_name: listenerName, keepAlive: true,
      connectionTimeoutMillis: patienceMilliseconds, query_timeout: patienceMilliseconds,
    })
    client.on('error', error => log.warn({ error }, 'live updates lost the database'))
    client.on('end', () => { if (!this.closed && this.client === client) setTimeout(() => void this.restart(), retryMilliseconds) })
    client.on('notification', message => this.hearing.announced(message.payload ?? ''))
    await client.connect()
    await client.query('LISTEN revision')
    this.client = client
  }

  async close(): Promise<void> {
    this.closed = true
    clearInterval(this.checks)
    await this.client?.end().catch(() => undefined)
  }

  private async restart(): Promise<void> {
    if (this.closed) return
    try {
      await this.start()
      this.hearing.missed()
    } catch (error) {
      log.warn({ error }, 'live updates cannot reach the database')
      setTimeout(() => void this.restart(), retryMilliseconds)
    }
  }

  private async check(): Promise<void> {
    const { client } = this
    try {
      await client?.query('SELECT 1')
    } catch (error) {
      log.warn({ error }, 'the database no longer answers live updates')
      // With a question open it is broken off, and comes back as from any other loss.
      await client?.end()
    }
  }
}
