import type { ServerResponse } from 'node:http'
import type { QueryConfig } from 'pg'
import { connections } from '@/lib/db/client'
import { log } from '@/lib/platform/log'
import { storage } from '@/lib/platform/storage'

// Shorter than for a query that has work to do: whoever asks for this will not wait long for the answer.
const silentMilliseconds = 3_000

/** Whether the database and the file store can be reached: 200, or 503 with the one that cannot, within 8 s. */
export async function answerReadiness(response: ServerResponse): Promise<void> {
  const probe: QueryConfig & { query_timeout: number } = { text: 'SELECT 1', query_timeout: silentMilliseconds }
  const [database, files] = await Promise.all([
    reaches('database', connections().pool.query(probe)),
    reaches('storage', storage().ready()),
  ])
  response.statusCode = database && files ? 200 : 503
  response.setHeader('Content-Type', 'application/json')
  response.end(JSON.stringify({ database, storage: files }))
}

async function reaches(name: string, attempt: Promise<unknown>): Promise<boolean> {
  try {
    await attempt
    return true
  } catch (error) {
    log.error({ error, name }, 'not reachable')
    return false
  }
}
