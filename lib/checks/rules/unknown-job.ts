import { RE2JS } from 're2js'
import { check } from '../check'
import type { Matcher } from '../promql/expression'
import { rulesOf } from './alerts'
import { jobsOf } from './jobs'

/** Every job that a rule names is scraped. */
export const unknownJob = check({
  id: 'rules/unknown-job',
  format: 'prometheus-rules',
  subjects: ['alert-rules', 'scraping'],
  findings: { 'unknown-job': 'fail', 'jobs-unknown': 'inconclusive' },
  * run(document, context) {
    const known = jobsOf(context)
    const names = known?.jobs.map(job => job.name) ?? []
    for (const { name: rule, exprPlace: place, expression } of rulesOf(document)) {
      const matchers = expression.selectors.flatMap(selector => selector.matchers.filter(({ name, value }) => name === 'job' && value !== ''))
      const missing = matchers.filter(matcher => (matcher.op === '=' || matcher.op === '=~') && !names.some(acceptedBy(matcher)))
      for (const [job, matcher] of new Map(missing.map(one => [one.value, one])))
        yield known?.isComplete && !known.proposed.some(({ name }) => acceptedBy(matcher)(name))
          ? { key: 'unknown-job', place, values: { rule, job, jobs: names.join(', ') } }
          : { key: 'jobs-unknown', place, values: { rule, job } }
    }
  },
})

function acceptedBy({ op, value }: Matcher): (job: string) => boolean {
  if (op === '=') return job => job === value
  const pattern = RE2JS.compile(`^(?:${value})$`)
  return job => pattern.matches(job)
}
