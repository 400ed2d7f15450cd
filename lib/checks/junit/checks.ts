import { cases } from './cases'

export const junitChecks = [cases] as const
