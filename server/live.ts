import type { ServerResponse } from 'node:http'
import pg from 'pg'
import { z } from 'zod'
import type { Changes } from '@/lib/domain/changes'
import { log } from '@/lib/platform/log'

/** Sent by a write's transaction, so it arrives when the write can be read. */
const Notification = z.object({
  assessment: z.string().nullable(), revision: z.int(),
  changes: z.object({ said: z.array(z.string()), changed: z.array(z.string()) }).nullable(),
})

const heartbeatMilliseconds = 20_000
const retryMilliseconds = 1_000

/** A revision, and what changed up to it; null where it may be anything. */
interface Told {
  revision: number
  changes: Changes | null
}

interface Listener {
  response: ServerResponse
  /** The assessment that it is told of; null: of all. */
  slug: string | null
  /** Whether its session still holds. */
  holds: () => Promise<boolean>
  tell: (message: string) => void
}

/**
 * Live updates: one LISTEN connection a server, fanned out as server-sent events. A listener is told the
 * current revision when it connects, so a page that missed a change while it was away finds out.
 */
export class Live {
  private readonly listeners = new Set<Listener>()
  private readonly heartbeat = setInterval(() => void this.beat(), heartbeatMilliseconds)
  private client: pg.Client | null = null
  private closed = false

  constructor(private readonly databaseUrl: string) {}

  /** Connects, and from then on reconnects by itself whenever the database was away. */
  async start(): Promise<void> {
    const client = new pg.Client({ connectionString: this.databaseUrl })
    client.on('error', error => log.warn({ error }, 'live updates lost the database'))
    client.on('end', () => { if (!this.closed && this.client === client) setTimeout(() => void this.restart(), retryMilliseconds) })
    client.on('notification', message => this.announce(message.payload ?? ''))
    await client.connect()
    await client.query('LISTEN revision')
    this.client = client
  }

  /** How many pages are listening. */
  get connections(): number {
    return this.listeners.size
  }

  /**
   * Answers a page that wants to be told of changes: of the assessment of `slug`, or of all. What `missed` finds is
   * said first, whatever is announced while it looks.
   */
  async open(response: ServerResponse, slug: string | null, holds: () => Promise<boolean>, missed: () => Promise<Told | null>): Promise<void> {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no',
    })
    response.write(`retry: ${retryMilliseconds}\n\n`)
    const early: string[] = []
    const listener: Listener = { response, slug, holds, tell: message => void early.push(message) }
    this.listeners.add(listener)
    response.on('close', () => this.listeners.delete(listener))
    try {
      const told = await missed()
      listener.tell = message => void response.write(message)
      if (told) listener.tell(revisionMessage(told))
      early.forEach(listener.tell)
    } catch (error) {
      log.warn({ error }, 'a page cannot be told what it missed')
      // It asks again.
      response.end()
    }
  }

  /** Ends every stream and the connection. */
  async close(): Promise<void> {
    this.closed = true
    clearInterval(this.heartbeat)
    for (const { response } of this.listeners) response.end()
    await this.client?.end().catch(() => undefined)
  }

  private async restart(): Promise<void> {
    if (this.closed) return
    try {
      await this.start()
      // What changed meanwhile was announced to nobody: let every page ask anew.
      for (const { response } of this.listeners) response.end()
    } catch (error) {
      log.warn({ error }, 'live updates cannot reach the database')
      setTimeout(() => void this.restart(), retryMilliseconds)
    }
  }

  private announce(payload: string): void {
    const parsed = Notification.safeParse(JSON.parse(payload))
    if (!parsed.success) return
    const { assessment, revision, changes } = parsed.data
    const message = assessment === null ? 'event: instance\ndata: {}\n\n' : revisionMessage({ revision, changes })
    for (const { tell, slug } of this.listeners)
      if (assessment === null || slug === null || assessment === slug) tell(message)
  }

  /** Keeps streams open through proxies, and ends those whose session no longer holds. */
  private async beat(): Promise<void> {
    for (const { response, holds } of this.listeners) {
      if (await holds().catch(() => true)) response.write(': still here\n\n')
      else response.end('event: signed-out\ndata: {}\n\n')
    }
  }
}

/** By its id a browser that connects again says up to where it was told. */
function revisionMessage({ revision, changes }: Told): string {
  return `id: ${revision}\nevent: revision\ndata: ${JSON.stringify({ revision, changes })}\n\n`
}
