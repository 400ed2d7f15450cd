import { expect, test } from 'vitest'
import type { Draft } from './draft'
import { editsOf, type Edited } from './edits'

type Plan = Edited<'dueOn' | 'reason'>

/** A draft that is kept in a variable. */
function draft(fields: Plan | null = null): Draft<Plan> {
  return {
    get fields() { return fields },
    change: changed => { fields = { ...fields, ...changed } },
    drop: () => { fields = null },
  }
}

const stored = { dueOn: '2026-12-01', reason: '' }

test('what nobody edited moves with what is stored', () => {
  const untouched = draft()
  expect(editsOf(untouched, stored, 3)).toMatchObject({ values: stored, isEdited: false, version: 3, isOvertaken: false })
  const moved = { ...stored, dueOn: '2027-01-15' }
  expect(editsOf(untouched, moved, 4)).toMatchObject({ values: moved, version: 4, isOvertaken: false })
})

test('an edit is for the version that it was begun at, and the rest still moves', () => {
  const kept = draft()
  editsOf(kept, stored, 3).edit({ reason: 'Falta' })
  const moved = { ...stored, dueOn: '2027-01-15' }
  editsOf(kept, moved, 4).edit({ reason: 'Falta el proveedor' })
  expect(editsOf(kept, moved, 4)).toMatchObject({
    values: { dueOn: '2027-01-15', reason: 'Falta el proveedor' }, isEdited: true, version: 3, isOvertaken: true,
  })
  editsOf(kept, moved, 4).overtake()
  expect(editsOf(kept, moved, 4)).toMatchObject({ values: { reason: 'Falta el proveedor' }, version: 4, isOvertaken: false })
})

test('two fields that change before the next rendering are both kept', () => {
  const kept = draft()
  const { edit } = editsOf(kept, stored, 3)
  edit({ dueOn: '2027-02-01' })
  edit({ reason: 'Falta' })
  expect(editsOf(kept, stored, 3).values).toEqual({ dueOn: '2027-02-01', reason: 'Falta' })
})

test('what was put back is no edit, and what is edited after it is for the version of that day', () => {
  const kept = draft({ version: 3, dueOn: stored.dueOn })
  expect(editsOf(kept, stored, 4)).toMatchObject({ isEdited: false, version: 4, isOvertaken: false })
  editsOf(kept, stored, 4).edit({ reason: 'Falta' })
  expect(editsOf(kept, stored, 4)).toMatchObject({ isEdited: true, version: 4, isOvertaken: false })
})
