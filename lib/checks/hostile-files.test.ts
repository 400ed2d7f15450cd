import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkOutcomes } from '@/lib/domain/evidence'
import { findingWords } from '@/lib/i18n/checks/words'
import { runChecks, type CheckedFile } from './run'
import { governmentBaseline } from './testing/government-baseline'
import { exampleFiles, pageIds, pageOf } from './testing/page-examples'

const check = (bytes: Uint8Array): CheckedFile => {
  const [file] = runChecks([{ name: 'file', bytes }], governmentBaseline, '2026-11-26')
  if (!file) throw new Error('a file was given and none came back')
  return file
}
const text = (content: string) => new TextEncoder().encode(content)

/**
 * What holds of every file, whatever it is: a judgement in words, in both languages, at a place that is in it, and no
 * row as asked of which something was found.
 */
function expectSound({ outcome, findings, checks }: CheckedFile): void {
  expect(checkOutcomes).toContain(outcome)
  if (outcome === 'error') expect(findings.length).toBeGreaterThan(0)
  else expect(checks.length).toBeGreaterThan(0)
  for (const finding of findings) {
    expect(finding.place.line).toBeGreaterThanOrEqual(1)
    expect(finding.place.column).toBeGreaterThanOrEqual(1)
    for (const language of ['es', 'en'] as const) expect(findingWords(finding, language)).not.toMatch(new RegExp(`\\(${finding.key}\\)$`))
  }
  for (const { check, asAsked = [] } of checks)
    expect(findings.filter(finding => finding.check === check && finding.rows?.some(row => asAsked.includes(row)))).toEqual([])
}

const examples = pageIds().flatMap(id => (['Fails', 'Passes'] as const).flatMap(heading => exampleFiles(pageOf(id), heading).map(({ bytes }) => bytes)))

test('no arbitrary bytes or text pass, and none throws', () => {
  fc.assert(fc.property(fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 400 }).map(text)), bytes => {
    const file = check(bytes)
    expectSound(file)
    expect(file.outcome).not.toBe('pass')
  }), { numRuns: 2_000 })
})

test('an example of any check that is cut, repeated or overwritten anywhere is judged and never throws', () => {
  const mutation = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(40),
    into: fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('\n', '\0', '{', '[', '- ', ': ', '"', "'", '&a *a', '!!binary', '1e999', '-1', 'null', '\u202e', '😀', '\t', '999999999999999999999')),
  })
  fc.assert(fc.property(fc.constantFrom(...examples), fc.array(mutation, { minLength: 1, maxLength: 6 }), (example, mutations) => {
    let bytes = Buffer.from(example)
    for (const { at, length, into } of mutations) {
      const from = Math.floor(at * bytes.length)
      bytes = Buffer.concat([bytes.subarray(0, from), Buffer.from(into), bytes.subarray(Math.min(bytes.length, from + length))])
    }
    expectSound(check(bytes))
  }), { numRuns: 3_000 })
}, 120_000)

describe('a file that is made to harm', () => {
  const laughs = Array.from({ length: 12 }, (_, level) => `a${level}: &a${level} [${Array.from({ length: 10 }, () => (level === 0 ? 'ha' : `*a${level - 1}`)).join(', ')}]`).join('\n')
  test.each<[string, string | Uint8Array]>([
    ['a YAML bomb of aliases', `groups: []\n${laughs}`],
    ['a YAML anchor that holds itself', 'groups: &a\n- *a\n'],
    ['a YAML map that merges itself', 'groups: []\nroute: &a\n  <<: *a\n'],
    ['ten thousand nested lists', `groups: ${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['ten thousand nested blocks', `groups:\n${Array.from({ length: 10_000 }, (_, depth) => `${' '.repeat(depth + 1)}-`).join('\n').slice(0, 400_000)}`],
    ['deep JSON', `{"panels":${'['.repeat(50_000)}${']'.repeat(50_000)}}`],
    ['deep TOML', `app = "x"\n[env]\na = ${'['.repeat(50_000)}${']'.repeat(50_000)}`],
    ['a TOML key of ten thousand parts', `app = "x"\n[env]\n${Array.from({ length: 10_000 }, () => 'a').join('.')} = 1`],
    ['a key that stands twice in YAML', 'groups: []\ngroups: []\n'],
    ['a key that stands twice in JSON', '{"panels": [], "panels": []}'],
    ['a key that stands twice in TOML', 'app = "x"\napp = "y"\n[env]\n'],
    ['invalid UTF-8', Buffer.from([0x67, 0x72, 0x6f, 0x75, 0x70, 0x73, 0x3a, 0xff, 0xfe])],
    ['nothing', ''],
    ['white space', ' \n\t\n'],
    ['NUL in YAML', 'groups: []\n\0\n'],
  ])('%s is an error', (_, content) => {
    const file = check(typeof content === 'string' ? text(content) : content)
    expectSound(file)
    expect(file.outcome).toBe('error')
  })
})
