import type { IncomingMessage, ServerResponse } from 'node:http'
import { renderWithin, type Rendering } from '@/lib/platform/rendering'

type Render = (request: IncomingMessage, response: ServerResponse) => Promise<void>

/**
 * Lets Next answer a request that does something. Where it fails before any action was reached, what was sent could
 * not be read, which Next takes for a failure of its own: `refuse` then answers in its place.
 */
export function renderAction(
  request: IncomingMessage, response: ServerResponse, render: Render, refuse: () => Promise<void>,
): Promise<void> {
  const rendering: Rendering = { cacheable: null, reachedAction: false }
  const { writeHead, write, end } = response
  const isUnreadable = () => response.statusCode === 500 && !rendering.reachedAction
  const restore = () => Object.assign(response, { writeHead, write, end })

  response.writeHead = ((status: number, ...rest: []) => {
    response.statusCode = status
    if (isUnreadable()) return response
    restore()
    return writeHead.call(response, status, ...rest)
  }) as typeof writeHead
  response.write = ((...parts: Parameters<typeof write>) => {
    if (isUnreadable()) return true
    restore()
    return write.apply(response, parts)
  }) as typeof write
  response.end = ((...parts: Parameters<typeof end>) => {
    restore()
    if (!isUnreadable()) return end.apply(response, parts)
    for (const name of headersOfBody) response.removeHeader(name)
    void refuse()
    return response
  }) as typeof end
  return renderWithin(rendering, () => render(request, response))
}

// They speak of the body that is dropped.
const headersOfBody = ['Content-Encoding', 'Transfer-Encoding', 'ETag', 'Vary']
