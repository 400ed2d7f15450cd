import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connections, db } from '@/lib/db/client'
import { addPerson } from '@/lib/operations/testing/assessment'
import { startFront, type RunningFront } from './testing/running-front'

const noon = new Date('2026-11-24T15:00:00Z')
// Long enough after the sessions began that their next use is to be noted.
const later = new Date(noon.getTime() + 120_000)
let front: RunningFront
/** Who operates the database, on a connection of their own. */
let operator: pg.Client

beforeAll(async () => {
  front = await startFront(() => later)
  await addPerson('sre', ['owner'], ['sre'], noon)
  operator = new pg.Client({ connectionString: connections().pool.options.connectionString })
  await operator.connect()
})
afterAll(async () => {
  await operator.end()
  await front.stop()
})

const headers = () => ({ cookie: 'dictamen.session=sre', origin: front.origin, 'accept-language': 'es' })

async function declare(status: string): Promise<[number, { code?: string; detail?: string }]> {
  const { version } = await db().item.findFirstOrThrow({ where: { code: 'OBS-02' } })
  const response = await fetch(`${front.origin}/api/v1/assessments/grupo-gad/items/OBS-02`, {
    method: 'PATCH', body: JSON.stringify({ status }), headers: { ...headers(), 'content-type': 'application/json', 'if-match': `"${version}"` },
  })
  return [response.status, await response.json() as { code?: string; detail?: string }]
}

test('a database that became read-only is read on, refuses writes in words, and takes them again by itself', async () => {
  const name = operator.database ?? ''
  await operator.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`)
  await operator.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()', [name])
  await expect.poll(() => connections().pool.totalCount).toBe(0)

  expect((await fetch(`${front.origin}/api/v1/assessments/grupo-gad/verdict`, { headers: headers() })).status).toBe(200)
  // The page that stands for Next's: it was asked.
  expect((await fetch(`${front.origin}/grupo-gad`, { headers: headers() })).status).toBe(404)
  expect(await declare('in_progress')).toEqual([503, expect.objectContaining({ code: 'database_not_writable', detail: expect.stringContaining('no admite cambios') })])

  await operator.query(`ALTER DATABASE ${name} RESET default_transaction_read_only`)
  await expect.poll(async () => (await declare('in_progress'))[0]).toBe(200)
})

test('a database that falls silent is not ready, and is again once it answers', async () => {
  const ready = async () => {
    const response = await fetch(`${front.origin}/readyz`)
    return [response.status, await response.json()]
  }
  expect(await ready()).toEqual([200, { database: true, storage: true }])
  const { rows } = await operator.query<{ pid: number }>(`
    SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND query NOT LIKE 'LISTEN%'`)
  rows.forEach(({ pid }) => process.kill(pid, 'SIGSTOP'))
  try {
    expect(await ready()).toEqual([503, { database: false, storage: true }])
  } finally {
    rows.forEach(({ pid }) => process.kill(pid, 'SIGCONT'))
  }
  await expect.poll(ready).toEqual([200, { database: true, storage: true }])
})
