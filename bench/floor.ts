import { createHash, randomBytes } from 'node:crypto'
import http from 'node:http'
import pg from 'pg'
import type { Size } from './system'

// The least that the same answers cost: node:http and pg, with the session asked on every request, the same rows
// read, as many bytes of headers and body sent, the same transaction written. No pages, no rules, no safety.

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 })
const sizes = JSON.parse(process.env.SIZES ?? '{}') as Record<string, Size>
const bodies = Object.fromEntries(Object.entries(sizes).map(([address, { body }]) => [address, randomBytes(body)]))
const paddings = Object.fromEntries(Object.entries(sizes).map(([address, { headers }]) => [address, 'x'.repeat(headers)]))
const summary = `SELECT d.key, i."declaredStatus", count(*) FROM "Item" i JOIN "Dimension" d ON d.id = i."dimensionId"
                 JOIN "Assessment" a ON a.id = i."assessmentId" WHERE a.slug = $1 GROUP BY 1, 2`
const list = `SELECT i.code, i.requirement, i."declaredStatus", i."dueOn" FROM "Item" i
              JOIN "Assessment" a ON a.id = i."assessmentId" WHERE a.slug = $1 ORDER BY i.kind, i.position LIMIT 50`
const item = `SELECT i.*, (SELECT json_agg(e) FROM (
                SELECT number, at, "actorId", verb, body FROM "Event" WHERE chain = i."assessmentId" AND "subjectType" = 'item' AND "subjectId" = i.id
                ORDER BY number DESC LIMIT 30) e) AS events
              FROM "Item" i JOIN "Assessment" a ON a.id = i."assessmentId" WHERE a.slug = $1 AND i.code = 'DR-01'`
const queries: Record<string, string> = { summary, list, item }

http.createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    response.statusCode = 500
    response.end(String(error))
  })
}).listen(Number(process.env.PORT), '127.0.0.1')

process.on('SIGTERM', () => process.exit(0))

async function answer(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
  const address = request.url ?? ''
  if (address === '/health') return void response.end('ok')
  const userId = await sessionOf(request)
  if (userId === null) {
    response.statusCode = 401
    return void response.end()
  }
  if (address === '/status') return void response.end(JSON.stringify({ ok: await changeStatus(userId, await json(request)) }))
  const [, slug, query = ''] = address.split('/')
  await pool.query({ name: `page ${query}`, text: queries[query] ?? '', values: [slug] })
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.setHeader('X-Padding', paddings[address] ?? '')
  response.end(bodies[address])
}

async function sessionOf(request: http.IncomingMessage): Promise<string | null> {
  const token = /dictamen\.session=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
  const { rows } = await pool.query<{ id: string }>({
    name: 'session',
    text: `SELECT u.id FROM "Session" s JOIN "User" u ON u.id = s."userId"
           WHERE s."tokenHash" = $1 AND s."revokedAt" IS NULL AND s."expiresAt" > now()`,
    values: [createHash('sha256').update(token).digest('hex')],
  })
  return rows[0]?.id ?? null
}

async function json(request: http.IncomingMessage): Promise<Change> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return JSON.parse(text) as Change
}

interface Change {
  slug: string
  code: string
  version: number
  status: string
}

/** Lock, read, update, event, revision: what a status change writes, into a chain that nobody verifies. */
async function changeStatus(userId: string, { slug, code, version, status }: Change): Promise<boolean> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN')
    const { rows: [assessment] } = await client.query<{ id: string; revision: number; headHash: string }>(
      { name: 'lock', text: 'SELECT id, revision, "headHash" FROM "Assessment" WHERE slug = $1 FOR UPDATE', values: [slug] })
    if (!assessment) throw new Error('no assessment')
    const { rows: [item] } = await client.query<{ id: string; declaredStatus: string }>(
      { name: 'item', text: 'SELECT id, "declaredStatus" FROM "Item" WHERE "assessmentId" = $1 AND code = $2', values: [assessment.id, code] })
    const { rowCount } = await client.query({
      name: 'update', text: 'UPDATE "Item" SET "declaredStatus" = $3::"DeclaredStatus", version = version + 1 WHERE id = $1 AND version = $2',
      values: [item?.id, version, status],
    })
    const body = JSON.stringify({ before: item?.declaredStatus, after: status })
    const hash = createHash('sha256').update(assessment.headHash + body).digest('hex')
    await client.query({
      name: 'event',
      text: `INSERT INTO "Event" (chain, number, at, "actorId", verb, "subjectType", "subjectId", body, hash)
             VALUES ($5, (SELECT coalesce(max(number), 0) + 1 FROM "Event" WHERE chain = $5), now(), $1, 'x', 'item', $2, $3, $4)`,
      values: [userId, item?.id, body, hash, `floor ${assessment.id}`],
    })
    await client.query({ name: 'revision', text: 'UPDATE "Assessment" SET revision = revision WHERE id = $1', values: [assessment.id] })
    await client.query('COMMIT')
    return rowCount === 1
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
