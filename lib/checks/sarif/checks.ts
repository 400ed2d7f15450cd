import { criticalFindings } from './critical-findings'

export const sarifChecks = [criticalFindings] as const
