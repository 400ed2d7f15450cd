import type { Failure } from '@/lib/domain/result'

/**
 * The failure that people are told of where something threw. That the database is away, or takes no changes, is said
 * as such: it passes, and a write whose answer was lost on the way may have been kept. Anything else is a failure of
 * ours.
 */
export function unexpected(error: unknown, requestId: string): Failure {
  const { code, message } = told(error)
  const isAway = awayCodes.test(code) || awayMessages.test(message)
  return { code: isAway ? 'database_unavailable' : fixedCodes.test(code) ? 'database_not_writable' : 'unexpected', values: { requestId } }
}

// No server is found or answers, the one that did ends its connections (57P) or has none left (53300); P10 and P2028 are
// Prisma's names for the same, and for a transaction that did not begin or end in its time.
const awayCodes = /^(E(AI_AGAIN|CONNREFUSED|CONNRESET|HOSTUNREACH|NETUNREACH|NOTFOUND|PIPE|TIMEDOUT)|57P0[123]|53300|P10(01|02|08|17)|P2028)$/
// What the driver words by itself, without a code.
const awayMessages = /^(Connection terminated|Client (was closed|has encountered a connection error) and is not queryable|timeout exceeded when trying to connect|Query read timeout)/
// Its disk is full; it is read-only, as a standby is, or one that its operator has closed.
const fixedCodes = /^(53100|25006)$/

/** The code and words of the driver where Prisma gives them along with its own. */
function told(error: unknown): { code: string; message: string } {
  const { code = '', message = '', meta } = (error ?? {}) as {
    code?: string; message?: string; meta?: { driverAdapterError?: { cause?: { originalCode?: string } } }
  }
  return { code: meta?.driverAdapterError?.cause?.originalCode ?? code, message }
}
