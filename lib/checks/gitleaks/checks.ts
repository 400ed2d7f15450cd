import { secrets } from './secrets'

export const gitleaksChecks = [secrets] as const
