import { RE2JS } from 're2js'
import { check, type Found } from '../check'
import type { Endpoint, PrometheusConfig, ScrapeJob } from '../formats/prometheus-config'
import { durationOf } from '../formats/prometheus/duration'
import { entriesOf, get, itemsOf, placeOf, textOf, type Tree } from '../syntax/tree'
import { fields } from './fields'

type Key =
  | 'unknown-field' | 'duplicate-job' | 'no-job-name' | 'bad-duration' | 'timeout-over-interval' | 'bad-relabel' | 'bad-regex' | 'url-as-target'
  | 'no-url' | 'bad-rule-path' | 'two-credentials'

type Fault = Found & { key: Key }

/** What Prometheus refuses to start with, as far as it can be told from the file alone. */
export const valid = check({
  id: 'prometheus/valid',
  format: 'prometheus-config',
  subjects: ['scraping', 'metrics-retention'],
  findings: {
    'unknown-field': 'fail', 'duplicate-job': 'fail', 'no-job-name': 'fail', 'bad-duration': 'fail', 'timeout-over-interval': 'fail',
    'bad-relabel': 'fail', 'bad-regex': 'fail', 'url-as-target': 'fail', 'no-url': 'fail', 'bad-rule-path': 'fail', 'two-credentials': 'fail',
  },
  * run(config) {
    const { tree, jobs, alertmanagers, remoteWrite, remoteRead } = config
    yield * unknownFields(tree)
    yield * durations(config)
    yield * jobNames(jobs)
    for (const endpoint of [...jobs, ...alertmanagers]) yield * addresses(endpoint)
    for (const { tree: part } of [...jobs, ...alertmanagers, ...remoteWrite, ...remoteRead]) {
      yield * credentials(part)
      for (const key of ['relabel_configs', 'metric_relabel_configs', 'write_relabel_configs', 'alert_relabel_configs'])
        for (const relabel of itemsOf(get(part, key))) yield * relabelling(relabel)
    }
    for (const relabel of itemsOf(get(tree, 'alerting', 'alert_relabel_configs'))) yield * relabelling(relabel)
    for (const { place, url } of [...remoteWrite, ...remoteRead]) if (!url) yield { key: 'no-url', place }
    for (const { name, place } of [...config.ruleFiles, ...config.scrapeConfigFiles])
      if (!/^[^*]*(\*[^/]*)?$/.test(name)) yield { key: 'bad-rule-path', place, values: { path: name } }
  },
})

function * unknownFields(tree: Tree): Iterable<Fault> {
  for (const [path, known] of fields)
    for (const table of at(tree, path))
      for (const [field, { place }] of entriesOf(table))
        if (!known.has(field))
          yield { key: 'unknown-field', place, values: { field, table: path.filter(step => step !== '*').join('.') || 'none' } }
}

function at(tree: Tree, path: readonly string[]): Tree[] {
  return path.reduce<Tree[]>((trees, step) => trees.flatMap(one => (step === '*' ? itemsOf(one) : get(one, step) ?? [])), [tree])
}

function * durations({ tree, jobs }: PrometheusConfig): Iterable<Fault> {
  const global = get(tree, 'global')
  const tables = [...(global ? [global] : []), ...jobs.map(job => job.tree)]
  for (const table of tables)
    for (const field of ['scrape_interval', 'scrape_timeout', 'evaluation_interval']) {
      const text = textOf(get(table, field))
      if (text !== undefined && durationOf(text) === null) yield { key: 'bad-duration', place: placeOf(table, field), values: { field, text } }
    }
  const globalTimeout = durationOf(textOf(get(global, 'scrape_timeout')) ?? '')
  for (const { tree: table, job, interval } of jobs) {
    const own = durationOf(textOf(get(table, 'scrape_timeout')) ?? '')
    if (own !== null && interval !== null && own > interval)
      yield { key: 'timeout-over-interval', place: placeOf(table, 'scrape_timeout'), values: { job, timeout: own, interval } }
  }
  const globalInterval = durationOf(textOf(get(global, 'scrape_interval')) ?? '1m')
  if (global && globalTimeout !== null && globalInterval !== null && globalTimeout > globalInterval)
    yield {
      key: 'timeout-over-interval', place: placeOf(global, 'scrape_timeout'),
      values: { job: 'global', timeout: globalTimeout, interval: globalInterval },
    }
}

function * jobNames(jobs: readonly ScrapeJob[]): Iterable<Fault> {
  const first = new Map<string, number>()
  for (const { job, tree } of jobs) {
    const place = placeOf(tree, 'job_name')
    const earlier = first.get(job)
    if (job === '') yield { key: 'no-job-name', place }
    else if (earlier !== undefined) yield { key: 'duplicate-job', place, values: { job, line: earlier } }
    else first.set(job, place.line)
  }
}

/** Where targets are relabelled, Prometheus looks at addresses only afterwards. */
function * addresses({ targets, relabels }: Endpoint): Iterable<Fault> {
  if (relabels.length > 0) return
  for (const { address, place } of targets) if (address.includes('/')) yield { key: 'url-as-target', place }
}

function * credentials(table: Tree): Iterable<Fault> {
  const kinds = ['basic_auth', 'authorization', 'oauth2', 'bearer_token', 'bearer_token_file'].filter(field => get(table, field) !== undefined)
  if (kinds.length > 1) yield { key: 'two-credentials', place: placeOf(table, kinds[1] ?? ''), values: { first: kinds[0] ?? '', second: kinds[1] ?? '' } }
}

const actions = ['replace', 'keep', 'drop', 'hashmod', 'labelmap', 'labeldrop', 'labelkeep', 'lowercase', 'uppercase', 'keepequal', 'dropequal']
const needTarget = ['replace', 'hashmod', 'lowercase', 'uppercase', 'keepequal', 'dropequal']

function * relabelling(relabel: Tree): Iterable<Fault> {
  const action = (textOf(get(relabel, 'action')) ?? 'replace').toLowerCase()
  if (!actions.includes(action)) yield { key: 'bad-relabel', place: placeOf(relabel, 'action'), values: { action, field: 'action' } }
  else if (needTarget.includes(action) && !textOf(get(relabel, 'target_label')))
    yield { key: 'bad-relabel', place: relabel.place, values: { action, field: 'target_label' } }
  else if (action === 'hashmod' && !Number(textOf(get(relabel, 'modulus'))))
    yield { key: 'bad-relabel', place: relabel.place, values: { action, field: 'modulus' } }
  const regex = textOf(get(relabel, 'regex'))
  if (regex !== undefined && !isRegex(regex)) yield { key: 'bad-regex', place: placeOf(relabel, 'regex') }
}

function isRegex(text: string): boolean {
  try {
    RE2JS.compile(text)
    return true
  } catch {
    return false
  }
}
