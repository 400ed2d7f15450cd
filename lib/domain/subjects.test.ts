import { expect, test } from 'vitest'
import { changedIds } from './subjects'

const item = (id: string) => ({ type: 'item', id })

test.each([
  ['nothing', [], []],
  ['items and tasks, each once', [item('a'), { type: 'task', id: 't' }, item('a')], ['a', 't']],
  ['anything else', [item('a'), { type: 'policy', id: 'p' }], null],
  ['as much as is named', Array.from({ length: 50 }, (_, index) => item(String(index))), Array.from({ length: 50 }, (_, index) => String(index))],
  ['more', Array.from({ length: 51 }, (_, index) => item(String(index))), null],
])('%s', (_what, subjects, expected) => expect(changedIds(subjects)).toEqual(expected))
