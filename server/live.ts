import type { ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Told } from '@/lib/domain/told'
import { log } from '@/lib/platform/log'
import { RevisionNotices } from './revision-notices'

/** Sent by a write's transaction, so it arrives when the write can be read. */
const Notification = z.object({
  assessment: z.string().nullable(), revision: z.int(),
  changes: z.object({ said: z.array(z.string()), changed: z.array(z.string()) }).nullable(),
})

const heartbeatMilliseconds = 20_000
// A message has a few hundred bytes: whoever has left so much unread is no longer there.
const mostUnreadBytes = 65_536
// A person has this many pages open in no ordinary work; a script that asks again and again has more.
const mostOfSession = 50

/** A page that wants to be told of changes. */
interface Reader {
  /** The assessment that it is told of; null: of all. */
  slug: string | null
  /** The hash of its session. */
  session: string
  /** Whether that still holds. */
  holds: () => Promise<boolean>
  /** Where things stand now, and what changed since what the page shows. */
  standing: () => Promise<Told[]>
}

interface Listener extends Reader {
  response: ServerResponse
  tell: (message: string) => void
}

/**
 * Live updates: one LISTEN connection a server, fanned out as server-sent events. A listener is told where things
 * stand when it connects, and again when the LISTEN connection was lost, so a page that missed a change finds out.
 */
export class Live {
  private readonly listeners = new Set<Listener>()
  private readonly heartbeat = setInterval(() => void this.beat(), heartbeatMilliseconds)
  private readonly notices: RevisionNotices

  constructor(databaseUrl: string) {
    this.notices = new RevisionNotices(databaseUrl, {
      announced: payload => this.announce(payload),
      missed: () => { for (const listener of this.listeners) void this.catchUp(listener) },
    })
  }

  /** Connects, and from then on reconnects by itself whenever the database was away. */
  async start(): Promise<void> {
    await this.notices.start()
  }

  /** How many pages are listening. */
  get connections(): number {
    return this.listeners.size
  }

  /** Whether a session, named by its hash, has as many pages listening as it may. */
  isFull(session: string): boolean {
    return [...this.listeners].filter(listener => listener.session === session).length >= mostOfSession
  }

  /** Answers a page that wants to be told of changes. Where things stand is said first, whatever is announced meanwhile. */
  async open(response: ServerResponse, reader: Reader): Promise<void> {
    response.writeHead(200, {
      'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no',
    })
    response.flushHeaders()
    const listener: Listener = { ...reader, response, tell: () => undefined }
    this.listeners.add(listener)
    response.on('close', () => this.listeners.delete(listener))
    await this.catchUp(listener)
  }

  /** Ends every stream and the connection. */
  async close(): Promise<void> {
    clearInterval(this.heartbeat)
    for (const listener of this.listeners) this.end(listener)
    await this.notices.close()
  }

  private async catchUp(listener: Listener): Promise<void> {
    const early: string[] = []
    listener.tell = message => void early.push(message)
    try {
      const standing = await listener.standing()
      listener.tell = message => this.write(listener, message)
      for (const message of [...standing.map(messageOf), ...early]) listener.tell(message)
    } catch (error) {
      log.warn({ error }, 'a page cannot be told what it missed')
      // It asks again.
      this.end(listener)
    }
  }

  private announce(payload: string): void {
    const parsed = Notification.safeParse(JSON.parse(payload))
    if (!parsed.success) return
    const { assessment, revision, changes } = parsed.data
    const message = messageOf(assessment === null ? { name: 'instance', revision } : { name: 'revision', revision, changes })
    for (const { tell, slug } of this.listeners)
      if (assessment === null || slug === null || assessment === slug) tell(message)
  }

  /** Keeps streams open through proxies, and ends those whose session no longer holds. */
  private async beat(): Promise<void> {
    for (const listener of this.listeners) {
      if (await listener.holds().catch(() => true)) this.write(listener, ': still here\n\n')
      else this.end(listener, 'event: signed-out\ndata: {}\n\n')
    }
  }

  private write(listener: Listener, message: string): void {
    const { response } = listener
    if (!this.listeners.has(listener)) return
    response.write(message)
    if (response.writableLength <= mostUnreadBytes) return
    this.listeners.delete(listener)
    response.destroy()
  }

  private end(listener: Listener, farewell = ''): void {
    // Nothing may be written from here on, though it takes a while to close.
    if (this.listeners.delete(listener)) listener.response.end(farewell)
  }
}

function messageOf({ name, ...told }: Told): string {
  return `event: ${name}\ndata: ${JSON.stringify(told)}\n\n`
}
