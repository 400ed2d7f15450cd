import type { Instrumentation } from 'next'

/** Logs what failed while a page was rendered, with the number that its error page shows and the request's id. */
export const onRequestError: Instrumentation.onRequestError = async (error, request) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('@/lib/platform/log')
  const { digest } = error as { digest?: string }
  log.error({ error, digest, requestId: request.headers['x-request-id'], path: request.path.split('?')[0] }, 'page failed')
}
