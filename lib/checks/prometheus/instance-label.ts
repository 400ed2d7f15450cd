import { check } from '../check'
import type { Relabel, ScrapeJob } from '../formats/prometheus-config'
import { takesAway } from './relabel'

/** The label `instance` tells processes apart, as inhibitions and alerts by instance need. */
export const instanceLabel = check({
  id: 'prometheus/instance-label',
  format: 'prometheus-config',
  subjects: ['inhibitions', 'scraping'],
  findings: { shared: 'fail', constant: 'fail', 'constant-alone': 'warning', dropped: 'fail', rewritten: 'info' },
  * run({ jobs }, { baseline }) {
    const inhibits = baseline.inhibitions.some(({ equal }) => equal.includes('instance'))
    for (const job of jobs) {
      const written = job.metricRelabels.findLast(writesInstance) ?? job.relabels.findLast(writesInstance)
      if (written) {
        const instance = constantOf(written, job)
        // Where a job has several processes, they become one; where it has one, the next that is added does.
        const key = instance === null ? 'rewritten' : hasMany(job) ? 'shared' : inhibits ? 'constant' : 'constant-alone'
        yield { key, place: written.place, values: { job: job.job, ...(instance !== null && { instance }) } }
      }
      for (const label of job.targets.flatMap(({ labels }) => labels.filter(({ name }) => name === 'instance')).slice(0, 1))
        if (hasMany(job)) yield { key: 'shared', place: label.place, values: { job: job.job, instance: label.value } }
      for (const relabel of job.metricRelabels) if (takesAway(relabel, 'instance')) yield { key: 'dropped', place: relabel.place, values: { job: job.job } }
    }
  },
})

/** One that says nothing leaves what Prometheus gives: the address. */
function writesInstance({ action, targetLabel, replacement }: Relabel): boolean {
  return action === 'replace' && targetLabel === 'instance' && replacement !== ''
}

/** Labels that are the same for every target of a job. */
const ofWholeJob = ['job', '__scheme__', '__metrics_path__', '__scrape_interval__', '__scrape_timeout__']

/** What every target of a job gets; null where it is not the same for all of them. */
function constantOf({ replacement, sourceLabels }: Relabel, { job }: ScrapeJob): string | null {
  if (!replacement.includes('$')) return replacement
  return sourceLabels.length > 0 && sourceLabels.every(label => ofWholeJob.includes(label)) ? job : null
}

function hasMany({ targets, discovery }: ScrapeJob): boolean {
  return targets.length > 1 || discovery.length > 0
}
