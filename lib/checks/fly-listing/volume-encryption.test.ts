import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { volume } from './testing'
import { volumeEncryption } from './volume-encryption'

test.each([
  ['encrypted', [volume()], []],
  ['one that is not', [volume(), volume({ encrypted: false })], ['unencrypted']],
  ['of older flyctl', [{ id: 'vol_1', Name: 'data', SizeGb: 1, Region: 'dfw', Encrypted: false }], ['unencrypted']],
  ['in words', [volume({ encrypted: 'yes' })], ['unknown']],
  ['not said', [volume({ encrypted: undefined })], ['unknown']],
])('%s', (_, items, expected) => {
  expect(found(volumeEncryption, JSON.stringify(items)).map(one => one.split(' ')[0])).toEqual(expected)
})
