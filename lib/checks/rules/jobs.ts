import type { Baseline } from '@/lib/domain/baseline'
import type { Context } from '../check'
import type { Exporter } from './exporters'

/** What is scraped, as far as it is known. */
export interface Jobs {
  jobs: readonly Job[]
  /** Those that the baseline proposes, where it alone is known: they may be there by now. */
  proposed: readonly Job[]
  /** False where a configuration names further files with jobs, which cannot be seen. */
  isComplete: boolean
}

export interface Job {
  name: string
  ports: readonly number[]
  addresses: readonly string[]
  /** Labels that its targets carry. */
  labels: readonly string[]
  /** Whether targets are found by a service, or get labels whose names cannot be told. */
  isOpen: boolean
}

/** The jobs of the configurations of Prometheus that were given, else those that the baseline has; null where neither says any. */
export function jobsOf({ filesOf, baseline }: Context): Jobs | null {
  const configs = filesOf('prometheus-config').map(({ document }) => document)
  if (configs.length > 0) {
    const jobs = configs.flatMap(config => config.jobs).map(({ job, targets, discovery, relabels }) => ({
      name: job,
      ports: targets.flatMap(({ port }) => port ?? []),
      addresses: targets.map(({ address }) => address),
      labels: [...targets.flatMap(target => target.labels.map(({ name }) => name)), ...relabels.flatMap(({ targetLabel }) => targetLabel ?? [])],
      isOpen: discovery.length > 0 || relabels.some(({ action }) => action === 'labelmap'),
    }))
    return { jobs, proposed: [], isComplete: configs.every(config => config.scrapeConfigFiles.length === 0) }
  }
  const jobs = baseline.scrapeTargets.filter(({ proposed }) => !proposed).map(jobOf)
  const proposed = baseline.scrapeTargets.filter(target => target.proposed).map(jobOf)
  return jobs.length > 0 ? { jobs, proposed, isComplete: true } : null
}

function jobOf({ job, port, labels }: Baseline['scrapeTargets'][number]): Job {
  return { name: job, ports: port === undefined ? [] : [port], addresses: [], labels: Object.keys(labels), isOpen: false }
}

/** Whether a job scrapes the exporter, or might: told by its name, its targets' and their ports. */
export function mayScrape(jobs: readonly Job[], { scraped }: Exporter): boolean {
  return scraped === null || jobs.some(job => job.isOpen
    || job.ports.some(port => scraped.ports.includes(port))
    || [job.name, ...job.addresses].some(name => name.toLowerCase().split(/[^a-z0-9]+/).some(word => scraped.words.includes(word))))
}
