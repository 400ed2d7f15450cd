import type { ChildProcess } from 'node:child_process'
import autocannon, { type Histogram, type Setup } from 'autocannon'
import { cpuOf, residentMegabytes } from './process-figures'

export interface Measured {
  requestsPerSecond: number
  /** Milliseconds. */
  p50: number
  p95: number
  /** Processor time of the server for a request. */
  cpuMilliseconds: number
  /** Resident at the end. */
  megabytes: number
}

/** How hard, how long, and as whom. */
export interface Load {
  connections: number
  seconds: number
  cookie: string
}

/**
 * Asks for one address as fast as it is answered, after a second of warming up. Bodies are counted and let go:
 * autocannon makes a text of each, which of compressed bytes takes six times as long as of letters, and longer than
 * either server takes to answer.
 */
export async function measureReads(url: string, load: Load, server: ChildProcess): Promise<Measured> {
  const options = { url, connections: load.connections, headers: { cookie: load.cookie, 'accept-encoding': 'br' }, setupClient: letBodiesGo }
  await autocannon({ ...options, duration: 1 })
  const before = cpuOf(server)
  const result = await autocannon({ ...options, duration: load.seconds })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`)
  return {
    requestsPerSecond: result.requests.average, p50: result.latency.p50, p95: percentile95(result.latency),
    cpuMilliseconds: (cpuOf(server) - before) / result.requests.total, megabytes: residentMegabytes(server),
  }
}

const letBodiesGo: Setup = client => { client.pipelinedRequests.addBody = () => undefined }

/**
 * Milliseconds from a write until a page is there again, rendered anew: the median of several. What the first
 * reader after a change waits for.
 */
export async function measureRenewal(url: string, cookie: string, change: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let turn = 0; turn < 15; turn += 1) {
    await change()
    const started = performance.now()
    const response = await fetch(url, { headers: { cookie } })
    await response.arrayBuffer()
    if (response.headers.get('x-page-cache') !== 'miss') throw new Error(`${url} was not rendered anew`)
    times.push(performance.now() - started)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN
}

// autocannon names no 95th percentile; its 97.5th is the stricter neighbour.
function percentile95(latency: Histogram): number {
  return latency.p97_5
}
