import { check } from '../check'

/** Histograms can be reckoned with: bounds in order, counts that only grow, a bucket of `+Inf`, a sum and a count. */
export const histograms = check({
  id: 'exposition/histograms',
  format: 'metrics-exposition',
  subjects: ['metrics-endpoint'],
  findings: {
    'no-le': 'fail', 'no-infinity': 'fail', 'no-sum': 'fail', 'no-count': 'fail', 'count-differs': 'fail',
    'not-cumulative': 'fail', 'not-sorted': 'fail', 'bare-sample': 'fail', 'single-bucket': 'warning', 'not-counted': 'inconclusive',
  },
  * run({ families }) {
    for (const { name, place, faults, type, counted, samples, metrics } of families) {
      if (type !== 'histogram' && type !== 'gaugehistogram') continue
      for (const fault of faults) yield { key: fault.kind, place: fault.place, values: { metric: name } }
      // With no bound below +Inf, bucket, sum and count of each are all that there is: no percentile comes of it.
      if (faults.length === 0 && samples > 0 && samples <= 3 * metrics) yield { key: 'single-bucket', place, values: { metric: name } }
      if (counted === 'least') yield { key: 'not-counted', place, values: { metric: name } }
    }
  },
})
