import { z } from 'zod'
import type { WhatIfQuery } from './what-if-address'

type Address = Record<string, string | string[] | undefined>

/** Reads an address, which anybody may have typed: codes divided by commas, or one a parameter as a form sends them. */
export function parseWhatIf(address: Address): WhatIfQuery {
  return schema.parse(address)
}

const mostCodes = 1000
const longestCode = 40

// Cutting may leave half a character behind, which no address can hold.
const readCode = (typed: string) => typed.toUpperCase().slice(0, longestCode).toWellFormed().trim()

const texts = z.preprocess(value => (Array.isArray(value) ? value : [value ?? '']), z.array(z.string()))

const schema = z.object({
  proven: texts.catch([]).transform(values => {
    const codes = values.flatMap(value => value.split(',')).map(readCode)
    return [...new Set(codes)].filter(code => code !== '').slice(0, mostCodes)
  }),
  dates: texts.catch([]),
}).transform(({ proven, dates }): WhatIfQuery => ({ proven, datesAgreed: dates.includes('agreed') }))
