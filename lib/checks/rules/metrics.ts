import { RE2JS } from 're2js'
import type { Context } from '../check'
import type { Selector } from '../promql/expression'
import { exporters, type Exporter } from './exporters'
import { jobsOf, mayScrape, type Jobs } from './jobs'
import { Names } from './names'

/** What is known of the metrics that there are. */
export interface KnownMetrics {
  /** Names that samples have: of what was exposed, of the catalogue, of what is recorded, and of Prometheus itself. */
  names: ReadonlySet<string>
  /** Those among them that the application gives. */
  own: Names
  /** Whether what the application exposes was given, rather than what the catalogue says of it. */
  isExposed: boolean
  jobs: Jobs | null
}

export type Standing =
  | { kind: 'known' }
  /** It is not there; `near` are names that it may mean. */
  | { kind: 'orphan'; near: readonly string[] }
  /** No job scrapes the exporter that has it. */
  | { kind: 'not-scraped'; exporter: string }
  /** An exporter may have it; its name is none that is known. */
  | { kind: 'unlisted'; exporter: string }
  /** Whether the application has it cannot be told. */
  | { kind: 'uncatalogued' }

/** Prometheus writes these itself (prometheus/prometheus, `scrape/scrape.go`, `rules/alerting.go`). */
const written = [
  'up', 'scrape_duration_seconds', 'scrape_samples_scraped', 'scrape_samples_post_metric_relabeling', 'scrape_series_added', 'scrape_timeout_seconds',
  'scrape_sample_limit', 'scrape_body_size_bytes', 'ALERTS', 'ALERTS_FOR_STATE',
]

export function knownMetrics(context: Context): KnownMetrics {
  const families = context.filesOf('metrics-exposition').flatMap(({ document }) => document.families)
  const exposed = families.flatMap(({ name, type }) => samplesOf(name, type))
  const catalogue = context.baseline.metrics.flatMap(({ name, type }) => samplesOf(name, type))
  const recorded = context.filesOf('prometheus-rules').flatMap(({ document }) => document.groups)
    .flatMap(({ rules }) => rules).filter(({ kind }) => kind === 'record').map(({ name }) => name)
  const own = exposed.filter(name => !exporterOf(name))
  return {
    names: new Set([...exposed, ...catalogue, ...recorded, ...written]),
    own: new Names(new Set([...catalogue, ...own])),
    isExposed: own.length > 0,
    jobs: jobsOf(context),
  }
}

/** The names that samples of a metric have: a histogram's end in `_bucket`, `_sum` and `_count`. */
export function samplesOf(name: string, type: string): string[] {
  if (type === 'histogram' || type === 'gaugehistogram') return [`${name}_bucket`, `${name}_sum`, `${name}_count`]
  return type === 'summary' ? [name, `${name}_sum`, `${name}_count`] : [name]
}

export function standingOf(metric: string, { names, own, isExposed, jobs }: KnownMetrics): Standing {
  if (names.has(metric)) return { kind: 'known' }
  const exporter = exporterOf(metric)
  if (exporter) {
    if (jobs?.isComplete && !mayScrape(jobs.jobs, exporter))
      return mayScrape(jobs.proposed, exporter) ? { kind: 'uncatalogued' } : { kind: 'not-scraped', exporter: exporter.name }
    if (exporter.names.has(metric)) return jobs || !exporter.scraped ? { kind: 'known' } : { kind: 'uncatalogued' }
    const near = exporter.like.closest(metric)
    return near.length > 0 ? { kind: 'orphan', near } : { kind: 'unlisted', exporter: exporter.name }
  }
  const mistyped = own.closest(metric)
  const near = mistyped.length > 0 ? mistyped : own.relatedTo(metric)
  return near.length > 0 || isExposed ? { kind: 'orphan', near } : { kind: 'uncatalogued' }
}

function exporterOf(metric: string): Exporter | undefined {
  return exporters.find(({ prefix }) => metric.startsWith(prefix))
}

/** Selectors that name one metric, each metric once. */
export function metricsOf(selectors: readonly Selector[]): string[] {
  return [...new Set(selectors.flatMap(({ metric }) => metric ?? []))]
}

/** Expressions by which selectors ask for metrics, each once. */
export function patternsOf(selectors: readonly Selector[]): string[] {
  return [...new Set(selectors.flatMap(({ pattern }) => pattern ?? []))]
}

/** Whether an expression fits the name of a metric that is known, or that an exporter has. */
export function mayName(pattern: string, { names }: KnownMetrics): boolean {
  const expression = RE2JS.compile(`^(?:${pattern})$`)
  return [names, ...exporters.map(exporter => exporter.names)].some(set => [...set].some(name => expression.matches(name)))
}
