import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client'
import { outcomes } from '@/lib/domain/facts'
import { log, loggedLines } from '@/lib/platform/log'
import { listMeasures, type Measures } from '@/lib/queries/measures'
import type { Live } from './live'
import { routeOf, urlOf } from './request'

/** What this process counts of itself and of the assessments, in the exposition format of Prometheus. */
export class Metrics {
  private readonly registry = new Registry()
  private readonly requests = new Histogram({
    name: 'dictamen_http_request_duration_seconds', help: 'Time from a request to the end of its answer.',
    labelNames: ['method', 'route', 'status', 'page_cache'], buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [this.registry],
  })
  private readonly lines = this.counter('dictamen_log_lines_total', 'Lines logged, by level; errors are those of level error.', ['level'])
  private readonly database = this.gauge('dictamen_database_up', '1 where the database answers; where it does not, 0, and what comes from it is missing.', [])
  private readonly connections = this.gauge('dictamen_live_connections', 'Open pages that are told of changes.', [])
  private readonly outcome = this.gauge('dictamen_verdict_outcome', 'Verdict: 0 no-go, 1 conditional go, 2 go.', ['assessment', 'kind'])
  private readonly items = this.gauge('dictamen_checklist_items', 'Items of the checklist by proven status.', ['assessment', 'status'])
  private readonly queue = this.gauge('dictamen_review_queue', 'Revisions of evidence that wait for review.', ['assessment'])
  private readonly oldest = this.gauge('dictamen_review_oldest_seconds', 'How long the oldest of them has waited.', ['assessment'])

  constructor(private readonly live: Live) {
    collectDefaultMetrics({ register: this.registry })
  }

  /** Counts an answer once it is over. Streams, which end when people leave, are left out. */
  observe(request: IncomingMessage, response: ServerResponse, seconds: number): void {
    const url = urlOf(request, 'http://localhost')
    const route = url ? routeOf(url.pathname) : 'other'
    if (route === '/live') return
    this.requests.observe({
      method: request.method ?? 'GET', route, status: String(response.statusCode), page_cache: String(response.getHeader('x-page-cache') ?? 'none'),
    }, seconds)
  }

  /** Answers `/metrics` where the bearer token is the one of the environment; without one there is no such page. */
  async answer(request: IncomingMessage, response: ServerResponse, token: string | undefined, now: Date): Promise<void> {
    if (token === undefined) return void response.writeHead(404).end()
    if (!isBearer(request, token)) return void response.writeHead(401, { 'WWW-Authenticate': 'Bearer' }).end()
    await this.collect(now)
    response.writeHead(200, { 'Content-Type': this.registry.contentType, 'Cache-Control': 'no-store' }).end(await this.registry.metrics())
  }

  private async collect(now: Date): Promise<void> {
    const measures = await measuresInTime(now)
    this.database.set(measures ? 1 : 0)
    this.lines.reset()
    for (const [level, count] of loggedLines()) this.lines.inc({ level }, count)
    this.connections.set(this.live.connections)
    for (const gauge of [this.outcome, this.items, this.queue, this.oldest]) gauge.reset()
    for (const { slug: assessment, ceiling, effective, items, inReview, oldestInReview } of measures ?? []) {
      this.outcome.set({ assessment, kind: 'ceiling' }, outcomes.indexOf(ceiling))
      this.outcome.set({ assessment, kind: 'effective' }, outcomes.indexOf(effective))
      for (const [status, count] of Object.entries(items)) this.items.set({ assessment, status }, count)
      this.queue.set({ assessment }, inReview)
      this.oldest.set({ assessment }, oldestInReview ? (now.getTime() - oldestInReview.getTime()) / 1000 : 0)
    }
  }

  private gauge<Label extends string>(name: string, help: string, labelNames: Label[]): Gauge<Label> {
    return new Gauge({ name, help, labelNames, registers: [this.registry] })
  }

  private counter<Label extends string>(name: string, help: string, labelNames: Label[]): Counter<Label> {
    return new Counter({ name, help, labelNames, registers: [this.registry] })
  }
}

// A scrape is given up after 10 s as a rule.
const patienceMilliseconds = 5_000

/** What the database knows of the assessments; null where it does not say so in time, which is logged. */
async function measuresInTime(now: Date): Promise<Measures[] | null> {
  const late = wait(patienceMilliseconds, null, { ref: false }).then(() => Promise.reject(new Error('the measures took too long')))
  try {
    return await Promise.race([listMeasures(now), late])
  } catch (error) {
    log.error({ error }, 'the database gave no measures')
    return null
  }
}

function isBearer(request: IncomingMessage, token: string): boolean {
  const given = Buffer.from(request.headers.authorization ?? '')
  const expected = Buffer.from(`Bearer ${token}`)
  return given.length === expected.length && timingSafeEqual(given, expected)
}
