import { isIP } from 'node:net'
import type { ConnectionOptions } from 'node:tls'
import { constants } from 'node:crypto'

/** What is measured, and how long each connection may take. */
export interface Target {
  /** A name or an address, without brackets. */
  host: string
  port: number
  plainPort: number
  /** The page whose headers are looked at. */
  page: string
  health: string
  metrics: string
  /** Of one connection, from its first packet to its last. */
  milliseconds: number
}

/** Milliseconds for each address of a name but the last; the quarter of a second that Node gives is little across an ocean. */
export const patience = { autoSelectFamilyAttemptTimeout: 2_000 }

/** To look at whatever answers: what is wrong with it is written down, and is no reason to look away. */
export function openMinded({ host, port }: Target): ConnectionOptions & { host: string; port: number } {
  return {
    ...patience, host, port, servername: isIP(host) ? '' : host, rejectUnauthorized: false, minVersion: 'TLSv1', minDHSize: 1,
    // OpenSSL speaks the old versions at this level alone.
    ciphers: 'DEFAULT@SECLEVEL=0',
    secureOptions: constants.SSL_OP_LEGACY_SERVER_CONNECT,
  }
}

/** Of a connection that took longer than it may. */
export class TimeoutError extends Error {
  readonly code = 'timeout'
}

/**
 * What an error is called in a result: its code, which names neither addresses nor paths of this machine. Where each
 * address of a name failed, it is refused only where all of them refused.
 */
export function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(codeOf).find(code => code !== 'ECONNREFUSED') ?? 'ECONNREFUSED'
  return String((error as { code?: unknown } | null)?.code ?? 'unexpected')
}

/** What `look` saw, or the code of its error. */
export async function attempt<Seen extends object>(look: () => Promise<Seen>): Promise<{ error: string } | ({ error: null } & Seen)> {
  try {
    return { error: null, ...await look() }
  } catch (error) {
    return { error: codeOf(error) }
  }
}
