import { afterEach, expect, test, vi } from 'vitest'
import { createMemoryStore } from './memory-store'

afterEach(() => void vi.useRealTimers())

test('each model has its own entries, which are found by id and by uid', async () => {
  const store = createMemoryStore()
  await store('Session').upsert('1', { uid: 'abc' }, 60)
  expect(await store('Session').find('1')).toEqual({ uid: 'abc' })
  expect(await store('Session').findByUid('abc')).toEqual({ uid: 'abc' })
  expect(await store('Grant').find('1')).toBeUndefined()
  expect(await store('Grant').findByUid('abc')).toBeUndefined()
})

test('an entry ends when its time is over, when it is destroyed, and with its grant', async () => {
  vi.useFakeTimers()
  const codes = createMemoryStore()('AuthorizationCode')
  await codes.upsert('short', {}, 1)
  await codes.upsert('destroyed', {}, 60)
  await codes.upsert('granted', { grantId: 'g' }, 60)
  await codes.destroy('destroyed')
  await codes.revokeByGrantId('g')
  vi.advanceTimersByTime(1_000)
  for (const id of ['short', 'destroyed', 'granted']) expect(await codes.find(id)).toBeUndefined()
})

test('the end of a grant ends only what the same model holds of it', async () => {
  const store = createMemoryStore()
  await store('Interaction').upsert('1', { grantId: 'g' }, 60)
  await store('AccessToken').revokeByGrantId('g')
  expect(await store('Interaction').find('1')).toEqual({ grantId: 'g' })
})

test('a code that was used says so', async () => {
  const codes = createMemoryStore()('AuthorizationCode')
  await codes.upsert('1', {}, 60)
  await codes.consume('1')
  expect(await codes.find('1')).toEqual({ consumed: expect.any(Number) })
})
