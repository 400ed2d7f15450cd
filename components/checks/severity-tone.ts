import type { Tone } from '../ui/tone'
import type { KeptFinding } from '@/lib/domain/check-run'

/** Red is kept for what is not met. */
export const severityTone: Record<KeptFinding['severity'], Tone> = {
  info: 'neutral', warning: 'warn', inconclusive: 'info', fail: 'danger', error: 'warn',
}
