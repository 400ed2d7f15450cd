import type { IncomingMessage, ServerResponse } from 'node:http'
import { PassThrough, type Readable } from 'node:stream'

// A connection that sends nothing of a body for so long is given up.
const idleMilliseconds = 60_000

/**
 * Closes the connection of a request where nothing of its body arrives for so long, whoever reads it. `bodyOf` waits in
 * its place, and leaves the connection for the answer.
 */
export function closeWhenIdle(request: IncomingMessage, response: ServerResponse, milliseconds = idleMilliseconds): void {
  request.setTimeout(milliseconds, () => request.destroy())
  // Once all is answered, the connection waits for its next request, and for how long is the server's to say.
  request.once('end', () => {
    if (!response.writableFinished) request.setTimeout(0)
  })
}

/**
 * The body of a request as a stream that can be destroyed without the connection, which is still to carry the answer.
 * It breaks where the connection does, or where nothing arrives for too long.
 */
export function bodyOf(request: IncomingMessage): Readable {
  const body = new PassThrough()
  const breakOff = () => {
    if (!request.readableEnded) body.destroy(new Error('the upload broke off'))
  }
  // It may break before anybody reads it; without a listener that would end the process.
  body.on('error', () => undefined).once('close', () => request.setTimeout(0))
  request.removeAllListeners('timeout').setTimeout(idleMilliseconds, breakOff).on('error', breakOff).once('close', breakOff)
  // Nothing more is to arrive, and what the store still does with it may take its time.
  request.once('end', () => request.setTimeout(0))
  if (request.destroyed) breakOff()
  return request.pipe(body)
}
