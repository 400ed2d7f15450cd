import { expect, test } from 'vitest'
import { bodyPreview } from './body-preview'

test('a change by hand is shown whole', () => {
  const text = '{\n  "code": "OBS-01",\n  "dueOn": null\n}'
  expect(bodyPreview({ code: 'OBS-01', dueOn: null })).toEqual({ text, bytes: null })
})

test('of a long body the first whole lines and the size of all of it', () => {
  const { text, bytes } = bodyPreview({ items: Array.from({ length: 1000 }, (_, number) => `ítem ${number}`) })
  expect(text.length).toBeLessThan(1300)
  expect(text).toMatch(/^\{\n {2}"items": \[\n {4}"ítem 0",\n.*",\n…$/s)
  expect(bytes).toBe(11_901)
})

test('one endless line is cut between characters', () => {
  const { text } = bodyPreview('😀'.repeat(5000))
  expect(text.isWellFormed()).toBe(true)
  expect(text.length).toBeLessThan(1300)
})
