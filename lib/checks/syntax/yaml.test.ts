import { describe, expect, test } from 'vitest'
import { get, treeLimits, type Read, type Tree } from './tree'
import { readYaml } from './yaml'

/** As JavaScript has it. */
function plain(tree: Tree): unknown {
  if (tree.kind === 'scalar') return tree.value
  if (tree.kind === 'list') return tree.items.map(plain)
  return Object.fromEntries([...tree.entries].map(([key, { value }]) => [key, plain(value)]))
}

const valueOf = (read: Read<Tree>) => (read.ok ? plain(read.value) : read.problems)
const placeOf = (text: string, ...path: string[]) => {
  const read = readYaml(text)
  const at = read.ok ? get(read.value, ...path)?.place : undefined
  return at && [at.line, at.column]
}
const reasonOf = (text: string) => {
  const read = readYaml(text)
  return read.ok ? undefined : read.problems.map(({ reason, place }) => `${reason} ${place.line}:${place.column}`)
}

describe('what a scalar says', () => {
  test.each<[string, unknown, string]>([
    ['a: 0644', 644, '0644'],
    ['a: 0x1F', 31, '0x1F'],
    ['a: 1e3', 1000, '1e3'],
    ['a: yes', 'yes', 'yes'],
    ['a: "yes"', 'yes', 'yes'],
    ['a: True', true, 'True'],
    ['a: ~', null, '~'],
    ['a:', null, ''],
    ['a: .inf', Infinity, '.inf'],
    ['a: 1e999', '1e999', '1e999'],
    ['a: !!str 5', '5', '5'],
    ['a: !!int "7"', 7, '7'],
    ['a: !!int seven', 'seven', 'seven'],
    ['a: !own 5', '5', '5'],
    ["a: 'it''s'", "it's", "it's"],
    ['a: "\\x41\\n"', 'A\n', 'A\n'],
    ['a: one\n  two', 'one two', 'one two'],
    ['a: |\n  one\n   two\n', 'one\n two\n', 'one\n two\n'],
    ['a: >-\n  one\n  two\n', 'one two', 'one two'],
  ])('%j', (text, value, written) => {
    const read = readYaml(text)
    expect(read.ok && get(read.value, 'a')).toMatchObject({ value, text: written })
  })

  test('a string in quotes or in a block is told from a plain one', () => {
    const read = readYaml('- yes\n- "yes"\n- |\n  yes\n')
    expect(read.ok && read.value.kind === 'list' && read.value.items.map(item => item.kind === 'scalar' && item.quoted)).toEqual([undefined, true, true])
  })
})

describe('where a value stands', () => {
  test.each<[string, string[], number[]]>([
    ['a: b', ['a'], [1, 4]],
    ['a: "b"', ['a'], [1, 4]],
    ['a: &x !!str b', ['a'], [1, 13]],
    ['a:\n  - b', ['a'], [2, 3]],
    ['a:\n  b: {c: d}', ['a', 'b'], [2, 6]],
    ['a:\n  b: {c: d}', ['a', 'b', 'c'], [2, 10]],
    ['"a | b": | # of > text\n  text', ['a | b'], [1, 10]],
    ['a:\n  b: >\n\n    text\n', ['a', 'b'], [2, 6]],
    ['a: \nb: c', ['a'], [1, 4]],
    ['a: &x b\nc: *x', ['c'], [1, 7]],
    ['a: é\r\nb: c', ['b'], [2, 4]],
  ])('%j %j', (text, path, place) => {
    expect(placeOf(text, ...path)).toEqual(place)
  })

  test('an item that is empty stands behind its dash', () => {
    const read = readYaml('a:\n- b\n# none\n-\n- c\n')
    const list = read.ok ? get(read.value, 'a') : undefined
    expect(list?.kind === 'list' && list.items[1]?.place).toEqual({ line: 4, column: 2 })
  })
})

describe('what only the second parser takes', () => {
  test.each<[string, string, unknown]>([
    ['a bracket that ends in the column of its key', 'a:\n  b: [\n    c,\n  ]\n  d: {\n    e: f\n  }\n', { a: { b: ['c'], d: { e: 'f' } } }],
    ['tabs between values', 'a:\t[b,\tc]\nd:\t{ e:\tf }\n', { a: ['b', 'c'], d: { e: 'f' } }],
    ['a bracket after a comment', 'a: [\n  b, # c\n]\n', { a: ['b'] }],
  ])('%s', (_, text, value) => {
    expect(valueOf(readYaml(text))).toEqual(value)
  })

  test('its values stand where they do, and its aliases and merges are read alike', () => {
    const text = 'a: &x {b: c}\nd: [\n  *x\n]\ne:\n  <<: *x\n  f: g\n'
    expect(valueOf(readYaml(text))).toEqual({ a: { b: 'c' }, d: [{ b: 'c' }], e: { b: 'c', f: 'g' } })
    expect(placeOf(text, 'e', 'b')).toEqual([1, 11])
    expect(placeOf(text, 'e', 'f')).toEqual([7, 6])
  })
})

describe('what only the first parser takes is refused', () => {
  test.each<[string, string]>([
    ['a map in the line of its key, behind an anchor', 'a: &x b: c\n'],
    ['the same behind a tag', 'a: !!map b: c\n'],
    ['a list in the line of its key', 'a:\n  : - b\n'],
    ['an end of no document', '...\na: b\n'],
    ['a directive without a document', '%OWN\n ---\na: b\n'],
  ])('%s', (_, text) => {
    expect(readYaml(text).ok).toBe(false)
  })

  test.each<[string, string, unknown]>([
    ['a map in the line of its dash, behind an anchor', '- &x b: c\n- *x\n', [{ b: 'c' }, 'b']],
    ['a list in the line of a key that is marked', '? a\n: - b\n', { a: ['b'] }],
    ['a map in the line below its anchor', 'a: &x\n  b: c\n', { a: { b: 'c' } }],
  ])('and %s is not', (_, text, value) => {
    expect(valueOf(readYaml(text))).toEqual(value)
  })
})

describe('anchors and merges', () => {
  test('an alias stands for what the last anchor before it names', () => {
    expect(valueOf(readYaml('a: &x 1\nb: *x\nc: &x 2\nd: *x\n'))).toEqual({ a: 1, b: 1, c: 2, d: 2 })
  })

  test.each<[string, string, unknown]>([
    ['before what is merged', 'x: &x {a: 1, b: 2}\ny: {a: 3, <<: *x}', { a: 3, b: 2 }],
    ['after it', 'x: &x {a: 1, b: 2}\ny: {<<: *x, a: 3}', { a: 3, b: 2 }],
    ['of the first of several', 'x: &x {a: 1}\nz: &z {a: 2, c: 4}\ny: {<<: [*x, *z]}', { a: 1, c: 4 }],
  ])('a key counts %s', (_, text, value) => {
    expect(valueOf(readYaml(text))).toMatchObject({ y: value })
  })

  test('a merge key in quotes is a key', () => {
    expect(valueOf(readYaml('"<<": a'))).toEqual({ '<<': 'a' })
  })
})

describe('what is refused, and where', () => {
  const items = (count: number) => Array.from({ length: count }, () => '1').join(', ')
  test.each<[string, string, string[]]>([
    ['a key that stands twice', 'a: 1\nb: 2\na: 3\n', ['duplicate-key 3:1']],
    ['the same key in quotes', '{a: 1, "a": 2}', ['duplicate-key 1:8']],
    ['a merge that stands twice', 'x: &x {}\ny:\n  <<: *x\n  <<: *x\n', ['duplicate-key 4:3']],
    ['a merge of no map', 'x: &x 1\ny:\n  <<: *x\n', ['shape 1:7']],
    ['an alias of nothing', 'a: *b', ['undefined-alias 1:4']],
    ['an alias of what it stands in', 'a: &a\n  - *a', ['cycle 2:5']],
    ['a second document', 'a: 1\n---\nb: 2\n', ['shape 2:1']],
    ['what is nowhere closed', 'a: [1\nb: 2\n', ['syntax 2:1']],
    ['a tab that indents', 'a:\n\tb: 1\n', ['syntax 2:1']],
    ['nothing but a comment', '# a\n', ['empty 1:1']],
    ['brackets too deep', `a: ${'['.repeat(treeLimits.depth + 1)}${']'.repeat(treeLimits.depth + 1)}`, ['too-deep 1:68']],
    ['blocks too deep', Array.from({ length: treeLimits.depth + 2 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'), ['too-deep 65:65']],
    ['too many aliases', `- &a 1\n${'- *a\n'.repeat(1_001)}`, ['too-many-aliases 1002:3']],
    ['aliases of too many values', `- &a [${items(5_000)}]\n${'- *a\n'.repeat(100)}`, ['too-many-values 100:3']],
  ])('%s', (_, text, problems) => {
    expect(reasonOf(text)).toEqual(problems)
  })

  test('an alias nests as deep as what it names', () => {
    const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`
    expect(reasonOf(`- &a ${nested(40)}\n- ${'['.repeat(20)}*a${']'.repeat(20)}\n`)).toBeUndefined()
    expect(reasonOf(`- &a ${nested(40)}\n- ${'['.repeat(30)}*a${']'.repeat(30)}\n`)).toEqual(['too-deep 2:33'])
  })
})

test('a map of very many keys is read in a moment', () => {
  const keys = Array.from({ length: 100_000 }, (_, index) => `key${index}: 1`)
  const started = performance.now()
  expect(readYaml(keys.join('\n')).ok).toBe(true)
  expect(readYaml([...keys, 'last: [', ']'].join('\n')).ok).toBe(true)
  expect(performance.now() - started).toBeLessThan(20_000)
})
