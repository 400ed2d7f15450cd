import { RE2JS } from 're2js'
import { check, type Context } from '../check'
import type { Matcher, Selector } from '../promql/expression'
import { rulesOf } from './alerts'
import { jobsOf } from './jobs'
import { samplesOf } from './metrics'

/** Every label that a rule asks of a metric is one that the metric has. */
export const unknownLabel = check({
  id: 'rules/unknown-label',
  format: 'prometheus-rules',
  subjects: ['alert-rules', 'metrics-catalogue'],
  findings: { 'unknown-label': 'fail', 'idle-matcher': 'warning' },
  * run(document, context) {
    const known = knownLabels(context)
    for (const { name: rule, exprPlace: place, expression } of rulesOf(document))
      for (const { metric, name: label, matcher } of strangers(expression.selectors, known)) {
        const values = { rule, metric, label, labels: [...known.get(metric) ?? []].sort().join(', ') }
        yield { key: acceptsNothing(matcher) ? 'idle-matcher' : 'unknown-label', place, values }
      }
  },
})

/** Labels that Prometheus, or Fly's, gives to every series (superfly/docs, `monitoring/metrics.html.md`), and those of histograms. */
const common = ['job', 'instance', 'app', 'region', 'host', '__name__', 'le', 'quantile']

/** Of each metric whose labels are all known: those of the catalogue and of what was exposed, and those of the targets. */
function knownLabels(context: Context): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>()
  const jobs = jobsOf(context)
  // A target may carry any label where its jobs cannot be seen.
  if (jobs === null || !jobs.isComplete || jobs.jobs.some(({ isOpen }) => isOpen)) return known
  const ofTargets = jobs.jobs.flatMap(({ labels }) => labels)
  const add = (name: string, type: string, labels: Iterable<string>) => {
    for (const sample of samplesOf(name, type)) known.set(sample, new Set([...known.get(sample) ?? [], ...common, ...ofTargets, ...labels]))
  }
  add('up', 'gauge', [])
  for (const { name, type, labels } of context.baseline.metrics) add(name, type, labels)
  for (const { document } of context.filesOf('metrics-exposition'))
    for (const { name, type, labels } of document.families) add(name, type, labels.keys())
  return known
}

function * strangers(selectors: readonly Selector[], known: ReadonlyMap<string, ReadonlySet<string>>) {
  for (const { metric, matchers } of selectors) {
    const labels = metric === null ? undefined : known.get(metric)
    if (metric !== null && labels) for (const matcher of matchers) if (!labels.has(matcher.name)) yield { metric, name: matcher.name, matcher }
  }
}

/** Whether series without the label pass: then it only selects nothing out. */
function acceptsNothing({ op, value }: Matcher): boolean {
  if (op === '=' || op === '!=') return (value === '') === (op === '=')
  return RE2JS.compile(`^(?:${value})$`).matches('') === (op === '=~')
}
