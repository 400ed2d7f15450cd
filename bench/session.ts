import { createHash, randomUUID } from 'node:crypto'
import type pg from 'pg'

interface Person {
  name: string
  roles: readonly string[]
  /** Keys of their teams, or every team. */
  teams: readonly string[] | 'all'
}

/** A person with a session that holds for an hour; gives the cookie. */
export async function addPerson(database: pg.Client, { name, roles, teams }: Person): Promise<string> {
  const id = randomUUID()
  const token = randomUUID()
  await database.query(`INSERT INTO "User" (id, issuer, subject, name, roles) VALUES ($1, 'bench', $1, $2, $3::"Role"[])`, [id, name, roles])
  await database.query(
    `INSERT INTO "UserTeam" ("userId", "teamKey") SELECT $1, key FROM "Team" WHERE $2::text[] IS NULL OR key = ANY($2)`,
    [id, teams === 'all' ? null : teams])
  await database.query(
    `INSERT INTO "Session" ("tokenHash", "userId", "createdAt", "lastSeenAt", "expiresAt") VALUES ($1, $2, now(), now(), now() + interval '1 hour')`,
    [createHash('sha256').update(token).digest('hex'), id])
  return `dictamen.session=${token}`
}
