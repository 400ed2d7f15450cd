import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { histograms } from './histograms'

const histogram = (...lines: string[]) => `# TYPE a_seconds histogram\n${lines.map(line => `a_seconds${line}\n`).join('')}`

test.each([
  ['whole', histogram('_bucket{le="0.1"} 1', '_bucket{le="+Inf"} 2', '_sum 1', '_count 2'), []],
  ['no bound at all', histogram('_bucket 1', '_bucket{le="+Inf"} 2', '_sum 1', '_count 2'), ['no-le 2:1']],
  ['no +Inf', histogram('_bucket{le="0.1"} 1', '_sum 1', '_count 2'), ['no-infinity 2:1']],
  ['no sum', histogram('_bucket{le="0.1"} 1', '_bucket{le="+Inf"} 2', '_count 2'), ['no-sum 2:1']],
  ['no count', histogram('_bucket{le="0.1"} 1', '_bucket{le="+Inf"} 2', '_sum 2'), ['no-count 2:1']],
  ['a count that is not that of +Inf', histogram('_bucket{le="0.1"} 1', '_bucket{le="+Inf"} 2', '_sum 2', '_count 3'), ['count-differs 5:1']],
  ['counts that shrink', histogram('_bucket{le="0.1"} 3', '_bucket{le="+Inf"} 2', '_sum 2', '_count 2'), ['not-cumulative 3:1']],
  ['bounds in disorder', histogram('_bucket{le="1"} 1', '_bucket{le="0.1"} 1', '_bucket{le="+Inf"} 2', '_sum 2', '_count 2'), ['not-sorted 3:1']],
  ['a value of its own', histogram(' 1', '_bucket{le="0.1"} 1', '_bucket{le="+Inf"} 2', '_sum 2', '_count 2'), ['bare-sample 2:1']],
  ['nothing below +Inf', histogram('_bucket{le="+Inf"} 2', '_sum 2', '_count 2'), ['single-bucket 1:1']],
  ['declared and without a sample', '# TYPE a_seconds histogram\nb 1\n', []],
  ['none', 'b_held 1\n', []],
])('%s', (_, text, expected) => {
  expect(found(histograms, text)).toEqual(expected)
})
