import type { TreeFormat } from '../format'
import type { Place } from '../place'
import { booleanOf, entriesOf, get, itemsOf, misshapen, numberOf, placeOf, stringOf, type Tree } from '../syntax/tree'

/**
 * What a load test with k6 came to, its three shapes read alike (grafana/k6, `js/summary.go` and
 * `js/summary-wrapper.js`, read November 2026): that which `handleSummary` is given, the flat one of
 * `--summary-export`, and the later flat one that holds its thresholds apart.
 */
export interface K6Summary {
  place: Place
  metrics: ReadonlyMap<string, K6Metric>
  /** What the script asserts of answers, wherever it stands in groups. */
  assertions: readonly K6Assertion[]
  thresholds: readonly K6Threshold[]
}

/** A metric: `http_req_duration`, or one of its parts as `http_req_duration{expected_response:true}`. */
export interface K6Metric {
  place: Place
  /** By statistic: `avg`, `p(95)`, `count`, … The share of a rate is `rate` in every shape; milliseconds where it is a time. */
  values: ReadonlyMap<string, K6Value>
}

export interface K6Value {
  place: Place
  /** Null where it is no finite number. */
  value: number | null
}

export interface K6Assertion {
  name: string
  place: Place
  passes: number | null
  fails: number | null
}

/** A limit that the script itself sets: `p(95)<500`. */
export interface K6Threshold {
  metric: string
  expression: string
  place: Place
  /** Null where the file does not say. */
  held: boolean | null
}

export const k6Summary: TreeFormat<K6Summary> = {
  syntax: 'json',
  hint: /"(http_req_duration|iteration_duration|vus_max)"\s*:/,
  matches: tree => ['http_req_duration', 'http_reqs', 'iterations', 'iteration_duration', 'vus']
    .some(metric => get(tree, 'metrics', metric)?.kind === 'map'),
  read: tree => {
    const metrics = entriesOf(get(tree, 'metrics'))
    const wrong = metrics.find(([, { value }]) => value.kind !== 'map')
    if (wrong) {
      const [name, { value }] = wrong
      return misshapen(value, `metrics.${name}: {}`)
    }
    return {
      ok: true,
      value: {
        place: tree.place,
        metrics: new Map(metrics.map(([name, { place, value }]) => [name, { place, values: valuesOf(value) }])),
        assertions: assertionsOf(get(tree, 'root_group')),
        thresholds: [
          ...metrics.flatMap(([name, { value }]) => thresholdsOf(name, get(value, 'thresholds'))),
          ...entriesOf(get(tree, 'thresholds')).flatMap(([name, { value }]) => thresholdsOf(name, value)),
        ],
      },
    }
  },
}

function valuesOf(metric: Tree): ReadonlyMap<string, K6Value> {
  const values = get(metric, 'values') ?? metric
  // Flat files call the share of a rate its value; a gauge has a value too, but counts nothing that passes.
  const isRate = get(values, 'passes') !== undefined || get(values, 'fails') !== undefined
  const scalars = entriesOf(values).filter(([, { value }]) => value.kind === 'scalar' && typeof value.value !== 'boolean')
  return new Map(scalars.map(([name, { place, value }]) =>
    [isRate && name === 'value' ? 'rate' : name, { place, value: numberOf(value) ?? null }]))
}

/** A flat file says of each threshold whether it was *crossed*: `true` is a failure (`js/summary-wrapper.js`). */
function thresholdsOf(metric: string, thresholds: Tree | undefined): K6Threshold[] {
  return entriesOf(thresholds).map(([expression, { place, value }]) => {
    const crossed = booleanOf(value)
    return { metric, expression, place, held: crossed === undefined ? booleanOf(get(value, 'ok')) ?? null : !crossed }
  })
}

/** Lists of `handleSummary`, maps by name of the flat shapes; read without recursion, however deep groups nest. */
function assertionsOf(root: Tree | undefined): K6Assertion[] {
  const found: K6Assertion[] = []
  const groups = root ? [root] : []
  for (let group = groups.pop(); group; group = groups.pop()) {
    for (const one of childrenOf(get(group, 'checks')))
      found.push({
        name: stringOf(get(one, 'name')) ?? '?', place: placeOf(one, 'name'),
        passes: numberOf(get(one, 'passes')) ?? null, fails: numberOf(get(one, 'fails')) ?? null,
      })
    groups.push(...childrenOf(get(group, 'groups')))
  }
  return found
}

function childrenOf(tree: Tree | undefined): readonly Tree[] {
  return tree?.kind === 'map' ? [...tree.entries.values()].map(({ value }) => value) : itemsOf(tree)
}
