import { expect, test } from 'vitest'
import { emptyBaseline } from '@/lib/domain/baseline'
import { runChecks } from '../run'
import { found } from '../testing/found'
import { cardinality } from './cardinality'

const series = (label: string, ...values: string[]) => values.map(value => `portal_things{${label}="${value}"} 1\n`).join('')
const count = (name: string, most: number) => Array.from({ length: most }, (_, at) => `${name}{x="v${at}"} 1\n`).join('')
const square = (name: string, side: number) => Array.from({ length: side * side }, (_, at) => `${name}{x="v${at % side}",y="v${Math.floor(at / side)}"} 1\n`).join('')

test.each([
  ['a short list', series('status', '200', '404', '500'), []],
  ['an e-mail address, even one', series('owner', 'ana@example.org'), ['personal-data 1:15']],
  ['a label named for users', series('user_id', '7'), ['identifier-name 1:15']],
  ['UUIDs', series('thing', '0b6ad0e8-8a2b-4a8b-9d4a-1d1f6f1f0a11', '1b6ad0e8-8a2b-4a8b-9d4a-1d1f6f1f0a11'), ['identifier-values 1:15']],
  ['one UUID, of this process', series('boot', '0b6ad0e8-8a2b-4a8b-9d4a-1d1f6f1f0a11'), []],
  ['paths with a number in them', series('path', '/api/users', '/api/users/123'), ['identifier-values 2:15']],
  ['paths with a version in them', series('path', '/api/v1/users', '/api/v2/users/{id}'), []],
  ['mount points', series('mountpoint', '/', '/run/user/1000'), []],
  ['long numbers', series('thing', '1234567', '1234568'), ['identifier-values 1:15']],
  ['short numbers, such as ports', series('port', '8000', '9091'), []],
  ['hashes', series('thing', '507f1f77bcf86cd799439011', '507f1f77bcf86cd799439012'), ['identifier-values 1:15']],
  ['moments', series('thing', '2026-11-26T10:00:00Z', '2026-11-26T10:00:01Z'), ['identifier-values 1:15']],
  ['a hundred series', count('portal_things', 100), []],
  ['more than a hundred', count('portal_things', 101), ['many 1:1']],
  ['a label of a thousand values', count('portal_things', 1_000), ['many 1:1']],
  ['a label of more', count('portal_things', 1_001), ['too-many 1:1']],
  ['more than a thousand combinations of short lists', square('portal_things', 40), ['many 1:1']],
  ['more than ten thousand of them', square('portal_things', 101), ['too-many 1:1']],
  ['a label named for the number of a person', series('dni', '7'), ['identifier-name 1:15']],
  ['many of another program', count('node_cpu_seconds_total', 1_001), ['foreign 1:1']],
  ['one histogram with many buckets', `# TYPE portal_things histogram\n${Array.from({ length: 150 }, (_, at) => `portal_things_bucket{le="${at}"} 1\n`).join('')}portal_things_bucket{le="+Inf"} 1\nportal_things_sum 1\nportal_things_count 1\n`, []],
  ['sixty summaries of five series', `# TYPE portal_things summary\n${Array.from({ length: 60 }, (_, at) => ['', '_sum', '_count'].map(part => (part === '' ? ['0.5', '0.9', '0.99'].map(quantile => `portal_things{x="v${at}",quantile="${quantile}"} 1\n`).join('') : `portal_things${part}{x="v${at}"} 1\n`)).join('')).join('')}`, []],
  ['a hundred and one summaries without quantiles', `# TYPE portal_things summary\n${Array.from({ length: 101 }, (_, at) => `portal_things_sum{x="v${at}"} 1\nportal_things_count{x="v${at}"} 1\n`).join('')}`, ['many 1:1']],
])('%s', (_, text, expected) => {
  expect(found(cardinality, text)).toEqual(expected)
})

test('no value of a label is repeated in a finding', () => {
  const [file] = runChecks([{ name: 'a', bytes: new TextEncoder().encode(series('owner', 'ana@example.org')) }], emptyBaseline, '2026-11-26')
  expect(JSON.stringify(file)).toContain('personal-data')
  expect(JSON.stringify(file)).not.toContain('ana@')
})
