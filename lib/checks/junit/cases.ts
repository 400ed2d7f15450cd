import { check, type Found } from '../check'
import type { JunitSuite } from '../formats/junit'

/** Every test case of the report was run and passed. */
export const cases = check({
  id: 'junit/cases',
  format: 'junit',
  subjects: ['acceptance-test'],
  findings: {
    failed: 'fail', errored: 'fail', 'suite-broken': 'fail', 'more-failed': 'fail', skipped: 'inconclusive', 'no-cases': 'inconclusive',
    'cases-missing': 'inconclusive', flaky: 'warning',
  },
  * run({ suites, place }) {
    for (const suite of suites) {
      yield* casesOf(suite)
      yield* totalsOf(suite)
    }
    if (!suites.some(suite => suite.cases.length > 0)) yield { key: 'no-cases', place }
  },
})

type Case = Found & { key: 'failed' | 'errored' | 'flaky' | 'skipped' | 'suite-broken' }

function* casesOf({ name: suite, cases, place, broken }: JunitSuite): Generator<Case> {
  for (const { result, flaky, name, place } of cases) {
    if (result === 'failed' || result === 'errored') yield { key: result, place, values: { name } }
    else if (flaky) yield { key: 'flaky', place, values: { name } }
  }
  const skipped = cases.filter(({ result }) => result === 'skipped')
  const [first] = skipped
  if (first) yield { key: 'skipped', place: first.place, values: { count: skipped.length, suite } }
  if (broken) yield { key: 'suite-broken', place, values: { suite } }
}

/** What a suite says of itself and does not hold was left out of the file. */
function* totalsOf({ name, place, declared, counted }: JunitSuite): Generator<Found & { key: 'more-failed' | 'cases-missing' }> {
  const failures = (declared.failures ?? 0) + (declared.errors ?? 0)
  const found = counted.failures + counted.errors
  if (failures > found) yield { key: 'more-failed', place, values: { suite: name, declared: failures, found } }
  if (declared.tests !== null && declared.tests > counted.tests)
    yield { key: 'cases-missing', place, values: { suite: name, declared: declared.tests, found: counted.tests } }
}
