import { randomBytes } from 'node:crypto'
import { db, type Transaction } from '@/lib/db/client'
import type { Viewer } from '@/lib/domain/permissions'
import { failure, success, type Result } from '@/lib/domain/result'
import { tokenScopes } from '@/lib/domain/tokens'
import { hashToken } from '@/lib/queries/viewer'
import type { CreateToken, RevokeToken } from '@/lib/schemas/tokens'
import { administer } from './administer'
import { writerOf } from './chained-events'
import { writeInstance, type LockedInstance } from './write'

const dayMilliseconds = 86_400_000
// More than any number of pipelines of one person; each is a way in.
const mostTokens = 50

/**
 * Makes a token of the viewer's own. The secret is answered this once; only its hash is kept. No door takes a token to
 * this: what was lost could then outlive its end.
 */
export async function createToken(viewer: Viewer, input: CreateToken, now: Date): Promise<Result<{ id: string; secret: string }>> {
  return writeInstance(writerOf(viewer, now), async (transaction, instance) => {
    const { userId } = viewer
    const held = await transaction.token.findMany({ where: { userId, ...holding(now) }, select: { name: true } })
    if (held.some(({ name }) => name === input.name)) return failure('invalid_input', { fields: { name: 'taken' } })
    if (held.length >= mostTokens) return failure('too_many_tokens', { values: { limit: mostTokens } })
    const secret = `dct_${randomBytes(32).toString('base64url')}`
    const { name } = input
    const scopes = tokenScopes.filter(scope => input.scopes.includes(scope))
    const expiresAt = new Date(now.getTime() + input.days * dayMilliseconds)
    const { id } = await transaction.token.create({ data: { userId, name, tokenHash: hashToken(secret), scopes, createdAt: now, expiresAt } })
    instance.record({
      verb: 'token.created', subject: { type: 'token', id }, before: null, after: { userId, name, scopes, expiresAt: expiresAt.toISOString() },
    }, false)
    return success({ id, secret })
  })
}

/** Revokes a token of the viewer's own; its next request is refused. */
export function revokeOwnToken(viewer: Viewer, input: RevokeToken, now: Date): Promise<Result<null>> {
  return writeInstance(writerOf(viewer, now), async (transaction, instance) => {
    const revoked = await revoke(transaction, instance, { id: input.token, userId: viewer.userId }, now)
    return revoked > 0 ? success(null) : failure('not_found')
  })
}

/** An administrator revokes somebody's token. */
export function revokeToken(viewer: Viewer, input: RevokeToken, now: Date): Promise<Result<null>> {
  return administer(viewer, 'session.revoke', now, async (transaction, instance) => {
    const revoked = await revoke(transaction, instance, { id: input.token }, now)
    return revoked > 0 ? success(null) : failure('not_found')
  })
}

/** Revokes every token of a person within a write that has a reason to. */
export async function revokeTokensOf(transaction: Transaction, instance: LockedInstance, userId: string, now: Date): Promise<void> {
  await revoke(transaction, instance, { userId }, now)
}

/** Notes that a token is used, at most once a minute. */
export async function touchToken(id: string, now: Date): Promise<void> {
  const minuteAgo = new Date(now.getTime() - 60_000)
  await db().token.updateMany({ where: { id, OR: [{ lastUsedAt: null }, { lastUsedAt: { lte: minuteAgo } }] }, data: { lastUsedAt: now } })
}

async function revoke(
  transaction: Transaction, instance: LockedInstance, which: { id?: string; userId?: string }, now: Date,
): Promise<number> {
  const held = await transaction.token.findMany({ where: { ...which, ...holding(now) }, orderBy: { createdAt: 'asc' } })
  for (const { id, userId, name } of held) {
    await transaction.token.update({ where: { id }, data: { revokedAt: now } })
    instance.record({ verb: 'token.revoked', subject: { type: 'token', id }, before: { userId, name }, after: null }, false)
  }
  return held.length
}

const holding = (now: Date) => ({ revokedAt: null, expiresAt: { gt: now } })
