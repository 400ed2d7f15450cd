import { expect, test } from 'vitest'
import { emptyBaseline } from '@/lib/domain/baseline'
import { runApart } from './apart'

const limits = { milliseconds: 60_000, heapMegabytes: 64 }
const task = (text: string) => ({ files: [{ name: 'file', bytes: Buffer.from(text) }], baseline: emptyBaseline, today: '2026-11-26' })

test('what it is given is answered', async () => {
  expect(await runApart('check-worker.mjs', task('app = "portal"\n[env]\nA = "1"\n'), limits)).toMatchObject({ answer: [{ file: 'file', format: 'fly-toml' }] })
})

test('one large thing too many ends it, and not who started it', async () => {
  // An array that grows by more at a time than a thread is let to overdraw, which ended the server.
  const array = `[${'0,'.repeat(2_000_000)}0]`
  for (let time = 0; time < 3; time += 1) expect(await runApart('check-worker.mjs', task(array), limits)).toEqual({ stopped: 'memory' })
})

test('what takes too long is ended', async () => {
  expect(await runApart('check-worker.mjs', task('app = "portal"\n'), { ...limits, milliseconds: 1 })).toEqual({ stopped: 'time' })
})

test.each([
  ['what it throws', 'check-worker.mjs', /check-worker.mjs failed: .*TypeError/s],
  ['a file that is not there', 'no-worker.mjs', /Cannot find module/],
])('%s is thrown', async (_, file, said) => {
  await expect(runApart(file, null, limits)).rejects.toThrow(said)
})
