const units = [['y', 31_536_000], ['w', 604_800], ['d', 86_400], ['h', 3_600], ['m', 60], ['s', 1], ['ms', 0.001]] as const
const pattern = /^(?:(\d{1,9})y)?(?:(\d{1,9})w)?(?:(\d{1,9})d)?(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9})s)?(?:(\d{1,9})ms)?$/

/**
 * Seconds of a duration as Prometheus and Alertmanager write it: `1h30m`, `15s`, `0` (prometheus/common,
 * `model/time.go`, `ParseDuration`). Null for anything else.
 */
export function durationOf(text: string): number | null {
  if (text === '0') return 0
  const [whole, ...counts] = pattern.exec(text) ?? []
  if (!whole) return null
  return units.reduce((sum, [, seconds], index) => sum + Number(counts[index] ?? 0) * seconds, 0)
}
