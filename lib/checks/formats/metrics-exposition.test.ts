import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { recognise } from '../recognise'
import { readText } from './exposition/text'
import { metricsExposition, type MetricsExposition } from './metrics-exposition'

const exposition = `# HELP portal_messages_sent_total Messages sent.
# TYPE portal_messages_sent_total counter
portal_messages_sent_total{env="prod"} 1027 1395066363000
portal_messages_sent_total{env="test"}   3

# HELP portal_message_latency_seconds Latency.
# TYPE portal_message_latency_seconds histogram
portal_message_latency_seconds_bucket{env="prod",le="0.05"} 24
portal_message_latency_seconds_bucket{env="prod",le="+Inf"} 33
portal_message_latency_seconds_sum{env="prod"} 5.3
portal_message_latency_seconds_count{env="prod"} 33
weird{path="C:\\\\DIR",error="line\\n\\"quoted\\""} +Inf -3982045
`

const openMetrics = `# TYPE portal_messages_sent counter
# HELP portal_messages_sent Messages.
portal_messages_sent_total{env="prod"} 17.0 1520879607.789 # {trace_id="KOO5S4vxi0o"} 0.67
portal_messages_sent_created{env="prod"} 1520430000.123
# TYPE portal_build info
portal_build_info{version="1"} 1
# TYPE portal_wait_seconds summary
# UNIT portal_wait_seconds seconds
portal_wait_seconds{quantile="0.95"} 123.7
portal_wait_seconds_sum 1
portal_wait_seconds_count 2
# EOF
`

function read(text: string): MetricsExposition {
  const found = recognise(new TextEncoder().encode(text))
  if (found === null || !('document' in found) || found.format !== 'metrics-exposition') throw new Error(JSON.stringify(found))
  return found.document as MetricsExposition
}

describe('the text format', () => {
  test('gives each family with what its lines declare and count', () => {
    const { syntax, samples, families } = read(exposition)
    expect([syntax, samples]).toEqual(['text', 7])
    expect(families.map(({ name, type, help, series, place }) => [name, type, help, series, place.line])).toEqual([
      ['portal_messages_sent_total', 'counter', 'Messages sent.', 2, 1],
      ['portal_message_latency_seconds', 'histogram', 'Latency.', 4, 6],
      ['weird', 'untyped', null, 1, 12],
    ])
    const [counter, histogram] = families
    expect([...counter!.labels.values()].map(({ name, samples, values, place }) => [name, samples, values, place])).toEqual([['env', 2, 2, { line: 3, column: 28 }]])
    expect([...histogram!.labels.keys()]).toEqual(['env'])
    expect(histogram!.faults).toEqual([])
  })

  test('tells series apart whatever the order of their labels, and notices one that stands twice', () => {
    expect(read('a{x="1",y="2"} 1\na{y="1",x="2"} 1\na{x="2",y="2"} 1\n').families[0]).toMatchObject({ series: 3, repeated: null })
    expect(read('a{x="1",y="2"} 1\na{y="2",x="1"} 1\n').families[0]).toMatchObject({ series: 1, repeated: { line: 2, column: 1 } })
  })

  test('counts exactly where values are much alike', () => {
    const lines = Array.from({ length: 40_000 }, (_, at) => `a{x="${at % 200}",y="${Math.floor(at / 200)}"} 1\n`)
    expect(read(lines.join('')).families[0]).toMatchObject({ series: 40_000, repeated: null })
  })
})

describe('OpenMetrics', () => {
  test('names counters and info as queries do', () => {
    const { syntax, families } = read(openMetrics)
    expect(syntax).toBe('openmetrics')
    expect(families.map(({ name, type, unit, series }) => [name, type, unit, series])).toEqual([
      ['portal_messages_sent_total', 'counter', null, 2],
      ['portal_build_info', 'info', null, 1],
      ['portal_wait_seconds', 'summary', 'seconds', 3],
    ])
  })

  test.each([
    ['cut off', '# TYPE a gauge\n# UNIT a \na 1\n', '3:1'],
    ['a line after the end', '# EOF\na 1\n', '2:1'],
    ['an empty line', '# TYPE a gauge\n\na 1\n# EOF\n', '2:1'],
    ['a comment', '# made by hand\n# TYPE a gauge\na 1\n# EOF\n', '1:1'],
    ['two blanks', '# TYPE a gauge\na  1\n# EOF\n', '2:3'],
    ['a counter without _total', '# TYPE a counter\na 1\n# EOF\n', '2:1'],
    ['a unit that the name lacks', '# TYPE a counter\n# UNIT a seconds\na_total 1\n# EOF\n', '2:1'],
    ['a type of the older format', '# TYPE a untyped\na 1\n# EOF\n', '1:1'],
    ['families that are mixed', '# TYPE a gauge\na 1\n# TYPE b gauge\nb 1\na{x="1"} 1\n# EOF\n', '5:1'],
    ['a comma at the end of labels', '# TYPE a gauge\na{x="1",} 1\n# EOF\n', '2:9'],
    ['an exemplar without a value', '# TYPE a counter\na_total 1 # {}\n# EOF\n', '2:15'],
  ])('refuses %s', (_, text, place) => {
    expect(problemsOf(text)).toEqual([place])
  })
})

test.each([
  ['a cut line', 'a 1\nb 2', ['2:1']],
  ['a value that is none', 'a 1\nb{x="1"} one\n', ['2:10']],
  ['a carriage return', 'a 1\r\nb 2\r\n', ['1:3', '2:3']],
  ['a value without its quote', 'a 1\nb{x="1} 2\n', ['2:5']],
  ['a type that is none', '# TYPE a amount\na 1\n', ['1:10']],
  ['a timestamp with a fraction', 'a 1 1.5\n', ['1:5']],
])('%s is refused where it stands', (_, text, places) => {
  expect(problemsOf(text)).toEqual(places)
})

test('no more problems are listed than anyone would read', () => {
  expect(problemsOf(`# TYPE a gauge\n${'a x\n'.repeat(1_000)}`)).toHaveLength(20)
})

function problemsOf(text: string): string[] {
  const result = metricsExposition.read(text)
  return result.ok ? [] : result.problems.map(({ place, reason }) => (reason === 'syntax' ? `${place.line}:${place.column}` : reason))
}

test('more metrics than any endpoint has are refused', () => {
  const lines = Array.from({ length: 30_000 }, (_, at) => `a${at} 1\n`)
  expect(metricsExposition.read(lines.join(''))).toMatchObject({ ok: false, problems: [{ reason: 'too-many-values', place: { line: 20_001, column: 1 } }] })
})

test.each([
  ['labels of one sample', `a{${Array.from({ length: 300 }, (_, at) => `x${at}="1"`).join(',')}} 1\n`],
  ['labels of one metric', Array.from({ length: 101_000 }, (_, at) => `a{x${at}="1"} 1\n`).join('')],
])('more %s than anyone writes are refused', (_, text) => {
  expect(metricsExposition.read(text)).toMatchObject({ ok: false, problems: [{ reason: 'too-many-values' }] })
})

describe('histograms', () => {
  const faults = (lines: string) => read(`# TYPE a histogram\n${lines}\n`).families[0]?.faults.map(({ kind, place }) => `${kind} ${place.line}`)

  test.each([
    ['whole', 'a_bucket{le="1"} 1\na_bucket{le="+Inf"} 2\na_sum 1\na_count 2', []],
    ['whole, its sum and count first', 'a_sum 1\na_count 2\na_bucket{le="1"} 1\na_bucket{le="+Inf"} 2', []],
    ['two, mixed', 'a_bucket{x="1",le="+Inf"} 2\na_bucket{x="2",le="+Inf"} 3\na_sum{x="1"} 1\na_sum{x="2"} 1\na_count{x="1"} 2\na_count{x="2"} 3', []],
    ['a bucket without le', 'a_bucket 1\na_bucket{le="+Inf"} 2\na_sum 1\na_count 2', ['no-le 2']],
    ['no bucket of infinity', 'a_bucket{le="1"} 1\na_sum 1\na_count 2', ['no-infinity 2']],
    ['no sum and no count', 'a_bucket{le="+Inf"} 1', ['no-sum 2', 'no-count 2']],
    ['a count of its own', 'a_bucket{le="+Inf"} 1\na_sum 1\na_count 2', ['count-differs 4']],
    ['buckets that shrink', 'a_bucket{le="1"} 3\na_bucket{le="+Inf"} 2\na_sum 1\na_count 2', ['not-cumulative 3']],
    ['buckets in disorder', 'a_bucket{le="10"} 1\na_bucket{le="2"} 1\na_bucket{le="+Inf"} 2\na_sum 1\na_count 2', ['not-sorted 3']],
    ['a value of its own', 'a 3\na_bucket{le="+Inf"} 2\na_sum 1\na_count 2', ['bare-sample 2']],
    ['only the second of two lacks', 'a_bucket{x="1",le="+Inf"} 2\na_sum{x="1"} 1\na_count{x="1"} 2\na_bucket{x="2",le="+Inf"} 2\na_sum{x="2"} 1', ['no-count 5']],
  ])('%s', (_, lines, expected) => {
    expect(faults(lines)).toEqual(expected)
  })

  test('OpenMetrics lets sum and count be left out together', () => {
    expect(read('# TYPE a histogram\na_bucket{le="+Inf"} 1\n# EOF\n').families[0]?.faults).toEqual([])
    expect(read('# TYPE a histogram\na_bucket{le="+Inf"} 1\na_sum 1\n# EOF\n').families[0]?.faults).toMatchObject([{ kind: 'no-count' }])
  })
})

test.each([
  ['YAML', 'groups:\n  - name: a\n'],
  ['YAML of numbers', 'version: 2\nsize: 3\n'],
  ['YAML that speaks of types', '# TYPE a gauge\ngroups:\n  - name: a\n'],
  ['TOML', 'app = "portal"\n[http_service]\ninternal_port = 8000\n'],
  ['JSON', '{"a": 1}'],
  ['a Dockerfile', 'FROM node:24\nEXPOSE 8000\n'],
  ['a Caddyfile', 'example.org {\n  reverse_proxy 10.0.0.1:80\n}\n'],
  ['variables', 'PORT=8000\nLIMIT=3\n'],
  ['prose', 'Chapter 1\nThe first words 2\n'],
  ['a list of a word and a number', 'series 10\n'],
])('%s is no exposition', (_, text) => {
  expect(metricsExposition.matches(text)).toBe(false)
})

test('50 MB are read', { timeout: 120_000 }, () => {
  const lines = Array.from({ length: 100_000 }, (_, at) => `http_requests_total{method="GET",path="/api/things/${at}",status="200",instance="portal-${at % 10}"} ${at}\n`)
  const text = `# TYPE http_requests_total counter\n${lines.join('').repeat(6)}`
  expect(text.length).toBeGreaterThan(50_000_000)
  const result = readText(text)
  expect(result.ok && result.value.families[0]?.series).toBe(100_000)
})

const hasPromtool = spawnSync('promtool', ['--version']).status === 0

/** Whether it reads a text; what it thinks of names, for which it ends with 3, does not count. */
function promtoolReads(text: string): boolean {
  return spawnSync('promtool', ['check', 'metrics'], { input: text }).status !== 1
}

describe.skipIf(!hasPromtool)('promtool check metrics, where it is installed (skipped where it is not), is of one mind', () => {
  const crafted = [
    '', '\n', '#\n', '#', '# EOF\n', '   ', ' a\t1\n', 'a 1', 'a 1 \n', 'a 1 2 \n', 'a{} 1 2\n', 'a+1\n', 'a.5 1\n', 'a{x="1"}2\n', 'a{x="1",} 1\n',
    'a{,} 1\n', 'a{x="1",,} 1\n', 'a{ x = "1" , y = "2" } 1\n', 'a{x="1",x="2"} 1\n', 'a{x="1"y="2"} 1\n', 'a{x=1} 1\n', 'a{x="1} 1\n',
    'a{x="\\q"} 1\n', 'a{x="\\n\\\\\\""} 1\n', 'a{__name__="b"} 1\n', '1a 1\n', 'a{1x="2"} 1\n', 'a-b 1\n', 'a{x-y="1"} 1\n', 'a\n', 'a one\n',
    'a 1_0\n', 'a 0x1p2\n', 'a 0x10\n', 'a 1e400\n', 'a 1e-400\n', 'a 1.\n', 'a .5\n', 'a .\n', 'a +\n', 'a nan\n', 'a +nan\n', 'a -INF\n', 'a infinity\n',
    'a infinit\n', 'a 1 1.5\n', 'a 1 +5\n', 'a 1 -5\n', 'a 1 9223372036854775807\n', 'a 1 9223372036854775808\n', 'a 1 00000000000000000000005\n',
    'a 1 2 3\n', 'a 1\r\n', '# HELP a\n', '# HELP\n', '#HELP a b\n', '#HELPA b c\n', '# HELP a b\\nc\n', '# HELP a b\\c\n', '# HELP a b\\"c\n', '# HELP a \\\\\\\\n\n',
    '# HELP a b\\\n', '# HELP a b\n# HELP a c\n', '# HELP 1a b\n', '# HELP a-b c\n', '# TYPE a\n', '# TYPE a counter \n', '# TYPE a Counter\n', '# TYPE a info\n',
    '# TYPE a unknown\n', '# TYPE a counter\n# TYPE a counter\n', 'a 1\n# TYPE a counter\n', '# HELP a b\na 1\n# TYPE a counter\n',
    '# TYPE a histogram\n# TYPE a_sum gauge\n', '# TYPE a summary\n# TYPE a_bucket gauge\n', '# TYPE a histogram\na_bucket{le="x"} 1\n',
    '# TYPE a summary\na{quantile="x"} 1\n', '# TYPE a gauge\na{le="x"} 1\n', 'a_sum 1\n# TYPE a histogram\n', '# TYPE a histogram\na 1\n', '"a b" 1\n', '{"a"} 1\n',
    '# TYPE a gauge_histogram\n', 'a{é="1"} 1\n', 'a{x="é"} 1\n', 'é 1\n', exposition,
  ]

  test.each(crafted.map(text => [JSON.stringify(text), text]))('over %s', (_, text) => {
    expect(readText(text).ok).toBe(promtoolReads(text))
  })

  test('over texts with a character changed, dropped or doubled', { timeout: 120_000 }, () => {
    const characters = ['"', '{', '}', ',', '=', '\\', '\n', ' ', '#', 'x', '7', '+', '.']
    const mutated = Array.from({ length: 80 }, (_, round) => {
      const at = (round * 7919) % exposition.length
      const put = characters[round % characters.length] ?? ''
      const kept = round % 3 === 0 ? exposition.slice(at) : exposition.slice(at + 1)
      return exposition.slice(0, at) + (round % 5 === 0 ? '' : put) + kept
    })
    const differing = mutated.filter(text => readText(text).ok !== promtoolReads(text))
    expect(differing).toEqual([])
  })
})
