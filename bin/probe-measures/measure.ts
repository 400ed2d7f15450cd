import { connect } from 'node:net'
import type { Measured } from '@/lib/domain/probe'
import { certificateOf } from './certificate'
import { seeHeaders, seeHealth, seeMetrics, seePlain } from './http'
import { attempt, patience, TimeoutError, type Target } from './target'
import { greet, measureVersions } from './tls'

/**
 * Looks at a server from outside. What cannot be seen is written down with the code of the error; only where nothing
 * takes the connection does it throw that error. Few connections at once, and none longer than the target says.
 */
export async function measure(target: Target, at: Date): Promise<Measured> {
  await reach(target)
  let alpn: string | null = null
  const certificate = await attempt(async () => {
    const socket = await greet(target)
    alpn = socket.alpnProtocol || null
    try {
      return certificateOf(socket, target.host, at)
    } finally {
      socket.destroy()
    }
  })
  const versions = await measureVersions(target)
  return {
    http: { port: target.plainPort, ...await attempt(() => seePlain(target)) },
    tls: { alpn, versions },
    certificate,
    headers: { path: target.page, ...await attempt(() => seeHeaders(target)) },
    health: { path: target.health, ...await attempt(() => seeHealth(target)) },
    metrics: { path: target.metrics, ...await attempt(() => seeMetrics(target)) },
  }
}

function reach({ host, port, milliseconds }: Target): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ ...patience, host, port })
    const timer = setTimeout(() => socket.destroy(new TimeoutError()), milliseconds)
    socket.once('connect', () => {
      resolve()
      socket.destroy()
    })
    socket.once('error', reject)
    socket.once('close', () => clearTimeout(timer))
  })
}
