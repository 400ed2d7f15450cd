import { expect, test } from 'vitest'
import { recognise } from '../recognise'
import { found } from '../testing/found'
import { cases } from './cases'

const suite = (inner: string, attributes = '') => `<?xml version="1.0" encoding="UTF-8"?>\n<testsuite name="portal"${attributes}>\n${inner}\n</testsuite>`

test.each([
  ['all passed', suite('<testcase name="signs in"/>', ' tests="1" failures="0"'), []],
  ['within testsuites', `<testsuites>${suite('<testcase name="signs in"/>').split('\n').slice(1).join('')}</testsuites>`, []],
  ['one failed', suite('<testcase name="a"/>\n<testcase classname="Portal" name="signs in"><failure message="no"/></testcase>'), ['failed 4:1']],
  ['one broke', suite('<testcase name="signs in"><error>boom</error></testcase>'), ['errored 3:1']],
  ['it failed and was then marked skipped', suite('<testcase name="a"><skipped/><failure/></testcase>'), ['failed 3:1']],
  ['skipped ones, said once a suite', suite('<testcase name="a"><skipped/></testcase>\n<testcase name="b"><skipped/></testcase>'), ['skipped 3:1']],
  ['not run, as googletest says', suite('<testcase name="a" status="notrun"/>'), ['skipped 3:1']],
  ['failed, as an attribute says', suite('<testcase name="a" status="failed"/>'), ['failed 3:1']],
  ['a case of no suite', '<testsuites><testcase name="a"><failure/></testcase></testsuites>', ['failed 1:13']],
  ['counted above all suites and not there', `<testsuites tests="9">${suite('<testcase name="a"/>').split('\n').slice(1).join('')}</testsuites>`, ['cases-missing 1:1']],
  ['passed at the second try', suite('<testcase name="a"><flakyFailure/></testcase>'), ['flaky 3:1']],
  ['no cases', suite('', ' tests="0"'), ['no-cases 1:1']],
  ['no suites', '<testsuites/>', ['no-cases 1:1']],
  ['the suite as a whole', suite('<testcase name="a"/><error/>'), ['suite-broken 2:1']],
  ['a failure that is counted but not there', suite('<testcase name="a"/>', ' tests="1" failures="1"'), ['more-failed 2:1']],
  ['cases that are counted but not there', suite('<testcase name="a"/>', ' tests="7"'), ['cases-missing 2:1']],
  ['counted with those of the suites within it', suite('<testsuite name="in" tests="1"><testcase name="a"/></testsuite>', ' tests="1"'), []],
  ['a failure that is told in what a test printed', suite('<testcase name="a"><system-out>&lt;failure/&gt;</system-out></testcase>'), []],
])('%s', (_, text, expected) => {
  expect(found(cases, text)).toEqual(expected)
})

const read = (text: string) => recognise(new TextEncoder().encode(text))

test.each([
  ['a report that was cut off', suite('<testcase name="a"/>').replace('</testsuite>', ''), 'syntax'],
  ['tags that cross', suite('<testcase name="a"></testsuite></testcase>'), 'syntax'],
  ['an entity that is not defined', suite('<testcase name="&more;"/>'), 'syntax'],
  ['suites without end', '<testsuite>'.repeat(100) + '</testsuite>'.repeat(100), 'too-deep'],
])('%s is no report', (_, text, reason) => {
  expect(read(text)).toMatchObject({ format: 'junit', problems: [{ reason }] })
})

test.each([
  ['another XML', '<?xml version="1.0"?><project/>'],
  ['a tag that begins alike', '<testsuiteslist/>'],
])('%s is not taken for one', (_, text) => {
  expect(read(text)?.format ?? null).toBeNull()
})
