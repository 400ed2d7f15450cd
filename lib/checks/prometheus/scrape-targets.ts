import type { Baseline } from '@/lib/domain/baseline'
import { rowKey } from '@/lib/domain/baseline-rows'
import { check, ofRows, type Found } from '../check'
import type { ScrapeJob, Target } from '../formats/prometheus-config'
import { placeOf } from '../syntax/tree'

type Asked = Baseline['scrapeTargets'][number]
type Key = 'other-interval' | 'other-port' | 'other-path' | 'label-differs' | 'no-targets' | 'cannot-tell' | 'proposed-differs'

/** Every job of the assessment's inventory is scraped, at its interval, port and path and with its labels. */
export const scrapeTargets = check({
  id: 'prometheus/scrape-targets',
  format: 'prometheus-config',
  subjects: ['scraping'],
  findings: {
    missing: 'fail', 'other-interval': 'fail', 'other-port': 'fail', 'other-path': 'fail', 'label-differs': 'fail', 'no-targets': 'fail',
    'proposed-differs': 'warning', 'missing-proposed': 'info', 'not-asked': 'info',
    'cannot-tell': 'inconclusive', 'other-files': 'inconclusive', 'no-inventory': 'inconclusive',
  },
  * run({ jobs, tree, scrapeConfigFiles }, { baseline }) {
    const [otherFile] = scrapeConfigFiles
    const place = placeOf(tree, 'scrape_configs')
    if (baseline.scrapeTargets.length === 0) yield { key: 'no-inventory', place }
    for (const asked of baseline.scrapeTargets) {
      const job = jobs.find(({ job }) => job === asked.job)
      const rows = [rowKey('scrapeTargets', asked)]
      if (job) yield * ofRows(rows, compare(asked, job))
      else if (asked.proposed) yield { key: 'missing-proposed', place, values: { job: asked.job }, rows }
      else if (otherFile) yield { key: 'other-files', place: otherFile.place, values: { job: asked.job }, rows }
      else yield { key: 'missing', place, values: { job: asked.job }, rows }
    }
    for (const { job, place: at } of jobs)
      if (baseline.scrapeTargets.length > 0 && !baseline.scrapeTargets.some(asked => asked.job === job))
        yield { key: 'not-asked', place: at, values: { job } }
  },
  rows: ({ jobs }, { baseline }) => baseline.scrapeTargets
    .filter(asked => jobs.some(({ job, interval }) => job === asked.job && interval !== null))
    .map(asked => rowKey('scrapeTargets', asked)),
})

/** A job that is only proposed is not held to anything: what differs is worth a word. */
function * compare(asked: Asked, job: ScrapeJob): Iterable<Found & { key: Key }> {
  for (const difference of differences(asked, job))
    yield asked.proposed ? { key: 'proposed-differs', place: difference.place, values: { job: asked.job } } : difference
}

function * differences(asked: Asked, job: ScrapeJob): Iterable<Found & { key: Exclude<Key, 'proposed-differs'> }> {
  const values = { job: asked.job }
  if (job.interval !== null && job.interval !== asked.intervalSeconds)
    yield { key: 'other-interval', place: job.intervalPlace, values: { ...values, found: job.interval, interval: asked.intervalSeconds } }
  if (job.targets.length === 0 && job.discovery.length === 0) yield { key: 'no-targets', place: job.place, values }
  for (const service of job.discovery) yield { key: 'cannot-tell', place: placeOf(job.tree, service), values: { ...values, what: service } }
  yield * addresses(asked, job)
  for (const [name, value] of Object.entries(asked.labels)) yield * labelOf(asked.job, name, value, job)
}

/** Port and path, unless relabelling writes them anew. */
function * addresses(asked: Asked, job: ScrapeJob): Iterable<Found & { key: 'other-port' | 'other-path' | 'cannot-tell' }> {
  const rewrites = (label: string) => job.relabels.find(({ targetLabel }) => targetLabel === label)
  const address = rewrites('__address__')
  const path = rewrites('__metrics_path__')
  if (asked.port !== undefined) {
    if (address) yield { key: 'cannot-tell', place: address.place, values: { job: asked.job, what: '__address__' } }
    else for (const target of job.targets) {
      const port = target.port ?? (job.scheme === 'https' ? 443 : 80)
      if (port !== asked.port) yield { key: 'other-port', place: target.place, values: { job: asked.job, found: port, port: asked.port } }
    }
  }
  if (path) yield { key: 'cannot-tell', place: path.place, values: { job: asked.job, what: '__metrics_path__' } }
  else if (job.path !== (asked.path ?? '/metrics'))
    yield { key: 'other-path', place: placeOf(job.tree, 'metrics_path'), values: { job: asked.job, found: job.path, path: asked.path ?? '/metrics' } }
}

/** One label of a job's targets, as its groups say it or relabelling writes it. */
function * labelOf(
  job: string, name: string, value: string, { targets, relabels, place }: ScrapeJob,
): Iterable<Found & { key: 'label-differs' | 'cannot-tell' }> {
  const written = relabels.findLast(({ targetLabel, action }) => targetLabel === name && action === 'replace')
  const isConstant = written && written.sourceLabels.length === 0 && !written.replacement.includes('$')
  if (written && !isConstant) yield { key: 'cannot-tell', place: written.place, values: { job, what: name } }
  else if (written) {
    if (written.replacement !== value)
      yield { key: 'label-differs', place: written.place, values: { job, label: name, value, found: written.replacement } }
  } else for (const target of groupsOf(targets)) {
    const label = target.labels.find(one => one.name === name)
    if (label?.value !== value)
      yield { key: 'label-differs', place: label?.place ?? target.place, values: { job, label: name, value, found: label?.value ?? 'none' } }
  }
  if (!written && targets.length === 0) yield { key: 'cannot-tell', place, values: { job, what: name } }
}

/** The targets of one group share their labels: the first stands for all. */
function groupsOf(targets: readonly Target[]): Target[] {
  return [...new Map(targets.toReversed().map(target => [target.labels, target])).values()].toReversed()
}
