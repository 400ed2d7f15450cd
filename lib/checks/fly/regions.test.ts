import { expect, test } from 'vitest'
import { found, saidOfRows } from '../testing/found'
import { regions } from './regions'

const inRegion = (code: string) => `app = "portal"\nprimary_region = "${code}"\n`
const others = { 'fly.gru.toml': inRegion('gru') }
const baseline = { regions: [{ code: 'dfw' }, { code: 'gru' }] }

test.each([
  ['one region', inRegion('dfw'), {}, ['one-region 2:1']],
  ['a file for each of two', inRegion('dfw'), { others }, []],
  ['two files for one', inRegion('gru'), { others }, ['one-region 2:1']],
  ['no region', 'app = "portal"\n[env]\nA = "1"', { others }, ['no-primary 1:1']],
  ['a region that there is no more', inRegion('mia'), { others, baseline }, ['unlisted 2:1']],
  ['a region that the assessment does not name', inRegion('nrt'), { others, baseline }, ['not-candidate 2:1']],
  ['any region, where it names none', inRegion('nrt'), { others }, []],
])('%s', (_, text, given, expected) => {
  expect(found(regions, text, given)).toEqual(expected)
})

test.each([
  ['the one that it names', inRegion('dfw'), { others }, ['as asked', '']],
  ['one that is the only one', inRegion('gru'), {}, ['', 'one-region']],
  ['none that is asked for', inRegion('nrt'), { others }, ['', '']],
])('row by row: %s', (_, text, given, expected) => {
  expect(saidOfRows(regions, 'regions', text, { ...given, baseline })).toEqual(expected)
})
