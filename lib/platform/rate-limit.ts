import { db } from '@/lib/db/client'

/** How often something may be done by one subject within a window of time. */
export interface Limit {
  limit: number
  windowSeconds: number
}

/** What came of taking one. */
export interface Taken {
  allowed: boolean
  /** How many more may be taken in the present window. */
  remaining: number
  /** Until the next window. */
  resetSeconds: number
  /** The same where it was not allowed, else 0. */
  retryAfterSeconds: number
}

/**
 * Takes one from what `subject`, such as `upload:user:ID`, may still do in the present window. Counted in the
 * database, so that all servers count together.
 */
export async function takeFromLimit(
  { subject, limit, windowSeconds, now }: Limit & { subject: string; now: Date },
): Promise<Taken> {
  const milliseconds = windowSeconds * 1000
  const start = Math.floor(now.getTime() / milliseconds) * milliseconds
  // The count stops just above the limit: it says "too often", not how often, and cannot overflow.
  const [row] = await db().$queryRaw<{ count: number }[]>`
    INSERT INTO "RateLimit" AS held (subject, "windowStart", count) VALUES (${subject}, ${new Date(start)}, 1)
    ON CONFLICT (subject, "windowStart") DO UPDATE SET count = LEAST(held.count + 1, ${limit + 1}::int)
    RETURNING count`
  if (!row) throw new Error('an upsert returned no row')
  const allowed = row.count <= limit
  const resetSeconds = Math.ceil((start + milliseconds - now.getTime()) / 1000)
  return { allowed, remaining: Math.max(0, limit - row.count), resetSeconds, retryAfterSeconds: allowed ? 0 : resetSeconds }
}

/** Removes windows that began more than a day before `now`; returns how many. No window may be longer than a day. */
export async function sweepLimits(now: Date): Promise<number> {
  const { count } = await db().rateLimit.deleteMany({
    where: { windowStart: { lt: new Date(now.getTime() - 86_400_000) } },
  })
  return count
}
