import { check } from '../check'

/** The health endpoint answers that all is well, over HTTPS and without sending its caller elsewhere. */
export const health = check({
  id: 'probe/health',
  format: 'probe-result',
  subjects: ['health-checks'],
  findings: {
    unhealthy: 'fail', redirected: 'fail', 'not-open': 'inconclusive', 'a-page': 'inconclusive', unmeasured: 'inconclusive', answered: 'info',
  },
  * run({ health }) {
    const { place, path } = health
    if (health.error !== null) return yield { key: 'unmeasured', place, values: { path, reason: health.error } }
    const { status, milliseconds, contentType, location } = health
    if (closed.includes(status)) yield { key: 'not-open', place, values: { path, status } }
    else if (status >= 300 && status < 400) yield { key: 'redirected', place, values: { path, location: location ?? '-' } }
    else if (status < 200 || status >= 400) yield { key: 'unhealthy', place, values: { path, status } }
    // Applications of one page answer any path with it, also where there is no such endpoint.
    else if (/^text\/html\b/i.test(contentType ?? '')) yield { key: 'a-page', place, values: { path } }
    else yield { key: 'answered', place, values: { path, status, milliseconds } }
  },
})

/** It is elsewhere, or not for everybody, or not for so many calls. */
const closed = [401, 403, 404, 405, 410, 429]
