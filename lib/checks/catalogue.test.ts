import { describe, expect, test } from 'vitest'
import { checkWords, formatNames } from '@/lib/i18n/checks/words'
import { checks } from './catalogue'
import { formats } from './formats'
import { runChecks } from './run'
import { governmentBaseline } from './testing/government-baseline'
import { exampleFiles, pageIds, pageOf } from './testing/page-examples'

test('every check has its page, and every page its check', () => {
  expect(pageIds().sort()).toEqual(checks.map(check => check.id).sort())
})

test.each(['es', 'en'] as const)('every kind of file has a name in %s, and every name its kind', language => {
  expect(Object.keys(formatNames[language]).sort()).toEqual(Object.keys(formats).sort())
})

test('no two checks have one id', () => {
  expect(new Set(checks.map(check => check.id)).size).toBe(checks.length)
})

describe.each(checks.map(check => [check.id, check] as const))('%s', (id, check) => {
  const page = pageOf(id)

  test('each finding has its words in both languages and stands on the page with its weight', () => {
    for (const language of ['es', 'en'] as const) expect(Object.keys(checkWords(id, language)?.findings ?? {}).sort()).toEqual(Object.keys(check.findings).sort())
    for (const [key, severity] of Object.entries(check.findings)) expect(page).toContain(`- \`${key}\` (${severity}): `)
  })

  test('the example that fails is found, the one that passes is not', () => {
    const ran = (heading: 'Fails' | 'Passes') => {
      const files = exampleFiles(page, heading)
      expect(files, `examples under ## ${heading}`).not.toEqual([])
      const checked = runChecks(files, governmentBaseline, '2026-11-26')
      for (const file of checked) expect(file.format, `${heading}: ${JSON.stringify(file)}`).not.toBeNull()
      const outcomes = checked.flatMap(file => file.checks.filter(one => one.check === id).map(one => one.outcome))
      expect(outcomes, `${heading} has a file of ${check.format}`).not.toEqual([])
      return checked.flatMap(file => file.findings.filter(one => one.check === id))
    }
    expect(ran('Fails').length).toBeGreaterThan(0)
    expect(ran('Passes').filter(({ severity }) => severity !== 'info')).toEqual([])
  })
})
