import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseWhatIf } from './what-if'
import { whatIfAddress } from './what-if-address'

test.each([
  [{}, { proven: [], datesAgreed: false }],
  [{ proven: 'OBS-01,DR-01' }, { proven: ['OBS-01', 'DR-01'], datesAgreed: false }],
  [{ proven: ['OBS-01', 'DR-01,obs-01'], dates: 'agreed' }, { proven: ['OBS-01', 'DR-01'], datesAgreed: true }],
  [{ proven: ' , ,NO-99', dates: ['x', 'agreed'] }, { proven: ['NO-99'], datesAgreed: true }],
  [{ dates: 'perhaps' }, { proven: [], datesAgreed: false }],
])('reads %j', (address, query) => {
  expect(parseWhatIf(address)).toEqual(query)
})

test('an address says again what was read from it, whatever somebody typed', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' })), fc.boolean(), (typed, datesAgreed) => {
    const query = parseWhatIf({ proven: typed, ...(datesAgreed && { dates: 'agreed' }) })
    const { proven, dates } = Object.fromEntries(new URLSearchParams(whatIfAddress(query)))
    expect(parseWhatIf({ proven, dates })).toEqual(query)
  }))
})
