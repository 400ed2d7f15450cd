import { db } from '@/lib/db/client'

/** A request that its sender gave a key, so that it does what it does once. */
export interface KeyedRequest {
  userId: string
  key: string
}

/** What is known under a key: nothing, so that it is the asker's now; that it is under way; or what it was answered. */
export type Claim = { state: 'claimed' } | { state: 'under_way' } | { state: 'answered'; fingerprint: string; body: string }

const dayMilliseconds = 86_400_000
// Whoever had it and has not answered in so long was killed meanwhile.
const givenUpMilliseconds = 3_600_000

/** Claims a key for a request, unless it is under way or was answered within a day. Of two at once one claims it. */
export async function claimKey({ userId, key }: KeyedRequest, now: Date): Promise<Claim> {
  const yesterday = new Date(now.getTime() - dayMilliseconds)
  const givenUp = new Date(now.getTime() - givenUpMilliseconds)
  const claimed = await db().$queryRaw<unknown[]>`
    INSERT INTO "KeptAnswer" AS kept ("userId", key, "createdAt") VALUES (${userId}, ${key}, ${now})
    ON CONFLICT ("userId", key) DO UPDATE SET "createdAt" = ${now}, fingerprint = NULL, body = NULL
    WHERE kept."createdAt" < ${yesterday} OR (kept.body IS NULL AND kept."createdAt" < ${givenUp})
    RETURNING key`
  if (claimed.length > 0) return { state: 'claimed' }
  const kept = await db().keptAnswer.findUnique({ where: { userId_key: { userId, key } } })
  if (!kept?.fingerprint || kept.body === null) return { state: 'under_way' }
  return { state: 'answered', fingerprint: kept.fingerprint, body: kept.body }
}

/** Keeps what a claimed request was answered. */
export async function keepAnswer({ userId, key }: KeyedRequest, fingerprint: string, body: string): Promise<void> {
  await db().keptAnswer.updateMany({ where: { userId, key }, data: { fingerprint, body } })
}

/** Gives a key back: what was asked under it was not done. */
export async function releaseKey({ userId, key }: KeyedRequest): Promise<void> {
  await db().keptAnswer.deleteMany({ where: { userId, key, body: null } })
}

/** Removes answers of more than a day; returns how many. */
export async function sweepAnswers(now: Date): Promise<number> {
  const { count } = await db().keptAnswer.deleteMany({ where: { createdAt: { lt: new Date(now.getTime() - dayMilliseconds) } } })
  return count
}
