import { check } from '../check'

/** The scan found no secret. */
export const secrets = check({
  id: 'gitleaks/secrets',
  format: 'gitleaks',
  subjects: ['secret-scan'],
  findings: { leak: 'fail', unnamed: 'inconclusive' },
  * run({ leaks, named, place }) {
    for (const { place, rule, file, line, commit } of leaks)
      yield { key: 'leak', place, values: { rule, file, line: line ?? '?', commit: commit?.slice(0, 12) ?? 'none' } }
    if (!named) yield { key: 'unnamed', place }
  },
})
