import { generateKeyPairSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { contradictionsOf, openCheckpoint, signCheckpoint } from './checkpoint'

const key = () => generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const privateKey = key()
const hash = (digit: string) => digit.repeat(64)
const checkpoint = {
  at: '2026-11-24T15:00:00.000Z',
  heads: [{ chain: 'instance', number: 4, hash: hash('a') }, { chain: 'new', number: 0, hash: hash('0') }, { chain: 'system', number: 9, hash: hash('b') }],
}

test('what was signed is opened by its key alone, to the byte', () => {
  const signed = signCheckpoint(checkpoint, privateKey)
  expect(openCheckpoint(signed, privateKey)).toEqual(checkpoint)
  expect(openCheckpoint(signed, key())).toBeNull()
  expect(openCheckpoint({ ...signed, body: signed.body.replace('"number":9', '"number":8') }, privateKey)).toBeNull()
  expect(openCheckpoint({ ...signed, signature: '' }, privateKey)).toBeNull()
})

test.each<[string, Record<string, string>, unknown[]]>([
  ['a chain that went on', { 'instance 4': hash('a'), 'instance 5': hash('c'), 'system 9': hash('b') }, []],
  ['a tail that was cut off', { 'instance 4': hash('a') }, [{ chain: 'system', number: 9, reason: 'cut_off' }]],
  ['a chain that was written anew', { 'instance 4': hash('a'), 'system 9': hash('d') }, [{ chain: 'system', number: 9, reason: 'rewritten' }]],
])('%s', (_what, events, expected) => {
  expect(contradictionsOf(checkpoint, (chain, number) => events[`${chain} ${number}`])).toEqual(expected)
})
