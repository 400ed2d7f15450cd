import type { TreeFormat } from '../format'
import type { Place } from '../place'
import { entriesOf, get, itemsOf, placeOf, stringOf, textOf, type Read, type Tree, type Unreadable } from '../syntax/tree'
import { durationOf } from './prometheus/duration'

/** A `prometheus.yml`, what it leaves out filled in as Prometheus does. */
export interface PrometheusConfig {
  tree: Tree
  /** Seconds; 60 where the file does not say. Null where what it says is no duration. */
  scrapeInterval: number | null
  evaluationInterval: number | null
  externalLabels: readonly Label[]
  /** As written: paths, in which `*` may stand. */
  ruleFiles: readonly Named[]
  /** Files with further jobs, which cannot be seen here. */
  scrapeConfigFiles: readonly Named[]
  jobs: readonly ScrapeJob[]
  alertmanagers: readonly Endpoint[]
  remoteWrite: readonly RemoteStorage[]
  remoteRead: readonly RemoteStorage[]
}

/** An entry of `scrape_configs`. */
export interface ScrapeJob extends Endpoint {
  job: string
  /** Seconds; the global one where the job has none, and null where it is no duration. */
  interval: number | null
  /** Where the interval is said, else the job. */
  intervalPlace: Place
  /** Seconds; null where neither the job nor the file says it, or it is no duration. */
  timeout: number | null
  path: string
  metricRelabels: readonly Relabel[]
}

/** Something that Prometheus speaks to, told by the file or found by a service. */
export interface Endpoint {
  place: Place
  tree: Tree
  scheme: string
  /** Of `static_configs`. */
  targets: readonly Target[]
  /** Names of the services by which further targets are found, such as `dns_sd_configs`. */
  discovery: readonly string[]
  relabels: readonly Relabel[]
}

/** An address of `static_configs`, with the labels of its group. */
export interface Target {
  address: string
  /** Null where the address does not say it: 80 for HTTP, 443 for HTTPS. */
  port: number | null
  place: Place
  labels: readonly Label[]
}

/** An entry of `relabel_configs`. */
export interface Relabel {
  place: Place
  action: string
  sourceLabels: readonly string[]
  targetLabel: string | null
  regex: string
  replacement: string
}

/** An entry of `remote_write` or `remote_read`. */
export interface RemoteStorage {
  place: Place
  tree: Tree
  url: string | null
}

export interface Label {
  name: string
  value: string
  place: Place
}

export interface Named {
  name: string
  place: Place
}

export const prometheusConfig: TreeFormat<PrometheusConfig> = {
  syntax: 'yaml',
  hint: /^(scrape_configs|rule_files|remote_write|alerting):/m,
  matches: looksLikePrometheus,
  read: readConfig,
}

/** Promtail and the collectors of other makers have `scrape_configs` too, with tables that Prometheus has not. */
function looksLikePrometheus(tree: Tree): boolean {
  if (['clients', 'positions', 'receivers', 'route', 'groups', 'services', 'kind'].some(key => get(tree, key))) return false
  return ['scrape_configs', 'rule_files', 'remote_write'].some(key => get(tree, key) !== undefined)
    || get(tree, 'alerting', 'alertmanagers') !== undefined
    || get(tree, 'global', 'scrape_interval') !== undefined || get(tree, 'global', 'evaluation_interval') !== undefined
}

function readConfig(tree: Tree): Read<PrometheusConfig> {
  const problems = shapeProblems(tree)
  if (problems.length > 0) return { ok: false, problems }
  const global = get(tree, 'global')
  const scrapeInterval = secondsOf(get(global, 'scrape_interval')) ?? (get(global, 'scrape_interval') ? null : defaultInterval)
  const evaluationInterval = secondsOf(get(global, 'evaluation_interval')) ?? (get(global, 'evaluation_interval') ? null : defaultInterval)
  return {
    ok: true,
    value: {
      tree, scrapeInterval, evaluationInterval,
      externalLabels: labelsOf(get(global, 'external_labels')),
      ruleFiles: namesOf(get(tree, 'rule_files')),
      scrapeConfigFiles: namesOf(get(tree, 'scrape_config_files')),
      jobs: itemsOf(get(tree, 'scrape_configs')).map(job => jobOf(job, global, scrapeInterval)),
      alertmanagers: itemsOf(get(tree, 'alerting', 'alertmanagers')).map(endpointOf),
      remoteWrite: itemsOf(get(tree, 'remote_write')).map(remoteOf),
      remoteRead: itemsOf(get(tree, 'remote_read')).map(remoteOf),
    },
  }
}

/** One minute (prometheus/prometheus, `config/config.go`). */
const defaultInterval = 60

type Shape = 'map' | 'list of maps' | 'list of scalars'

/** What must be a list or a map, by the path to it; `*` stands for each item of a list. */
const shapes: readonly (readonly [path: readonly string[], shape: Shape])[] = [
  [[], 'map'],
  [['global'], 'map'],
  [['global', 'external_labels'], 'map'],
  [['rule_files'], 'list of scalars'],
  [['scrape_config_files'], 'list of scalars'],
  [['scrape_configs'], 'list of maps'],
  [['scrape_configs', '*', 'static_configs'], 'list of maps'],
  [['scrape_configs', '*', 'static_configs', '*', 'targets'], 'list of scalars'],
  [['scrape_configs', '*', 'static_configs', '*', 'labels'], 'map'],
  [['scrape_configs', '*', 'relabel_configs'], 'list of maps'],
  [['scrape_configs', '*', 'metric_relabel_configs'], 'list of maps'],
  [['alerting'], 'map'],
  [['alerting', 'alertmanagers'], 'list of maps'],
  [['alerting', 'alertmanagers', '*', 'static_configs'], 'list of maps'],
  [['alerting', 'alertmanagers', '*', 'static_configs', '*', 'targets'], 'list of scalars'],
  [['remote_write'], 'list of maps'],
  [['remote_read'], 'list of maps'],
]

function shapeProblems(tree: Tree): Unreadable[] {
  for (const [path, shape] of shapes) {
    const wrong = at(tree, path).filter(value => !isOfShape(value, shape))
    // What is deeper would only say the same again.
    if (wrong.length > 0) return wrong.map(({ place, kind }) => ({ place, reason: 'shape', values: { expected: `${path.join('.')}: ${shape}`, found: kind } }))
  }
  return []
}

function at(tree: Tree, path: readonly string[]): Tree[] {
  return path.reduce<Tree[]>((trees, step) => trees.flatMap(one => (step === '*' ? itemsOf(one) : get(one, step) ?? [])), [tree])
}

/** Nothing, as `static_configs:` alone leaves it, is an empty list or map. */
function isOfShape(tree: Tree, shape: Shape): boolean {
  if (tree.kind === 'scalar') return tree.value === null
  if (shape === 'map') return tree.kind === 'map'
  return tree.kind === 'list' && tree.items.every(item => item.kind === (shape === 'list of maps' ? 'map' : 'scalar'))
}

function jobOf(tree: Tree, global: Tree | undefined, globalInterval: number | null): ScrapeJob {
  const own = get(tree, 'scrape_interval')
  return {
    ...endpointOf(tree),
    job: textOf(get(tree, 'job_name')) ?? '',
    interval: own ? secondsOf(own) : globalInterval,
    intervalPlace: own ? placeOf(tree, 'scrape_interval') : tree.place,
    timeout: secondsOf(get(tree, 'scrape_timeout')) ?? secondsOf(get(global, 'scrape_timeout')),
    path: textOf(get(tree, 'metrics_path')) ?? '/metrics',
    metricRelabels: itemsOf(get(tree, 'metric_relabel_configs')).map(relabelOf),
  }
}

function endpointOf(tree: Tree): Endpoint {
  return {
    place: tree.place,
    tree,
    scheme: textOf(get(tree, 'scheme')) ?? 'http',
    targets: itemsOf(get(tree, 'static_configs')).flatMap(targetsOf),
    discovery: entriesOf(tree).flatMap(([key]) => (key.endsWith('_sd_configs') ? [key] : [])),
    relabels: itemsOf(get(tree, 'relabel_configs')).map(relabelOf),
  }
}

function targetsOf(group: Tree): Target[] {
  const labels = labelsOf(get(group, 'labels'))
  return itemsOf(get(group, 'targets')).map(target => {
    const address = textOf(target) ?? ''
    const [, port] = /:(\d{1,5})$/.exec(address) ?? []
    return { address, port: port === undefined ? null : Number(port), place: target.place, labels }
  })
}

/** The defaults of `relabel.Config` (prometheus/prometheus, `model/relabel/relabel.go`). */
function relabelOf(tree: Tree): Relabel {
  return {
    place: tree.place,
    action: (textOf(get(tree, 'action')) ?? 'replace').toLowerCase(),
    sourceLabels: itemsOf(get(tree, 'source_labels')).flatMap(label => textOf(label) ?? []),
    targetLabel: textOf(get(tree, 'target_label')) ?? null,
    regex: textOf(get(tree, 'regex')) ?? '(.*)',
    replacement: textOf(get(tree, 'replacement')) ?? '$1',
  }
}

function remoteOf(tree: Tree): RemoteStorage {
  return { place: tree.place, tree, url: stringOf(get(tree, 'url')) ?? null }
}

function labelsOf(tree: Tree | undefined): Label[] {
  return entriesOf(tree).map(([name, { place, value }]) => ({ name, value: textOf(value) ?? '', place }))
}

function namesOf(tree: Tree | undefined): Named[] {
  return itemsOf(tree).map(item => ({ name: textOf(item) ?? '', place: item.place }))
}

function secondsOf(tree: Tree | undefined): number | null {
  const text = textOf(tree)
  return text === undefined ? null : durationOf(text)
}
