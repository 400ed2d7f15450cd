import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { recognise } from '../recognise'
import { documents, expressions, templates } from '../testing/rules-corpus'

/** Where promtool is none of 2.42, which this is measured by, there is nothing to compare with. */
const version = spawnSync('promtool', ['--version'], { encoding: 'utf8' }).stdout ?? ''
const isThere = version.includes('version 2.42')

const ofExpression = (text: string) => `groups:\n- name: g\n  rules:\n  - record: a\n    expr: ${JSON.stringify(text)}\n`
const ofTemplate = (text: string) => `groups:\n- name: g\n  rules:\n  - alert: a\n    expr: up\n    annotations: {a: ${JSON.stringify(text)}}\n`

/** Where this is stricter than promtool, or knows less of YAML, and why. */
const apart: readonly (readonly [why: string, pattern: RegExp])[] = [
  ['only the first document is read by promtool: what stands behind it would never run', /^(---|\.\.\.)/m],
  ['what stands left of an indented first key is not read by promtool either', /^[ \n]*( +\S|$)/],
  ['nothing tells that an empty file is one of rules', /^(\s*(#.*|~)?\n?)*$/],
  ['JSON and flow maps are not looked at for rules', /^\s*(#.*\n\s*)?\{/],
  ['a null key means nothing to yaml.v3', /~\s*:/],
  ['tags that a value does not fit', /!!(int|binary)/],
  ['promtool takes any letter between brackets for a colon', /\[[0-9]+[smhdwy][^\]:"]*[ n][a-zA-Z_]/],
  ['a name twice in a regular expression', /\(\?P<(\w+)>.*\(\?P<\1>/],
  ['a byte order mark within', /\ufeff/],
  ['lines of a quoted text that stand left of it', /"[^"\n]*\n[^"]*"\n|'[^'\n]*\n[^']*'\n/],
]

describe.skipIf(!isThere)(`the verdict of promtool 2.42${isThere ? '' : ' (not installed here: skipped)'}`, { timeout: 60_000 }, () => {
  test('on expressions', () => expectSameVerdicts(expressions.map(ofExpression)))
  test('on templates', () => expectSameVerdicts(templates.map(ofTemplate)))
  test('on files', () => expectSameVerdicts(documents))

  test('on expressions, templates and files that were tampered with', () => {
    const random = randomFrom(20_261_126)
    const pick = <Item>(items: readonly Item[]) => items[random(items.length)] as Item
    const many = Array.from({ length: 1_000 })
    expectSameVerdicts([
      ...many.map(() => ofExpression(tampered(pick(expressions), pick(expressions), random))),
      ...many.map(() => ofTemplate(tampered(pick(templates), pick(templates), random))),
      ...many.map(() => tamperedLines(pick(documents), random)),
    ])
  })
})

function expectSameVerdicts(all: readonly string[]): void {
  const files = all.filter(file => !apart.some(([, pattern]) => pattern.test(file)))
  const accepted = acceptedByPromtool(files)
  const differ = files.filter((file, index) => isAccepted(file) !== accepted.has(index))
  expect(differ.map(file => `${isAccepted(file) ? 'accepted here alone' : 'refused here alone'}: ${file}`)).toEqual([])
  // Neither verdict would be worth comparing alone.
  expect(accepted.size).toBeGreaterThan(files.length / 10)
  expect(accepted.size).toBeLessThan(files.length)
}

function isAccepted(file: string): boolean {
  const read = recognise(new TextEncoder().encode(file))
  return read !== null && read.format === 'prometheus-rules' && 'document' in read
}

/** Runs it once over all. A rule that stands twice is a remark of its, no refusal. */
function acceptedByPromtool(files: readonly string[]): Set<number> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rules-'))
  try {
    files.forEach((file, index) => writeFileSync(path.join(folder, String(index)), file))
    const { stdout } = spawnSync('promtool', ['check', 'rules', '--lint=none', ...files.keys().map(String)], { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 })
    return new Set([...stdout.matchAll(/^Checking (\d+)\n {2}SUCCESS/gm)].map(([, index]) => Number(index)))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

type Random = (below: number) => number

/** The same numbers for the same seed. */
function randomFrom(seed: number): Random {
  let state = seed
  return below => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const bits = [
  '(', ')', '{', '}', '[', ']', ',', '"', "'", ' ', '5m', '1', 'a', 'by', 'on', 'offset', '@', '-', '+', '*', '^', '==', '=~', '#', '\n', ':', '.', 'bool', 'sum',
  'rate', '$', '|', '{{', '}}', 'end', 'if ', '`', '\\', '/*', '*/', '=', '_', 'e', 'x', '0',
]

/** One or two cuts, insertions, or swaps. */
function tampered(text: string, other: string, random: Random): string {
  let left = text
  for (let more = random(2); more >= 0; more -= 1) {
    const at = random(left.length + 1)
    const from = random(other.length + 1)
    const end = at + random(10)
    left = [
      () => left.slice(0, at) + left.slice(at + 1 + random(3)),
      () => left.slice(0, at) + bits[random(bits.length)] + left.slice(at),
      () => left.slice(0, at) + other.slice(from, from + 1 + random(12)) + left.slice(at),
      () => left.slice(0, at) + left.slice(end, end + 5) + left.slice(at, end) + left.slice(end + 5),
    ][random(4)]?.() ?? left
  }
  return left
}

const lineBits = ['# x', '', '  extra: 1', '- name: z', '    labels: {a: b}', '  - alert: Z', '    expr: up', '    for: 5m']
const around: readonly ((value: string) => string)[] = [
  value => `"${value}"`, value => `'${value}'`, () => '|', () => '>-', value => `[${value}]`, value => `{${value}}`, value => `&a ${value}`, value => `!!str ${value}`,
  value => `${value} # c`, value => `${value}:`, value => `- ${value}`, () => '~', () => '',
]

/** A line less, twice, further in or out, or with another value. */
function tamperedLines(text: string, random: Random): string {
  const lines = text.split('\n')
  const at = random(lines.length)
  const line = lines[at] ?? ''
  const wrap = around[random(around.length)] ?? String
  const changed = [
    [], [line, line], [` ${line}`], [line.slice(1)], [tampered(line, text, random)], [lineBits[random(lineBits.length)] ?? '', line],
    [line.replace(/: (.*)$/, (_, value: string) => `: ${wrap(value)}`)],
  ][random(7)] ?? []
  return [...lines.slice(0, at), ...changed, ...lines.slice(at + 1)].join('\n')
}
