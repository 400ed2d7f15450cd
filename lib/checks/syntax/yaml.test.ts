import { expect, test } from 'vitest'
import { readYaml } from './yaml'

test.each([
  ['a key of a block', 'a: 1\njobs: []\njobs: []\n', 'jobs', 3],
  ['a key within another', 'a:\n  b: 1\n  b: 2\n', 'b', 3],
  ['a key of a flow', 'a: { b: 1, b: 2 }\n', 'b', 1],
])('%s that stands twice is named', (_, text, key, line) => {
  const read = readYaml(text)
  expect(read).toMatchObject({ ok: false, problems: [{ reason: 'duplicate-key', place: { line }, values: { key } }] })
})
