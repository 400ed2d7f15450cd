import type { TreeFormat } from '../format'
import type { Place } from '../place'
import { get, textOf, type Tree } from '../syntax/tree'
import { isAnswerWith, labelOf, labelsOf, readItems } from './prometheus/answer'
import { durationOf } from './prometheus/duration'
import { instantOf, type Instant } from './prometheus/instant'
import type { Label } from './prometheus-config'

/** What `/api/v1/targets` answers: what Prometheus scrapes, and how it went the last time. */
export interface PrometheusTargets {
  place: Place
  targets: readonly ActiveTarget[]
}

export interface ActiveTarget {
  place: Place
  job: string
  instance: string
  labels: readonly Label[]
  scrapeUrl: string
  health: string
  lastError: string
  /** Null where it was never scraped. */
  lastScrape: Instant | null
  /** Seconds; null where it is not said, as before Prometheus 2.28. */
  interval: number | null
}

export const prometheusTargets: TreeFormat<PrometheusTargets> = {
  syntax: 'json',
  hint: /"activeTargets"/,
  matches: tree => isAnswerWith(tree, 'activeTargets'),
  read: tree => {
    const targets = readItems(get(tree, 'data', 'activeTargets'), 'data.activeTargets', targetOf)
    return targets.ok ? { ok: true, value: { place: tree.place, targets: targets.value } } : targets
  },
}

function targetOf(tree: Tree): ActiveTarget {
  const labels = labelsOf(get(tree, 'labels'))
  return {
    place: tree.place,
    job: labelOf(labels, 'job'),
    instance: labelOf(labels, 'instance'),
    labels,
    scrapeUrl: textOf(get(tree, 'scrapeUrl')) ?? '',
    health: textOf(get(tree, 'health')) ?? 'unknown',
    lastError: textOf(get(tree, 'lastError')) ?? '',
    lastScrape: instantOf(textOf(get(tree, 'lastScrape'))),
    interval: durationOf(textOf(get(tree, 'scrapeInterval')) ?? ''),
  }
}
