import type { ChildProcess } from 'node:child_process'
import autocannon, { type Histogram } from 'autocannon'
import { cpuOf } from './cpu'

export interface Measured {
  requestsPerSecond: number
  /** Milliseconds. */
  p50: number
  p95: number
  /** Processor time of the server for a request. */
  cpuMilliseconds: number
}

/** Asks for one address as fast as it is answered, after a second of warming up. */
export async function measureReads(
  url: string, load: { connections: number; seconds: number; cookie: string }, server: ChildProcess,
): Promise<Measured> {
  const options = { url, connections: load.connections, headers: { cookie: load.cookie, 'accept-encoding': 'br' } }
  await autocannon({ ...options, duration: 1 })
  const before = cpuOf(server)
  const result = await autocannon({ ...options, duration: load.seconds })
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} refused, ${result.errors} errors`)
  return {
    requestsPerSecond: result.requests.average, p50: result.latency.p50, p95: percentile95(result.latency),
    cpuMilliseconds: (cpuOf(server) - before) / result.requests.total,
  }
}

// autocannon names no 95th percentile; its 97.5th is the stricter neighbour.
function percentile95(latency: Histogram): number {
  return latency.p97_5
}
