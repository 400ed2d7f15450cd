import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { chain } from './chain'
import { pem } from './fixtures/pem'

test.each([
  ['the server and its authority', ['portal', 'issuing'], []],
  ['up to the root', ['portal', 'issuing', 'root'], ['root']],
  ['the server alone', ['portal'], ['alone']],
  ['signed by itself', ['self-signed'], ['self-signed']],
  ['the authority first', ['issuing', 'portal'], ['unrelated', 'wrong-order']],
  ['the root before the authority', ['portal', 'root', 'issuing'], ['root', 'wrong-order', 'wrong-order']],
  ['a root that did not sign it', ['portal', 'root'], ['root', 'unrelated']],
  ['authorities alone', ['issuing', 'root'], ['only-authorities', 'root']],
])('%s', (_, files, expected) => {
  expect(found(chain, pem(...files)).map(one => one.split(' ')[0]).sort()).toEqual(expected)
})
