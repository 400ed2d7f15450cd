const units = [['y', 31_536_000_000n], ['w', 604_800_000n], ['d', 86_400_000n], ['h', 3_600_000n], ['m', 60_000n], ['s', 1_000n], ['ms', 1n]] as const
const pattern = new RegExp(`^${units.map(([unit]) => `(?:([0-9]+)${unit})?`).join('')}$`)
/** What a Go duration, which counts nanoseconds in 64 bits, can hold. */
const most = (2n ** 63n - 1n) / 1_000_000n

export type Duration = { ok: true; milliseconds: number } | { ok: false; message: string }

/** A duration as Prometheus writes it: `90s`, `1h30m`, `0`; units in descending order, each once, whole numbers. */
export function parseDuration(text: string): Duration {
  if (text === '0') return { ok: true, milliseconds: 0 }
  if (text === '') return { ok: false, message: 'empty duration string' }
  const parts = pattern.exec(text)
  if (!parts) return { ok: false, message: `not a valid duration string: "${text}"` }
  const total = units.reduce((sum, [, factor], index) => sum + BigInt(parts[index + 1]?.slice(0, 30) ?? 0) * factor, 0n)
  return total > most ? { ok: false, message: 'duration out of range' } : { ok: true, milliseconds: Number(total) }
}
