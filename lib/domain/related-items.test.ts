import { expect, test } from 'vitest'
import { concernsOf } from './related-items'

const item = (code: string, ...supports: string[]) => ({ id: `id-${code}`, code, supports })
const items = [item('A'), item('B', 'A'), item('C', 'B'), item('D', 'A', 'E'), item('E'), item('F', 'E'), item('G', 'G')]
const tasks = [{ id: 'task-1', closes: ['A'] }, { id: 'task-2', closes: ['E'] }]
const concerns = (code: string) => {
  const found = items.find(one => one.code === code)
  return found && concernsOf(found, items, tasks)
}

test.each([
  ['an item: its controls, through others too, and its task', 'A', ['id-A', 'id-B', 'id-C', 'id-D', 'task-1']],
  ['a control: what it supports, not what supports that beside it', 'D', ['id-A', 'id-D', 'id-E']],
  ['one that supports itself ends', 'G', ['id-G']],
])('%s', (_what, code, expected) => expect(concerns(code)).toEqual(expected))
