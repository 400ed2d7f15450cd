import { describe, expect, test } from 'vitest'
import { readExpression } from './expression'
import { hasLabel } from './labels'

function read(text: string) {
  const expression = readExpression(text)
  if (!expression.ok) throw new Error(`${expression.offset}: ${expression.message}`)
  return expression
}

describe('what an expression asks for', () => {
  test('each selector with its metric, its matchers and where they stand', () => {
    expect(read('sum(rate(a_total{job="api", code=~"5.."}[5m])) / b').selectors).toEqual([
      {
        metric: 'a_total', pattern: null, offset: 9, matchers: [
          { name: 'job', op: '=', value: 'api', offset: 17 },
          { name: 'code', op: '=~', value: '5..', offset: 28 },
        ],
      },
      { metric: 'b', pattern: null, matchers: [], offset: 49 },
    ])
  })

  test('a metric named by its label, and none', () => {
    expect(read('{__name__="a", job!=""}').selectors).toMatchObject([{ metric: 'a', matchers: [{ name: 'job' }] }])
    expect(read('{job="a"}').selectors).toMatchObject([{ metric: null, pattern: null }])
    expect(read('{__name__=~"a|b"}').selectors).toMatchObject([{ metric: null, pattern: 'a|b' }])
  })

  test('a metric keeps its capitals, though a keyword is spelled so', () => {
    expect(read('SUM').selectors[0]?.metric).toBe('SUM')
  })

  test.each([
    ['1 + 2', 'scalar'], ['a', 'vector'], ['a[5m]', 'matrix'], ['"a"', 'string'], ['a[5m:1m]', 'matrix'], ['rate(a[5m])', 'vector'],
    ['time() - a', 'vector'], ['scalar(a)', 'scalar'],
  ])('%s is a %s', (text, type) => expect(read(text).type).toBe(type))
})

describe('the labels that a result may carry', () => {
  test.each([
    ['a', 'instance job le version'],
    ['sum(a)', ''],
    ['sum by (job) (a)', 'job'],
    ['sum(a) by (job)', 'job'],
    ['avg without (instance) (a)', 'job le version'],
    ['sum by (job) (sum by (instance) (a))', ''],
    ['topk(3, sum by (job) (a))', 'job'],
    ['count_values("version", a)', 'version'],
    ['histogram_quantile(0.9, sum by (job, le) (rate(a[5m])))', 'job'],
    ['absent(a{job="x", instance=~"y"})', 'job'],
    ['absent(sum(a{job="x"}))', ''],
    ['label_replace(sum(a), "job", "x", "", "")', 'job'],
    ['sum(a) / sum(b) * 100 > 5', ''],
    ['100 - sum by (job) (a)', 'job'],
    ['a * on (job) b', 'job'],
    ['a * ignoring (job) b', 'instance le version'],
    ['sum by (job) (a) * on (job) group_left (version) b', 'job version'],
    ['sum by (job) (a) and b', 'job'],
    ['sum by (job) (a) or sum by (instance) (b)', 'instance job'],
    ['a or sum(b)', 'instance job le version'],
    ['vector(1)', ''],
  ])('of %s: %s', (text, labels) => {
    const { labels: set } = read(text)
    expect(['instance', 'job', 'le', 'version'].filter(name => hasLabel(set, name)).join(' ')).toBe(labels)
  })
})

describe('what is wrong with an expression', () => {
  test.each([
    ['', 0, 'no expression found in input'],
    ['sum(a', 5, 'unclosed left parenthesis'],
    ['rate(a)', 5, 'expected type range vector in call to function "rate", got instant vector'],
    ['foo(a)', 0, 'unknown function with name "foo"'],
    ['a and 1', 0, 'set operator "and" not allowed in binary scalar expression'],
    ['1 > 2', 2, 'comparisons between scalars must use BOOL modifier'],
    ['a{b=~"("}', 2, 'error parsing regexp: missing closing ): `(`'],
    ['a offset 5', 9, 'unexpected number "5" in offset, expected duration'],
    ['{}', 0, 'vector selector must contain at least one non-empty matcher'],
    ['sum by (a) b', 11, 'unexpected identifier "b" in aggregation'],
  ])('%s', (text, offset, message) => expect(readExpression(text)).toEqual({ ok: false, offset, message }))

  test('what nests a thousand times is refused, what is long is not', () => {
    expect(readExpression('('.repeat(1_000) + 'a' + ')'.repeat(1_000)).ok).toBe(false)
    expect(readExpression('-'.repeat(100_000) + 'a').ok).toBe(false)
    expect(readExpression('a' + ' + a'.repeat(20_000)).ok).toBe(true)
  })
})

test('of very many labels more are said to be carried, in no time', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => `sum by (l${index}) (a)`).join(' or ')
  expect(hasLabel(read(many).labels, 'l19999')).toBe(true)
  const names = Array.from({ length: 20_000 }, (_, index) => `l${index}`).join()
  expect(hasLabel(read(`sum without (${names}) (sum by (${names}) (a))`).labels, 'l1')).toBe(true)
  expect(readExpression(`a * on (${names}) group_left (x${names}) b`).ok).toBe(false)
})
