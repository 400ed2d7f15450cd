import { RE2JS } from 're2js'
import type { Relabel } from '../formats/prometheus-config'

/** Whether relabelling drops a label of that name, or keeps others alone. */
export function takesAway({ action, regex }: Relabel, label: string): boolean {
  if (action !== 'labeldrop' && action !== 'labelkeep') return false
  try {
    return RE2JS.compile(regex).matches(label) === (action === 'labeldrop')
  } catch {
    return false
  }
}
