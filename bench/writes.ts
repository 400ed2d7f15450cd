import type { ChildProcess } from 'node:child_process'
import http from 'node:http'
import type pg from 'pg'
import { cpuOf, residentMegabytes } from './process-figures'
import type { Load, Measured } from './reads'

/** An item whose status is changed, over and over. */
export interface Target {
  slug: string
  code: string
  version: number
  declaredStatus: string
}

/** One item of each assessment, so that as many writes as there are assessments wait for no other. */
export async function targetsOf(database: pg.Client, slugs: readonly string[]): Promise<Target[]> {
  const { rows } = await database.query<Target>(
    `SELECT a.slug, i.code, i.version, i."declaredStatus" FROM "Item" i JOIN "Assessment" a ON a.id = i."assessmentId"
     WHERE a.slug = ANY($1) AND i.code = 'DR-01' ORDER BY a.slug`, [slugs])
  return rows
}

/** What was answered to a change that was not taken. */
export class Refused extends Error {
  constructor(url: string, readonly status: number | undefined, readonly body: string) {
    super(`${url} answered ${status}: ${body.slice(0, 300)}`)
  }
}

type Change = (target: Target) => Promise<void>

/** Declares another status than before, through the pages' own door. */
export function changeStatus(origin: string, cookie: string, agent?: http.Agent): Change {
  return async target => {
    const { slug, code, version } = target
    const status = next(target)
    await send(agent, 'PATCH', `${origin}/api/v1/assessments/${slug}/items/${code}`, { cookie, origin, 'if-match': `"${version}"` }, { status })
    Object.assign(target, { version: version + 1, declaredStatus: status })
  }
}

function next({ declaredStatus }: Target): string {
  return declaredStatus === 'done' ? 'in_progress' : 'done'
}

/** Changes statuses as pages do, each connection an assessment of its own. */
export function measureAppWrites(origin: string, load: Load, targets: readonly Target[], server: ChildProcess): Promise<Measured> {
  return measure(load, targets, server, agent => changeStatus(origin, load.cookie, agent))
}

/** The same transaction without Dictamen. */
export function measureFloorWrites(origin: string, load: Load, targets: readonly Target[], server: ChildProcess): Promise<Measured> {
  return measure(load, targets, server, agent => async target => {
    const status = next(target)
    await send(agent, 'POST', `${origin}/status`, { cookie: load.cookie }, { ...target, status })
    Object.assign(target, { version: target.version + 1, declaredStatus: status })
  })
}

async function measure(
  load: Load, targets: readonly Target[], server: ChildProcess, changeWith: (agent: http.Agent) => Change,
): Promise<Measured> {
  const latencies: number[] = []
  const before = cpuOf(server)
  const started = performance.now()
  const end = started + load.seconds * 1000
  await Promise.all(targets.slice(0, load.connections).map(async target => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
    const change = changeWith(agent)
    while (performance.now() < end) {
      const asked = performance.now()
      await change(target)
      latencies.push(performance.now() - asked)
    }
    agent.destroy()
  }))
  const elapsed = (performance.now() - started) / 1000
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN
  return {
    requestsPerSecond: latencies.length / elapsed, p50: at(0.5), p95: at(0.95),
    cpuMilliseconds: (cpuOf(server) - before) / latencies.length, megabytes: residentMegabytes(server),
  }
}

function send(agent: http.Agent | undefined, method: string, url: string, headers: Record<string, string>, value: unknown): Promise<void> {
  const body = JSON.stringify(value)
  const all = { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, agent, headers: all }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', chunk => { text += chunk })
      response.on('end', () => (response.statusCode === 200 ? resolve() : reject(new Refused(url, response.statusCode, text))))
    })
    request.on('error', reject)
    request.end(body)
  })
}
