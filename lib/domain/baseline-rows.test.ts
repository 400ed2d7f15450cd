import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Baseline } from './baseline'
import { rowKey } from './baseline-rows'

const text = fc.string({ minLength: 1, maxLength: 4 })
const labels = fc.dictionary(text, text, { maxKeys: 4, noNullPrototype: true })
const route = fc.record({ match: labels, receiver: text, groupWait: fc.option(text), repeatInterval: fc.option(text) })
const inhibition = fc.record({ source: labels, target: labels, equal: fc.uniqueArray(text, { maxLength: 3 }) })
const metric = fc.record({ name: text, type: fc.constantFrom('gauge' as const, 'counter' as const), labels: fc.uniqueArray(text, { maxLength: 3 }) })
const target = fc.record(
  { job: text, port: fc.nat(3), path: text, intervalSeconds: fc.nat(3), labels, proposed: fc.boolean() },
  { requiredKeys: ['job', 'intervalSeconds', 'labels', 'proposed'] },
)

/** The same labels in the opposite order. */
const turned = (given: Readonly<Record<string, string>>) => Object.fromEntries(Object.entries(given).toReversed())

test('a row is named alike in whichever order its labels stand, and whatever else is said of it', () => {
  fc.assert(fc.property(route, inhibition, metric, target, (route, inhibition, metric, target) => {
    const scope = { es: 'todas', en: 'all' }
    expect(rowKey('alertRoutes', { ...route, match: turned(route.match), ...{ scope } })).toBe(rowKey('alertRoutes', route))
    expect(rowKey('inhibitions', { source: turned(inhibition.source), target: turned(inhibition.target), equal: inhibition.equal.toReversed() }))
      .toBe(rowKey('inhibitions', inhibition))
    expect(rowKey('metrics', { ...metric, labels: metric.labels.toReversed() })).toBe(rowKey('metrics', metric))
    expect(rowKey('scrapeTargets', { ...target, labels: turned(target.labels) })).toBe(rowKey('scrapeTargets', target))
  }))
})

test('two rows that ask for different things have different names', () => {
  fc.assert(fc.property(route, route, (a, b) => {
    expect(rowKey('alertRoutes', a) === rowKey('alertRoutes', b)).toBe(isDeepStrictEqual(a, b))
  }))
  fc.assert(fc.property(target, target, (a, b) => {
    expect(rowKey('scrapeTargets', a) === rowKey('scrapeTargets', b)).toBe(isDeepStrictEqual(a, b))
  }))
})

const asked: Baseline['scrapeTargets'][number] = { job: 'api', port: 9091, path: '/metrics', intervalSeconds: 15, labels: { service: 'web' }, proposed: false }

test.each<[string, Partial<typeof asked>]>([
  ['another interval', { intervalSeconds: 30 }],
  ['another port', { port: 9092 }],
  ['a label more', { labels: { service: 'web', zone: 'a' } }],
  ['no longer only proposed', { proposed: true }],
])('a row that asks for something else has another name: %s', (_, change) => {
  expect(rowKey('scrapeTargets', { ...asked, ...change })).not.toBe(rowKey('scrapeTargets', asked))
})

test('rows of two tables never share a name', () => {
  expect(rowKey('regions', { code: 'api' })).not.toBe(rowKey('metrics', { name: 'api', type: 'gauge', labels: [] }))
})
