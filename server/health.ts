import type { ServerResponse } from 'node:http'
import { connections } from '@/lib/db/client'
import { log } from '@/lib/platform/log'
import { storage } from '@/lib/platform/storage'

/** Whether the database and the file store can be reached: 200, or 503 with the one that cannot. */
export async function answerReadiness(response: ServerResponse): Promise<void> {
  const [database, files] = await Promise.all([
    reaches('database', connections().pool.query('SELECT 1')),
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
