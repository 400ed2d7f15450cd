import type { Context } from '../check'
import type { Exporter } from './exporters'

/** What is scraped, as far as it is known. */
export interface Jobs {
  jobs: readonly Job[]
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
    return { jobs, isComplete: configs.every(config => config.scrapeConfigFiles.length === 0) }
  }
  const targets = baseline.scrapeTargets.filter(({ proposed }) => !proposed)
  if (targets.length === 0) return null
  const jobs = targets.map(({ job, port, labels }) =>
    ({ name: job, ports: port === undefined ? [] : [port], addresses: [], labels: Object.keys(labels), isOpen: false }))
  return { jobs, isComplete: true }
}

/** Whether a job scrapes the exporter, or might: told by its name, its targets' and their ports. */
export function mayScrape({ jobs, isComplete }: Jobs, { scraped }: Exporter): boolean {
  if (scraped === null || !isComplete) return true
  return jobs.some(job => job.isOpen
    || job.ports.some(port => scraped.ports.includes(port))
    || [job.name, ...job.addresses].some(name => name.toLowerCase().split(/[^a-z0-9]+/).some(word => scraped.words.includes(word))))
}
