import { chain } from './chain'
import { names } from './names'
import { strength } from './strength'
import { validity } from './validity'

export const certificateChecks = [validity, names, strength, chain] as const
