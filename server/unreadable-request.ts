import { randomUUID } from 'node:crypto'
import type { Duplex } from 'node:stream'
import { wordFailure } from '@/lib/i18n/failures'
import { log } from '@/lib/platform/log'

/** Answers what Node could not read as a request, such as cookies beyond all measure: in both languages, as none is known. */
export function answerUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const requestId = randomUUID()
  // The error itself carries what was sent, cookies too.
  log.warn({ code: error.code, requestId }, 'a request could not be read')
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? '431 Request Header Fields Too Large' : '400 Bad Request'
  const words = (['es', 'en'] as const).map(language => wordFailure({ code: 'unreadable' }, language).message)
  const body = `${words.join('\n')}\n\n${requestId}\n`
  socket.end([
    `HTTP/1.1 ${status}`, `X-Request-Id: ${requestId}`, 'Content-Type: text/plain; charset=utf-8', 'X-Content-Type-Options: nosniff',
    `Content-Length: ${Buffer.byteLength(body)}`, 'Connection: close', '', body,
  ].join('\r\n'))
}
