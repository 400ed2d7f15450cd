import type { Baseline } from '@/lib/domain/baseline'
import { rowKey } from '@/lib/domain/baseline-rows'
import { check, ofRows, type Found } from '../check'
import type { ActiveTarget } from '../formats/prometheus-targets'
import { labelOf } from '../formats/prometheus/answer'
import type { Instant } from '../formats/prometheus/instant'
import { agesOf, isBehind, newestOf } from './freshness'

type Asked = Baseline['scrapeTargets'][number]
type Health = 'down' | 'never-scraped' | 'behind'
type Key = 'other-interval' | 'other-endpoint' | 'label-differs' | 'proposed-differs'

/** Every job of the inventory is scraped by the running server, and every target answers. */
export const targets = check({
  id: 'live/targets',
  format: 'prometheus-targets',
  subjects: ['scraping'],
  findings: {
    missing: 'fail', down: 'fail', 'never-scraped': 'fail', behind: 'fail', 'other-interval': 'fail', 'other-endpoint': 'fail',
    'label-differs': 'fail', future: 'fail', 'proposed-differs': 'warning', 'missing-proposed': 'info', old: 'inconclusive', 'no-inventory': 'inconclusive',
  },
  * run({ place, targets }, { baseline, today }) {
    const newest = newestOf(targets.map(({ lastScrape }) => lastScrape))
    yield * agesOf(newest, place, today)
    for (const target of targets) yield * ofRows(rowsOf(askedOf(target.job, baseline)), healthOf(target, newest))
    if (baseline.scrapeTargets.length === 0) yield { key: 'no-inventory', place }
    for (const asked of baseline.scrapeTargets) {
      const own = targets.filter(({ job }) => job === asked.job)
      const rows = rowsOf([asked])
      for (const target of own) yield * ofRows(rows, compare(asked, target))
      if (own.length === 0) yield { key: asked.proposed ? 'missing-proposed' : 'missing', place, values: { job: asked.job }, rows }
    }
  },
  rows: ({ targets }, { baseline }) => {
    const untold = new Set(targets.filter(target => !isTold(target)).map(({ job }) => job))
    return rowsOf(targets.filter(({ job }) => !untold.has(job)).flatMap(({ job }) => askedOf(job, baseline)))
  },
})

function askedOf(job: string, { scrapeTargets }: Baseline): Asked[] {
  return scrapeTargets.filter(asked => asked.job === job)
}

function rowsOf(asked: readonly Asked[]): string[] {
  return asked.map(one => rowKey('scrapeTargets', one))
}

/** Whether all that a row asks can be compared: an old server does not say how often it scrapes. */
function isTold({ interval, scrapeUrl }: ActiveTarget): boolean {
  return interval !== null && endpointOf(scrapeUrl) !== null
}

function * healthOf(target: ActiveTarget, newest: Instant | null): Iterable<Found & { key: Health }> {
  const { job, instance, health, lastError, lastScrape, interval, place } = target
  const values = { job, instance }
  if (health === 'down') yield { key: 'down', place, values: { ...values, error: withoutSecrets(lastError) } }
  else if (health !== 'up' || !lastScrape) yield { key: 'never-scraped', place, values }
  else if (newest && isBehind(lastScrape, newest, interval)) yield { key: 'behind', place, values }
}

function * compare(asked: Asked, target: ActiveTarget): Iterable<Found & { key: Key }> {
  for (const difference of differences(asked, target))
    yield asked.proposed ? { key: 'proposed-differs', place: target.place, values: { job: asked.job } } : difference
}

function * differences(asked: Asked, { place, labels, interval, instance, scrapeUrl }: ActiveTarget): Iterable<Found & { key: Key }> {
  const values = { job: asked.job, instance }
  if (interval !== null && interval !== asked.intervalSeconds)
    yield { key: 'other-interval', place, values: { ...values, found: interval, interval: asked.intervalSeconds } }
  const endpoint = endpointOf(scrapeUrl)
  const port = asked.port ?? endpoint?.port
  const path = asked.path ?? '/metrics'
  if (endpoint && (endpoint.port !== port || endpoint.path !== path))
    yield { key: 'other-endpoint', place, values: { ...values, found: `:${endpoint.port}${endpoint.path}`, endpoint: `:${port}${path}` } }
  for (const [label, value] of Object.entries(asked.labels)) {
    const found = labelOf(labels, label)
    if (found !== value) yield { key: 'label-differs', place, values: { ...values, label, value, found: found || 'none' } }
  }
}

function endpointOf(url: string): { port: number; path: string } | null {
  const [, scheme, port, path] = /^(https?):\/\/(?:[^/?#@]*@)?(?:\[[^\]]*\]|[^/?#:]*)(?::(\d{1,5}))?(\/[^?#]*)?/i.exec(url) ?? []
  return scheme === undefined ? null : { port: Number(port ?? (scheme.toLowerCase() === 'https' ? 443 : 80)), path: path ?? '/' }
}

/** An error names the address that was asked, with its password and parameters. */
function withoutSecrets(error: string): string {
  return error.slice(0, 300).replace(/\?[^\s"]*/g, '').replace(/\/\/[^/\s"@]*@/g, '//')
}
