import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { helpType } from './help-type'

const head = '# HELP a Things.\n# TYPE a gauge\n'

test.each([
  ['a metric that says what it is', `${head}a 1\n`, []],
  ['no TYPE', '# HELP a_held Things.\na_held 1\n', ['no-type 1:1']],
  ['no HELP', '# TYPE a gauge\na 1\n', ['no-help 1:1']],
  ['an empty HELP', '# HELP a \n# TYPE a gauge\na 1\n', ['no-help 1:1']],
  ['one series twice', `${head}a{x="1"} 1\na{x="2"} 1\na{x="1"} 2\n`, ['repeated 5:1']],
  ['lines of another between its own', `${head}a{x="1"} 1\n# HELP b Others.\n# TYPE b gauge\nb 1\na{x="2"} 1\n`, ['scattered 7:1']],
  ['declared and without a sample', `${head}# HELP b Others.\n# TYPE b gauge\nb 1\n`, ['no-samples 1:1']],
  ['nothing but declarations', head, ['empty 1:1']],
  ['a counter below zero', '# HELP a_total Things.\n# TYPE a_total counter\na_total{x="1"} 2\na_total{x="2"} -2\n', ['not-a-count 4:1']],
  ['a counter that is no number', '# HELP a_total Things.\n# TYPE a_total counter\na_total NaN\n', ['not-a-count 3:1']],
  ['a counter at its beginning, and a gauge below zero', '# HELP a_total Things.\n# TYPE a_total counter\na_total 0\n# HELP b Others.\n# TYPE b gauge\nb -1\n', []],
  ['the parts of a histogram, which need none of their own', '# HELP a Things.\n# TYPE a histogram\na_bucket{le="+Inf"} 1\na_sum 1\na_count 1\n', []],
])('%s', (_, text, expected) => {
  expect(found(helpType, text)).toEqual(expected)
})
