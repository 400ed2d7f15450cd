import { RE2JS } from 're2js'
import { check } from '../check'
import type { Relabel, ScrapeJob } from '../formats/prometheus-config'

/** The label `instance` tells processes apart, as inhibitions and alerts by instance need. */
export const instanceLabel = check({
  id: 'prometheus/instance-label',
  format: 'prometheus-config',
  subjects: ['inhibitions', 'scraping'],
  findings: { shared: 'fail', constant: 'fail', 'constant-alone': 'warning', dropped: 'fail' },
  * run({ jobs }, { baseline }) {
    const inhibits = baseline.inhibitions.some(({ equal }) => equal.includes('instance'))
    for (const job of jobs) {
      const written = job.relabels.findLast(relabel => relabel.action === 'replace' && relabel.targetLabel === 'instance')
      const values = { job: job.job, instance: written?.replacement ?? '' }
      // Where a job has several processes, they become one; where it has one, the next that is added does.
      if (written && isConstant(written))
        yield { key: hasMany(job) ? 'shared' : inhibits ? 'constant' : 'constant-alone', place: written.place, values }
      for (const label of job.targets.flatMap(({ labels }) => labels.filter(({ name }) => name === 'instance')).slice(0, 1))
        if (hasMany(job)) yield { key: 'shared', place: label.place, values: { job: job.job, instance: label.value } }
      for (const relabel of job.metricRelabels) if (drops(relabel)) yield { key: 'dropped', place: relabel.place, values: { job: job.job } }
    }
  },
})

function isConstant({ replacement }: Relabel): boolean {
  return !replacement.includes('$')
}

function hasMany({ targets, discovery }: ScrapeJob): boolean {
  return targets.length > 1 || discovery.length > 0
}

function drops({ action, regex }: Relabel): boolean {
  if (action !== 'labeldrop' && action !== 'labelkeep') return false
  try {
    return RE2JS.compile(regex).matches('instance') === (action === 'labeldrop')
  } catch {
    return false
  }
}
