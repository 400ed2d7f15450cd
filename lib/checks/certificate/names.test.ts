import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { names } from './names'
import { pem } from './fixtures/pem'

test.each([
  ['with names', ['portal', 'issuing'], ['names']],
  ['a common name alone, which browsers do not read', ['no-names'], ['no-names']],
  ['authorities alone', ['issuing', 'root'], ['only-authorities']],
])('%s', (_, files, expected) => {
  expect(found(names, pem(...files)).map(one => one.split(' ')[0])).toEqual(expected)
})
