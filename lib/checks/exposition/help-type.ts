import { check } from '../check'

/** Every metric says once what it is and what it means, no series stands twice, and what counts can be a count. */
export const helpType = check({
  id: 'exposition/help-type',
  format: 'metrics-exposition',
  subjects: ['metrics-endpoint'],
  findings: { empty: 'fail', 'no-type': 'fail', scattered: 'fail', repeated: 'fail', 'not-a-count': 'fail', 'no-help': 'warning', 'no-samples': 'warning' },
  * run({ families, samples }) {
    if (samples === 0) yield { key: 'empty', place: { line: 1, column: 1 } }
    for (const { name, place, typePlace, help, scattered, repeated, uncounted, samples: own } of families) {
      const values = { metric: name }
      if (!typePlace) yield { key: 'no-type', place, values }
      if (!help) yield { key: 'no-help', place, values }
      if (scattered) yield { key: 'scattered', place: scattered, values: { ...values, line: place.line } }
      if (repeated) yield { key: 'repeated', place: repeated, values }
      if (uncounted) yield { key: 'not-a-count', place: uncounted, values }
      if (own === 0 && samples > 0) yield { key: 'no-samples', place, values }
    }
  },
})
