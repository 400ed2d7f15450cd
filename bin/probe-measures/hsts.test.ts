import { expect, test } from 'vitest'
import { readHsts } from './hsts'

test.each([
  ['max-age=31536000', 31_536_000, false, false],
  ['max-age=31536000; includeSubDomains; preload', 31_536_000, true, true],
  [' MAX-AGE = "63072000" ;INCLUDESUBDOMAINS;', 63_072_000, true, false],
  ['includeSubDomains', null, true, false],
  ['max-age=0', 0, false, false],
  ['max-age=1; max-age=31536000', null, false, false],
  ['max-age=-1', null, false, false],
  ['max-age=1e9', null, false, false],
  ['max-age=', null, false, false],
  ['max-age=31536000, includeSubDomains', null, false, false],
  ['max-age=99999999999999999999', Number.MAX_SAFE_INTEGER, false, false],
  ['', null, false, false],
])('%s', (value, maxAge, includeSubDomains, preload) => {
  expect(readHsts(value)).toEqual({ value, maxAge, includeSubDomains, preload })
})
