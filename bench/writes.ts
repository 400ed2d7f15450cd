import type { ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import http from 'node:http'
import type pg from 'pg'
import { cpuOf } from './cpu'
import type { Measured } from './reads'

interface Load {
  connections: number
  seconds: number
  cookie: string
  database: pg.Client
}

interface Target {
  code: string
  version: number
}

/** Changes statuses through the server action of the pages, each connection an item of its own. */
export async function measureAppWrites(origin: string, load: Load, server: ChildProcess): Promise<Measured> {
  const action = actionId('lib/actions/items.ts', 'changeStatus')
  return measure(load, server, (agent, { code, version }, status) => post(agent, `${origin}/grupo-gad/items/${code}`, {
    cookie: load.cookie, origin, 'next-action': action, 'content-type': 'text/plain;charset=UTF-8',
  }, JSON.stringify([{ assessment: 'grupo-gad', item: code, version, status }]), /"ok":true/))
}

/** The same transaction without Dictamen. */
export async function measureFloorWrites(origin: string, load: Load, server: ChildProcess): Promise<Measured> {
  return measure(load, server, (agent, target, status) =>
    post(agent, `${origin}/status`, { cookie: load.cookie, 'content-type': 'application/json' }, JSON.stringify({ ...target, status }), /"ok":true/))
}

async function measure(
  load: Load, server: ChildProcess, change: (agent: http.Agent, target: Target, status: string) => Promise<void>,
): Promise<Measured> {
  const { rows } = await load.database.query<Target>(
    'SELECT code, version FROM "Item" WHERE kind = \'checklist\' ORDER BY position LIMIT $1', [load.connections])
  const latencies: number[] = []
  const before = cpuOf(server)
  const started = performance.now()
  const end = started + load.seconds * 1000
  await Promise.all(rows.map(async target => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
    for (let turn = 0; performance.now() < end; turn += 1) {
      const asked = performance.now()
      await change(agent, target, turn % 2 === 0 ? 'in_progress' : 'done')
      target.version += 1
      latencies.push(performance.now() - asked)
    }
    agent.destroy()
  }))
  const elapsed = (performance.now() - started) / 1000
  latencies.sort((a, b) => a - b)
  const at = (share: number) => latencies[Math.floor(latencies.length * share)] ?? Number.NaN
  return {
    requestsPerSecond: latencies.length / elapsed, p50: at(0.5), p95: at(0.95), cpuMilliseconds: (cpuOf(server) - before) / latencies.length,
  }
}

function actionId(file: string, name: string): string {
  const manifest = JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as {
    node: Record<string, { filename: string; exportedName: string }>
  }
  const found = Object.entries(manifest.node).find(([, action]) => action.filename.endsWith(file) && action.exportedName === name)
  if (!found) throw new Error(`the build has no action ${name} of ${file}`)
  return found[0]
}

function post(agent: http.Agent, url: string, headers: Record<string, string>, body: string, expected: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: 'POST', agent, headers: { ...headers, 'content-length': Buffer.byteLength(body) } }, response => {
      let text = ''
      response.setEncoding('utf8').on('data', chunk => { text += chunk })
      response.on('end', () => (expected.test(text) ? resolve() : reject(new Error(`${url} answered ${response.statusCode}: ${text.slice(0, 300)}`))))
    })
    request.on('error', reject)
    request.end(body)
  })
}
