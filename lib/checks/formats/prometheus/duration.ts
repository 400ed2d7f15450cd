import { parseDuration } from '../../promql/duration'

/** Seconds of a duration as Prometheus writes it; null for anything else. */
export function durationOf(text: string): number | null {
  const duration = parseDuration(text)
  return duration.ok ? duration.milliseconds / 1_000 : null
}
