import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { strength } from './strength'
import { pem } from './fixtures/pem'

test.each([
  ['P-256', ['portal', 'issuing', 'root'], []],
  ['RSA of 2048 bits', ['rsa-2048'], []],
  ['RSA of 1024 bits', ['rsa-1024'], ['weak-key']],
  ['Ed25519', ['ed25519'], []],
  ['P-224', ['p-224'], ['weak-key']],
  ['a curve that is not known', ['brainpool'], ['unknown-key']],
  ['a signature by SHA-1', ['sha-1'], ['weak-signature']],
])('%s', (_, files, expected) => {
  expect(found(strength, pem(...files)).map(one => one.split(' ')[0])).toEqual(expected)
})
