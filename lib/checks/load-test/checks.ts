import { latency } from './latency'
import { successRate } from './success-rate'
import { thresholds } from './thresholds'

export const loadTestChecks = [successRate, latency, thresholds] as const
