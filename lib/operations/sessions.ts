import { db, type Transaction } from '@/lib/db/client'
import { failure, success, type Result } from '@/lib/domain/result'
import type { Viewer } from '@/lib/domain/permissions'
import { hashToken, type SignedInViewer } from '@/lib/queries/viewer'
import type { EndSession, EndSessions } from '@/lib/schemas/administration'
import { administer } from './administer'
import { writerOf, type Writer } from './chained-events'
import { revokeTokensOf } from './tokens'
import { writeInstance, type LockedInstance } from './write'

/** A session that begins. */
export interface NewSession {
  token: string
  userId: string
  expiresAt: Date
  /** Shown to the provider when the person signs out of it too. */
  idToken: string | null
  /** Token that the browser held until now; that session ends. */
  replacedToken: string | null
}

/** Begins a session. Only the token's hash is kept. */
export function startSession(session: NewSession, now: Date): Promise<Result<null>> {
  const { token, userId, expiresAt, idToken, replacedToken } = session
  return writeInstance({ actorId: userId, now }, async (transaction, instance) => {
    if (replacedToken !== null) await end(transaction, instance, hashToken(replacedToken), now)
    const tokenHash = hashToken(token)
    await transaction.session.create({
      data: { tokenHash, userId, createdAt: now, lastSeenAt: now, expiresAt, idToken },
    })
    const happening = { verb: 'session.started', subject: subject(tokenHash), before: null, after: { userId } }
    instance.record(happening, false)
    return success(null)
  })
}

/** Notes that a session is in use, at most once a minute. */
export async function touchSession(sessionHash: string, now: Date): Promise<void> {
  const minuteAgo = new Date(now.getTime() - 60_000)
  await db().session.updateMany({
    where: { tokenHash: sessionHash, revokedAt: null, lastSeenAt: { lte: minuteAgo } },
    data: { lastSeenAt: now },
  })
}

/** Ends a session, the writer's own or another's, and gives its ID token. Fails with `not_found` where none runs. */
export function revokeSession(writer: Writer, sessionHash: string): Promise<Result<{ idToken: string | null }>> {
  return writeInstance(writer, async (transaction, instance) => {
    const ended = await end(transaction, instance, sessionHash, writer.now)
    return ended ? success(ended) : failure('not_found')
  })
}

/** A person signs out: the session that they act in ends. */
export async function endOwnSession(viewer: SignedInViewer, now: Date): Promise<Result<{ idToken: string | null }>> {
  return viewer.sessionHash === null ? failure('not_found') : revokeSession(writerOf(viewer, now), viewer.sessionHash)
}

/** Ends every session of a person within a write that has a reason to. Gives how many ended. */
export async function endSessionsOf(
  transaction: Transaction, instance: LockedInstance, userId: string, now: Date,
): Promise<number> {
  const open = await transaction.session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: now } }, orderBy: { createdAt: 'asc' }, select: { tokenHash: true },
  })
  for (const { tokenHash } of open) await end(transaction, instance, tokenHash, now)
  return open.length
}

/** An administrator ends one session of somebody; their next request finds none. */
export function endSession(viewer: Viewer, input: EndSession, now: Date): Promise<Result<null>> {
  return administer(viewer, 'session.revoke', now, async (transaction, instance) => {
    const ended = await end(transaction, instance, input.session, now)
    return ended ? success(null) : failure('not_found')
  })
}

/** An administrator ends every session of somebody, and with them the tokens: whoever is thrown out has no other way in. */
export function endSessions(viewer: Viewer, input: EndSessions, now: Date): Promise<Result<{ ended: number }>> {
  return administer(viewer, 'session.revoke', now, async (transaction, instance) => {
    await revokeTokensOf(transaction, instance, input.person, now)
    return success({ ended: await endSessionsOf(transaction, instance, input.person, now) })
  })
}

async function end(
  transaction: Transaction, instance: LockedInstance, tokenHash: string, now: Date,
): Promise<{ idToken: string | null } | null> {
  const session = await transaction.session.findFirst({ where: { tokenHash, revokedAt: null } })
  if (!session) return null
  await transaction.session.update({ where: { tokenHash }, data: { revokedAt: now, idToken: null } })
  const { userId, idToken } = session
  instance.record({ verb: 'session.ended', subject: subject(tokenHash), before: { userId }, after: null }, false)
  return { idToken }
}

const subject = (tokenHash: string) => ({ type: 'session', id: tokenHash })
