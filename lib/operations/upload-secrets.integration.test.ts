import { expect, test } from 'vitest'
import { ByteBudget, HeldBytes } from '@/lib/platform/held-bytes'
import type { Limits } from '@/lib/platform/apart'
import { withoutSecrets } from './upload-secrets'

const megabyte = 1024 ** 2
// Enough for a text of eight megabytes, and for little more.
const narrow: Limits = { milliseconds: 60_000, heapMegabytes: 48 }
const search = (text: string, redacts = false, limits = narrow, budget = new ByteBudget(64 * megabyte)) =>
  withoutSecrets((async function* () { yield Buffer.from(text) })(), redacts, new HeldBytes(budget), limits)
const repeated = (text: string) => text.repeat(Math.ceil(8 * megabyte / text.length))
// In pieces, so that no scanner of this repository takes them for one.
const begin = `-----BEGIN PRIVATE${' KEY'}-----\n`
const token = `token: ${['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6q7R8'].join('_')}\n`

test('hundreds of thousands of beginnings of keys take no more memory than any other text', async () => {
  expect(await search(repeated(begin))).toMatchObject({ ok: true })
})

test('a text of nothing but secrets is refused with the first of its lines', async () => {
  expect(await search(repeated(token))).toEqual({ ok: false, failure: { code: 'holds_secrets', values: { count: 1_000, lines: '1, 2, 3, 4, 5, 6, 7, 8, 9, 10' } } })
})

test('a text that cannot be searched within the limits is refused in words, and the next has its turn', async () => {
  const codeOf = (limits: Limits) => search(repeated(token), true, limits).then(result => (result.ok ? 'ok' : result.failure.code))
  expect(await codeOf({ ...narrow, heapMegabytes: 12 })).toBe('text_unsearchable')
  expect(await codeOf({ ...narrow, milliseconds: 1 })).toBe('text_unsearchable')
  expect(await search('a line\n'.repeat(20_000))).toMatchObject({ ok: true })
})

test('texts that arrive at once share their memory: the one that finds none left is told when to come again', async () => {
  const budget = new ByteBudget(12 * megabyte)
  const both = await Promise.all([repeated('one\n'), repeated('other\n')].map(text => search(text, false, narrow, budget)))
  expect(both.map(result => result.ok).sort()).toEqual([false, true])
  expect(both.find(result => !result.ok)).toEqual({ ok: false, failure: { code: 'too_many_texts', values: { seconds: 30 } } })
})
