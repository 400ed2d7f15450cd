import { check } from '../check'

/** Metrics are not for everybody: they tell what runs, how much of it is used, and by whom. */
export const metricsPublic = check({
  id: 'probe/metrics-public',
  format: 'probe-result',
  subjects: ['metrics-endpoint'],
  findings: { public: 'fail', redirected: 'inconclusive', unclear: 'inconclusive', unmeasured: 'inconclusive', 'no-metrics': 'info' },
  * run({ metrics }) {
    const { place, path } = metrics
    if (metrics.error !== null) return yield { key: 'unmeasured', place, values: { path, reason: metrics.error } }
    const { status, location, exposition } = metrics
    const isAnswered = status >= 200 && status < 300
    if (isAnswered && exposition) yield { key: 'public', place, values: { path } }
    else if (isAnswered && exposition === false) yield { key: 'no-metrics', place, values: { path } }
    // Often to the same with a slash at its end, where they are for everybody.
    else if (status >= 300 && status < 400) yield { key: 'redirected', place, values: { path, location: location ?? '-' } }
    else if (!closed.includes(status)) yield { key: 'unclear', place, values: { path, status } }
  },
})

const closed = [401, 403, 404, 410]
