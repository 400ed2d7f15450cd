import { check } from '../check'
import type { Values } from '../finding'
import type { MetricFamily } from '../formats/metrics-exposition'
import type { Place } from '../place'
import { isForeign } from './programs'

/** Metrics of the application are named as Prometheus asks: base units, `_total` for counters alone, nothing reserved. */
export const names = check({
  id: 'exposition/names',
  format: 'metrics-exposition',
  subjects: ['metrics-endpoint'],
  findings: {
    'counter-without-total': 'fail', 'total-without-counter': 'fail', 'not-base-unit': 'fail', colon: 'fail', 'reserved-label': 'fail',
    'reserved-suffix': 'warning', 'abbreviated-unit': 'warning', 'type-in-name': 'warning', 'camel-case': 'warning', foreign: 'info',
  },
  * run({ families }, { baseline }) {
    const asked = new Set(baseline.metrics.map(({ name }) => name))
    const foreign: MetricFamily[] = []
    for (const family of families) {
      // A name that the assessment itself asks for is not the application's to change.
      if (asked.has(family.name)) continue
      const faults = faultsOf(family)
      if (isForeign(family.name) && faults.length > 0) foreign.push(family)
      else for (const { key, place = family.place, values } of faults) yield { key, place, values: { metric: family.name, ...values } }
    }
    const [first] = foreign
    const values: Values = { count: foreign.length, metric: first?.name ?? '' }
    if (first) yield { key: 'foreign', place: first.place, values }
  },
})

type Key =
  | 'counter-without-total' | 'total-without-counter' | 'not-base-unit' | 'colon' | 'reserved-label' | 'reserved-suffix'
  | 'abbreviated-unit' | 'type-in-name' | 'camel-case'

interface Fault {
  key: Key
  place?: Place
  values?: Values
}

/** What promtool lints (prometheus/client_golang, `prometheus/testutil/promlint/validations`). */
function faultsOf(family: MetricFamily): Fault[] {
  const { name, type, labels } = family
  const isHistogram = type === 'histogram' || type === 'gaugehistogram'
  const words = name.toLowerCase().split('_')
  const unit = unitOf(name)
  const faults: (Fault | false)[] = [
    type === 'counter' && !name.endsWith('_total') && { key: 'counter-without-total' },
    type !== 'counter' && type !== 'untyped' && name.endsWith('_total') && { key: 'total-without-counter' },
    unit !== null && unit.unit !== unit.base && { key: 'not-base-unit', values: { ...unit } },
    name.includes(':') && { key: 'colon' },
    type !== 'untyped' && family.reserved !== null
      && { key: 'reserved-label', place: family.reserved.place, values: { label: family.reserved.name } },
    type !== 'untyped' && !isHistogram && (name.endsWith('_bucket') || (type !== 'summary' && /_(count|sum)$/.test(name)))
      && { key: 'reserved-suffix' },
    words.slice(1).some(word => abbreviations.has(word)) && { key: 'abbreviated-unit' },
    words.slice(1).some(word => typeWords.has(word)) && { key: 'type-in-name' },
    [name, ...labels.keys()].some(one => /[a-z][A-Z]/.test(one)) && { key: 'camel-case' },
  ]
  return faults.filter(fault => fault !== false)
}

const typeWords = new Set(['counter', 'gauge', 'summary', 'histogram'])
const abbreviations = new Set(['s', 'ms', 'us', 'ns', 'sec', 'b', 'kb', 'mb', 'gb', 'tb', 'pb', 'm', 'h', 'd'])
const prefixes = [
  'pico', 'nano', 'micro', 'milli', 'centi', 'deci', 'deca', 'hecto', 'kilo', 'kibi', 'mega', 'mibi', 'giga', 'gibi', 'tera', 'tebi', 'peta', 'pebi',
]
const bases = new Map([
  ...['amperes', 'bytes', 'celsius', 'grams', 'joules', 'kelvin', 'meters', 'metres', 'seconds', 'volts'].map(unit => [unit, unit] as const),
  ['minutes', 'seconds'], ['hours', 'seconds'], ['days', 'seconds'], ['weeks', 'seconds'], ['kelvins', 'kelvin'], ['fahrenheit', 'celsius'],
  ['rankine', 'celsius'], ['inches', 'meters'], ['yards', 'meters'], ['miles', 'meters'], ['bits', 'bytes'], ['calories', 'joules'],
  ['pounds', 'grams'], ['ounces', 'grams'],
])

/** The first word of a name that is a unit, and the unit that should stand in its place. */
function unitOf(name: string): { unit: string; base: string } | null {
  for (const word of name.split('_')) {
    const bare = [word, ...prefixes.filter(prefix => word.startsWith(prefix)).map(prefix => word.slice(prefix.length))].find(one => bases.has(one))
    if (bare !== undefined) return { unit: word, base: bases.get(bare) ?? bare }
  }
  return null
}
