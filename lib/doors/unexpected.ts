import type { Failure } from '@/lib/domain/result'

/**
 * The failure that people are told of where something threw. That the database is away is said as such: it passes,
 * and a write whose answer was lost on the way may have been kept. Anything else is a failure of ours.
 */
export function unexpected(error: unknown, requestId: string): Failure {
  return { code: isDatabaseAway(error) ? 'database_unavailable' : 'unexpected', values: { requestId } }
}

// No server answers, or the one that did ends its connections (57P); P10: Prisma's names for the same.
const awayCodes = /^(ECONNREFUSED|ECONNRESET|EPIPE|57P0[123]|P10(01|02|08|17))$/
// What the driver words by itself, without a code.
const awayMessages = /^(Connection terminated|Client (was closed|has encountered a connection error) and is not queryable|timeout exceeded when trying to connect)/

function isDatabaseAway(error: unknown): boolean {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string }
  return awayCodes.test(code) || awayMessages.test(message)
}
