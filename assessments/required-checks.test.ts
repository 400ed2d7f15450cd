import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checks } from '@/lib/checks/catalogue'
import { formats } from '@/lib/checks/formats'
import { requiredChecks } from '@/lib/checks/required'
import { runChecks } from '@/lib/checks/run'
import { goodFile } from '@/lib/checks/testing/good-system'
import { AssessmentFile } from '@/lib/schemas/assessment-file'

const file = AssessmentFile.parse(parse(readFileSync(join(import.meta.dirname, 'grupo-gad.yaml'), 'utf8')))
const owed = [
  ...file.items.map(({ code, evidence }) => ({ code, codes: [code], evidence })),
  ...file.tasks.map(({ code, closes, evidence }) => ({ code, codes: closes, evidence })),
]
const asked = owed.flatMap(({ code, codes, evidence }) => evidence.filter(one => one.formats.length > 0).map(one => ({ code, codes, ...one })))

test.each(asked.map(one => [one.code, one.key, one] as const))('%s %s asks for kinds of files that are known, each with something to check', (_, __, { codes, formats: kinds }) => {
  for (const kind of kinds) {
    expect(Object.keys(formats)).toContain(kind)
    expect(requiredChecks(codes, [kind], file.baseline), kind).not.toEqual([])
  }
})

test('every subject that a check speaks of is about some item', () => {
  const spoken = [...new Set(checks.flatMap(check => check.subjects))]
  expect(spoken.filter(subject => !file.baseline.subjects[subject])).toEqual([])
})

describe('a system that is as it should be', () => {
  // What shows the same system, handed in together.
  const system = ['fly-toml', 'prometheus-rules', 'prometheus-config', 'metrics-exposition', 'alertmanager-config', 'grafana-dashboard']
  const blocking = asked.filter(({ code }) => file.items.find(one => one.code === code)?.kind !== 'control')

  test.each(blocking.map(one => [one.code, one.key, one] as const))('passes what %s %s requires', (_, __, { codes, formats: kinds }) => {
    const given = [...new Set([...kinds, ...system])].map(kind => ({ kind, ...goodFile(kind) }))
    const checked = runChecks(given.map(({ name, text }) => ({ name, bytes: new TextEncoder().encode(text) })), file.baseline, '2026-11-26')
    const outcomes = new Map(checked.flatMap(one => one.checks.map(({ check, outcome }) => [check, outcome] as const)))
    for (const id of requiredChecks(codes, kinds, file.baseline)) expect([id, outcomes.get(id)]).toEqual([id, 'pass'])
  })
})
