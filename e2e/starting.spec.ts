import { randomUUID } from 'node:crypto'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { addPerson } from '../bench/session'
import { addresses } from './addresses'
import { answers, ownServer, signal, startServer } from './own-server'

let folder: string
test.beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'dictamen-starting-'))
  chmodSync(folder, 0o711)
})
test.afterEach(() => rmSync(folder, { recursive: true, force: true }))

test('a taken port is one clear line', async () => {
  const { said, exit } = startServer({ DATA_DIR: folder, PORT: String(addresses.port) })
  expect(await exit).toBe(1)
  expect(said().trim().split('\n')).toEqual([`Port ${addresses.port} on 127.0.0.1 is taken by another program. Set PORT to another one.`])
})

test('a second instance on the same data is one clear line', async () => {
  const { said, exit } = startServer({ DATA_DIR: process.env.E2E_DATA_DIR ?? '' })
  expect(await exit).toBe(1)
  expect(said().trim().split('\n').at(-1)).toBe('another Dictamen is running on the same data folder: stop it, or set DATA_DIR')
})

test('missing variables are one clear line each', async () => {
  const { said, exit } = startServer({ DATA_DIR: folder, OIDC_ISSUER: 'https://id.example.org', PORT: 'many' })
  expect(await exit).toBe(1)
  expect(said()).toMatch(/^PORT /m)
  const complete = startServer({ DATA_DIR: folder, OIDC_ISSUER: 'https://id.example.org' })
  expect(await complete.exit).toBe(1)
  for (const name of ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'AUTH_URL', 'AUTH_SECRET']) expect(complete.said()).toMatch(new RegExp(`^${name} is missing`, 'm'))
})

test('a kill loses nothing that was acknowledged, and a signal ends everything in time', async () => {
  const { origin } = ownServer
  const first = startServer({ DATA_DIR: folder })
  await answers(`${origin}/readyz`)
  const cookie = await signInByHand()
  const upload = await fetch(`${origin}/api/uploads?assessment=grupo-gad&name=kept.txt`, {
    method: 'POST', headers: { cookie, origin }, body: `kept ${randomUUID()}\n`,
  })
  expect(upload.status).toBe(201)
  const { upload: { sha256 } } = await upload.json() as { upload: { sha256: string } }
  signal(first.child, 'SIGKILL')
  await first.exit

  const second = startServer({ DATA_DIR: folder })
  await answers(`${origin}/readyz`)
  const rows = await query('SELECT sha256 FROM "Upload" WHERE name = $1', ['kept.txt'])
  expect(rows).toEqual([{ sha256 }])

  const live = await fetch(`${origin}/live?assessment=grupo-gad`, { headers: { cookie } })
  expect(live.status).toBe(200)
  const streamEnded = live.text().then(() => true, () => true)
  const asked = Date.now()
  signal(second.child, 'SIGTERM')
  expect(await streamEnded).toBe(true)
  await expect.poll(() => fetch(`${origin}/healthz`).then(() => 'answers', () => 'gone'), { timeout: 10_000 }).toBe('gone')
  await second.exit
  expect(Date.now() - asked).toBeLessThan(10_000)
})

function databaseUrl(): string {
  return readFileSync(path.join(folder, 'database-url'), 'utf8')
}

async function signInByHand(): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  return addPerson(client, { name: 'Bench', roles: ['owner'], teams: 'all' }).finally(() => client.end())
}

async function query(sql: string, values: unknown[]): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: databaseUrl() })
  await client.connect()
  return client.query(sql, values).then(({ rows }) => rows as unknown[]).finally(() => client.end())
}
