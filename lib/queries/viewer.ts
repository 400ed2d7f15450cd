import { createHash } from 'node:crypto'
import { connections } from '@/lib/db/client'
import type { Language } from '@/lib/domain/language'
import type { Role, Viewer } from '@/lib/domain/permissions'
import type { ActingToken } from '@/lib/domain/tokens'

/** A person with a session that holds, or a program with a token of theirs that does. */
export interface SignedInViewer extends Viewer {
  language: Language
  /** Null where a token was shown. */
  sessionHash: string | null
  /** The instance's revision at which the viewer was read: what belongs to no assessment is no older. */
  instanceRevision: number
}

/** What one request needs to know before anything is rendered. */
export interface RequestContext {
  viewer: SignedInViewer | null
  /** When the session was last used; null without one. */
  lastSeenAt: Date | null
  instanceRevision: number
  /** The assessment that the address names; null where there is none of that slug. */
  assessment: { id: string; revision: number; timeZone: string } | null
}

/** Lifetimes of sessions. */
export interface SessionLimits {
  idleMinutes: number
}

/** The name under which what a cookie or a program shows is stored. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}

/**
 * One query: cookie → viewer, with the revisions of the instance and of the assessment of `slug`. A session
 * holds until it is revoked, its absolute end has come, or it lay idle for too long. A delegation gives the absent
 * person's teams from its first instant to its last, without anything having to happen at either.
 */
export async function getRequestContext(
  token: string | null, slug: string | null, now: Date, limits: SessionLimits,
): Promise<RequestContext> {
  const { rows } = await connections().pool.query<Row>({
    name: 'request-context',
    text: `
      SELECT i.revision AS "instanceRevision",
             a.id AS "assessmentId", a.revision AS "assessmentRevision", a."timeZone",
             s."tokenHash", s."lastSeenAt", u.id AS "userId", u.roles::text[] AS roles, u.language,
             ${standing.columns}
      FROM "Instance" i
      LEFT JOIN "Assessment" a ON a.slug = $2
      LEFT JOIN "Session" s ON s."tokenHash" = $1 AND s."revokedAt" IS NULL AND s."expiresAt" > $3
                           AND s."lastSeenAt" > $3::timestamptz - make_interval(mins => $4)
      LEFT JOIN "User" u ON u.id = s."userId"
      ${standing.join('$3')}
      WHERE i.id = 1`,
    values: [token === null ? null : hashToken(token), slug, now, limits.idleMinutes],
  })
  const [row] = rows
  if (!row) throw new Error('the Instance row is missing: the migrations were not applied')
  return {
    viewer: row.userId && row.tokenHash
      ? {
          userId: row.userId, roles: row.roles, teams: row.teams, standsInFor: row.standsInFor, language: row.language,
          sessionHash: row.tokenHash, instanceRevision: row.instanceRevision,
        }
      : null,
    lastSeenAt: row.userId ? row.lastSeenAt : null,
    instanceRevision: row.instanceRevision,
    assessment: row.assessmentId
      ? { id: row.assessmentId, revision: row.assessmentRevision, timeZone: row.timeZone }
      : null,
  }
}

/**
 * The same for a program: token → viewer, who is its person as they are now, with the token's scopes. A token holds
 * until it is revoked or its end has come, and while its person has any role. Whatever is shown is looked up by its
 * hash, so that an unknown one takes as long as any.
 */
export async function getTokenContext(secret: string, now: Date): Promise<TokenContext> {
  const { rows } = await connections().pool.query<TokenRow>({
    name: 'token-context',
    text: `
      SELECT k.id, k.name, k.scopes::text[] AS scopes, k."lastUsedAt", i.revision AS "instanceRevision",
             u.id AS "userId", u.roles::text[] AS roles, u.language, ${standing.columns}
      FROM "Token" k JOIN "User" u ON u.id = k."userId" CROSS JOIN "Instance" i
      ${standing.join('$2')}
      WHERE k."tokenHash" = $1 AND k."revokedAt" IS NULL AND k."expiresAt" > $2 AND cardinality(u.roles) > 0 AND i.id = 1`,
    values: [hashToken(secret), now],
  })
  const [row] = rows
  if (!row) return { viewer: null, lastUsedAt: null }
  const { id, name, scopes, lastUsedAt, ...person } = row
  return { viewer: { ...person, sessionHash: null, token: { id, name, scopes } }, lastUsedAt }
}

/** What a program's request needs to know. */
export interface TokenContext {
  viewer: (SignedInViewer & { token: ActingToken }) | null
  /** When the token was last used; null where it never was, or does not hold. */
  lastUsedAt: Date | null
}

/** What a person `u` may do now, by delegations too. */
const standing = {
  columns: `
             absent.ids AS "standsInFor",
             ARRAY(SELECT DISTINCT t."teamKey" FROM "UserTeam" t WHERE t."userId" = ANY(absent.ids || u.id) ORDER BY 1) AS teams`,
  join: (now: string) => `
      CROSS JOIN LATERAL (
        SELECT ARRAY(SELECT d."absentId" FROM "Delegation" d WHERE d."delegateId" = u.id AND d."endsAt" > ${now}
                     AND d."startsAt" <= ${now} AND (d."endedAt" IS NULL OR d."endedAt" > ${now}) ORDER BY 1) AS ids
      ) absent`,
}

interface TokenRow extends Omit<SignedInViewer, 'sessionHash' | 'token'>, ActingToken {
  lastUsedAt: Date | null
}

interface Row {
  instanceRevision: number
  assessmentId: string | null
  assessmentRevision: number
  timeZone: string
  tokenHash: string | null
  lastSeenAt: Date
  userId: string | null
  roles: Role[]
  language: Language
  teams: string[]
  standsInFor: string[]
}
