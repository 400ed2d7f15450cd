import { createHash, randomUUID } from 'node:crypto'
import type pg from 'pg'

/** A person who owns what every team owns, with a session; gives the cookie. */
export async function addSession(database: pg.Client): Promise<string> {
  const id = randomUUID()
  const token = randomUUID()
  await database.query(
    `INSERT INTO "User" (id, issuer, subject, name, roles) VALUES ($1, 'bench', 'bench', 'Bench', '{owner}')`, [id])
  await database.query('INSERT INTO "UserTeam" ("userId", "teamKey") SELECT $1, key FROM "Team"', [id])
  await database.query(
    `INSERT INTO "Session" ("tokenHash", "userId", "createdAt", "lastSeenAt", "expiresAt") VALUES ($1, $2, now(), now(), now() + interval '1 hour')`,
    [createHash('sha256').update(token).digest('hex'), id])
  return `dictamen.session=${token}`
}
