import { execFileSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import pg from 'pg'
import { addPerson } from '../bench/session'
import { startEmbeddedPostgres } from '../lib/platform/embedded-postgres'
import { answers, ownServer, signal, startServer } from './own-server'

const { origin, port } = ownServer
const seed = 20261124

let folder: string
let database: Awaited<ReturnType<typeof startEmbeddedPostgres>>
let cookie: string
let running: ReturnType<typeof startServer> | null = null
/** Servers that stand for what Dictamen depends on. */
const elsewhere: net.Server[] = []

const postgresFolder = () => path.join(folder, 'postgres')
const filesFolder = () => path.join(folder, 'files')
const startPostgres = () => startEmbeddedPostgres({ folder: postgresFolder(), log: () => undefined })

test.beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'dictamen-faults-'))
  chmodSync(folder, 0o711)
  for (const name of ['postgres', 'files']) mkdirSync(path.join(folder, name), { mode: 0o711 })
  database = await startPostgres()
})
test.beforeEach(() => { running = null })
test.afterEach(async () => { await stopServer() })
test.afterAll(async () => {
  elsewhere.forEach(server => server.close())
  await database.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function start(variables: Record<string, string> = {}): Promise<void> {
  running = startServer({ DATA_DIR: folder, DATABASE_URL: database.url, LOG_LEVEL: 'silent', ...variables })
  await answers(`${origin}/healthz`)
}

async function stopServer(name: NodeJS.Signals = 'SIGKILL'): Promise<void> {
  if (!running) return
  if (running.child.exitCode === null && running.child.signalCode === null) signal(running.child, name)
  await running.exit
  running = null
  await expect.poll(() => fetch(`${origin}/healthz`).then(() => 'answers', () => 'gone')).toBe('gone')
}

async function withClient<T>(work: (open: pg.Client) => Promise<T>): Promise<T> {
  const open = new pg.Client({ connectionString: database.url })
  open.on('error', () => undefined)
  await open.connect()
  return work(open).finally(() => open.end())
}

const signInByHand = () => withClient(open => addPerson(open, { name: 'Faults', roles: ['owner'], teams: 'all' }))
const count = (sql: string) => withClient(async open => Number((await open.query<{ count: string }>(sql)).rows[0]?.count))

/** A reproducible series of numbers from 0 to 1. */
function numbers(from: number): () => number {
  let state = from
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** Begins to upload, and stops sending after `share` of the bytes; the rest is never sent. */
async function uploadPart(name: string, bytes: Buffer, share: number): Promise<http.ClientRequest> {
  const request = http.request({
    port, path: `/api/uploads?assessment=grupo-gad&name=${name}`, method: 'POST', agent: false, headers: { cookie, origin, 'content-length': bytes.byteLength },
  })
  request.on('error', () => undefined)
  await new Promise<void>(resolve => request.write(bytes.subarray(0, Math.max(1, Math.floor(share * bytes.byteLength))), () => resolve()))
  return request
}

async function upload(name: string, body: Buffer): Promise<{ status: number; code?: string; message?: string; sha256?: string }> {
  const response = await fetch(`${origin}/api/uploads?assessment=grupo-gad&name=${name}`, { method: 'POST', headers: { cookie, origin }, body: new Uint8Array(body) })
  const { upload: received, ...rest } = await response.json() as { code?: string; message?: string; upload?: { sha256: string } }
  return { status: response.status, ...rest, ...received }
}

const filesIn = (name: string) => readdirSync(path.join(filesFolder(), name), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name))
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const ofFile = (file: string) => file.split(path.sep).slice(-2).join('')

test('a server that is killed while files arrive shows nothing half, and takes the same files afterwards', async () => {
  const random = numbers(seed)
  const files = Array.from({ length: 20 }, (_, index) => {
    // No text, of which nothing is stored before all of it has come.
    const bytes = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(400_000, `linea ${index} ${random()}\n`)])
    // Its type is told from the first bytes, before any is stored.
    return { name: `acta-${index}.pdf`, bytes, share: 0.05 + 0.9 * random() }
  })
  const arriving = () => filesIn('temporary').filter(file => statSync(file).size > 0)
  await start({ STORAGE_DIR: filesFolder() })
  cookie = await signInByHand()
  for (const [kills, some] of [files.slice(0, 10), files.slice(10)].entries()) {
    const requests = await Promise.all(some.map(({ name, bytes, share }) => uploadPart(name, bytes, share)))
    // Those of the first kill lie there still.
    await expect.poll(() => arriving().length, `killed with seed ${seed}`).toBe((kills + 1) * some.length)
    await stopServer('SIGKILL')
    requests.forEach(request => request.destroy())
    expect(await count(`SELECT count(*) FROM "Upload" WHERE name LIKE 'acta-%'`), `seed ${seed}`).toBe(0)
    expect(filesIn('objects'), `seed ${seed}`).toEqual([])
    await start({ STORAGE_DIR: filesFolder() })
  }
  for (const { name, bytes } of files) expect(await upload(name, bytes), name).toMatchObject({ status: 201, sha256: sha256(bytes) })
  expect(await count(`SELECT count(*) FROM "Upload" WHERE name LIKE 'acta-%'`)).toBe(20)

  // What was sent anew has left no other behind. As it is two days later, when nobody has handed any of it in:
  expect(filesIn('temporary')).toHaveLength(20)
  execFileSync('touch', ['-d', '2 days ago', ...filesIn('temporary'), ...filesIn('objects')])
  await withClient(open => open.query(`UPDATE "Upload" SET "createdAt" = now() - interval '2 days'`))
  expect(doctor('--mend')).toContain('mended  upload_forgotten')
  expect([...filesIn('temporary'), ...filesIn('objects')]).toEqual([])
})

test('however little is logged, the log has the checkpoints of the start and of the end, and the audit is verified by them', async () => {
  await start({ STORAGE_DIR: filesFolder() })
  const said = running?.said
  cookie = await signInByHand()
  const { version } = (await withClient(open => open.query<{ version: number }>(`SELECT version FROM "Item" WHERE code = 'DR-01'`))).rows[0] ?? { version: 0 }
  const changed = await fetch(`${origin}/api/v1/assessments/grupo-gad/items/DR-01`, {
    method: 'PATCH', headers: { cookie, 'content-type': 'application/json', 'if-match': `"${version}"` }, body: JSON.stringify({ status: 'in_progress' }),
  })
  expect(changed.status).toBe(200)
  await stopServer('SIGTERM')
  const lines = said?.().split('\n').filter(line => line.includes('audit checkpoint')) ?? []
  expect(lines).toHaveLength(2)
  const shipped = path.join(folder, 'shipped.log')
  writeFileSync(shipped, lines.join('\n'))
  rmSync(path.join(filesFolder(), 'records'), { recursive: true })
  expect(command('verify-audit', '--checkpoints', shipped)).toContain('checkpoints: 2 of 2 hold')
})

test('a server that is killed between a file and its row leaves an object that the doctor finds and removes', async () => {
  await start({ STORAGE_DIR: filesFolder() })
  cookie = await signInByHand()
  const bytes = randomBytes(9_000).toString('hex')
  const name = 'entre-medio.txt'
  await withClient(async holder => {
    // No row can be written while this holds, but the file moves into its place.
    await holder.query('BEGIN')
    await holder.query('LOCK TABLE "Upload" IN EXCLUSIVE MODE')
    const sent = upload(name, Buffer.from(bytes)).catch(() => 'broke off')
    await expect.poll(() => filesIn('objects').map(ofFile)).toContain(sha256(Buffer.from(bytes)))
    await stopServer('SIGKILL')
    expect(await sent).toBe('broke off')
    await holder.query('ROLLBACK')
  })
  expect(await count(`SELECT count(*) FROM "Upload" WHERE name = '${name}'`)).toBe(0)
  const object = filesIn('objects').find(file => ofFile(file) === sha256(Buffer.from(bytes))) ?? ''
  // As it is two hours later.
  execFileSync('touch', ['-d', '2 hours ago', object])
  expect(doctor('--mend')).toContain('mended  object_without_row')
  expect(filesIn('objects')).not.toContain(object)

  await start({ STORAGE_DIR: filesFolder() })
  expect(await upload(name, Buffer.from(bytes))).toMatchObject({ status: 201, sha256: sha256(Buffer.from(bytes)) })
})

const doctor = (...options: string[]) => command('doctor', ...options)

/** What `npx dictamen` says, whether or not somebody must see to something. */
function command(...words: string[]): string {
  const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: database.url, STORAGE_DIR: filesFolder(), LOG_LEVEL: 'silent' }
  try {
    return execFileSync('node', ['scripts/run.mjs', 'node', 'build/dictamen.mjs', ...words], { env, encoding: 'utf8' })
  } catch (error) {
    return String((error as { stdout: string }).stdout)
  }
}

test('the database is killed under load and comes back: nothing acknowledged is lost, and people go on by themselves', async () => {
  await start({ STORAGE_DIR: filesFolder(), LOG_LEVEL: 'error' })
  cookie = await signInByHand()
  const codes = (await withClient(open => open.query<{ code: string }>('SELECT code FROM "Item" ORDER BY code LIMIT 8'))).rows.map(({ code }) => code)
  const acknowledged = new Map<string, number>()
  const refusals: { status: number; code: string }[] = []
  let stopped = false
  const writers = codes.map(async code => {
    let version = 1
    for (let turn = 0; !stopped; turn += 1) {
      const response = await fetch(`${origin}/api/v1/assessments/grupo-gad/items/${code}`, {
        method: 'PATCH', headers: { cookie, 'content-type': 'application/json', 'if-match': `"${version}"` }, body: JSON.stringify({ status: turn % 2 ? 'partial' : 'in_progress' }),
      })
      const body = await response.json() as { version: number; code: string; detail?: string; instance?: string; current?: { version: number } }
      if (response.status === 200) acknowledged.set(code, version = body.version)
      else {
        refusals.push({ status: response.status, code: body.code })
        expect(body.detail).toBeTruthy()
        expect(body.instance).toBeTruthy()
        // A write whose answer was lost may have been kept: the conflict says what is stored.
        version = body.current?.version ?? version
        await new Promise(resolve => setTimeout(resolve, 50))
      }
    }
  })
  await expect.poll(() => acknowledged.size).toBe(codes.length)
  const { cluster } = (await withClient(open => open.query<{ cluster: string }>(`SELECT current_setting('data_directory') AS cluster`))).rows[0] ?? { cluster: '' }
  process.kill(Number(readFileSync(path.join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGKILL')
  await expect.poll(() => refusals.some(({ status }) => status === 503)).toBe(true)
  const before = new Map(acknowledged)
  await expect.poll(() => codes.every(code => (acknowledged.get(code) ?? 0) > (before.get(code) ?? 0)), { timeout: 15_000 }).toBe(true)
  stopped = true
  await Promise.all(writers)

  const { rows } = await withClient(open => open.query<{ code: string; version: number; events: number }>(`
    SELECT i.code, i.version, count(e.*)::int AS events FROM "Item" i
    LEFT JOIN "Event" e ON e."subjectId" = i.id::text AND e.verb = 'item.statusChanged' WHERE i.code = ANY($1) GROUP BY 1, 2`, [codes]))
  for (const { code, version, events } of rows) {
    expect(version, code).toBeGreaterThanOrEqual(acknowledged.get(code) ?? 0)
    // Each change has its event, and no event is without its change.
    expect(events, code).toBe(version - 1)
  }
  expect(refusals.filter(({ code }) => code !== 'database_unavailable' && code !== 'conflict'), running?.said()).toEqual([])
  expect(doctor()).not.toContain('chain_broken')
  await expect.poll(() => fetch(`${origin}/readyz`).then(response => response.status)).toBe(200)
})

const notThere: [string, () => Promise<string>][] = [
  ['refuse connections', () => Promise.resolve('http://127.0.0.1:9')],
  ['take connections and never answer', silentServer],
]

for (const [what, address] of notThere) {
  test(`the file store and the identity provider ${what}: whoever is in goes on working, and is told what does not`, async ({ browser }) => {
    const away = await address()
    await start({ S3_ENDPOINT: away, S3_BUCKET: 'evidence', S3_ACCESS_KEY_ID: 'x', S3_SECRET_ACCESS_KEY: 'x', ...withProvider(away) })
    cookie = await signInByHand()
    const ready = await fetch(`${origin}/readyz`)
    expect([ready.status, await ready.json()]).toEqual([503, { database: true, storage: false }])

    // Pages go on while ten wait for the store.
    const asked = Date.now()
    const uploads = Array.from({ length: 10 }, (_, index) => upload(`acta-${index}.txt`, Buffer.from(`acta ${index}`)))
    for (const page of ['/grupo-gad', '/grupo-gad/items', '/grupo-gad/items/DR-01']) expect((await fetch(origin + page, { headers: { cookie } })).status, page).toBe(200)
    for (const refused of await Promise.all(uploads))
      expect(refused).toMatchObject({ status: 503, code: 'storage_unavailable', message: expect.stringContaining('almacén') })
    expect(Date.now() - asked).toBeLessThan(5_000)
    await withClient(open => open.query(`UPDATE "User" SET language = 'en' WHERE name = 'Faults'`))
    expect(await upload('minutes.txt', Buffer.from('minutes'))).toMatchObject({ status: 503, message: expect.stringContaining('store') })

    const page = await browser.newPage()
    await page.goto(`${origin}/sign-in`)
    await page.getByRole('button', { name: /institucional/i }).click()
    await expect(page.getByText('El proveedor de identidad no responde')).toBeVisible({ timeout: 10_000 })
    await expect(page.getByText('No se abrió ninguna sesión')).toBeVisible()
    await page.close()
  })
}

test('an identity provider that falls silent in the middle of a sign-in: who waits is told so, and may still leave', async ({ browser }) => {
  const provider = http.createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', issuer)
    if (pathname === '/.well-known/openid-configuration' && !silent)
      response.end(JSON.stringify({ issuer, authorization_endpoint: `${issuer}/ask`, token_endpoint: `${issuer}/token`, userinfo_endpoint: `${issuer}/me` }))
    if (pathname === '/ask') response.writeHead(302, { location: `${searchParams.get('redirect_uri')}?code=x&state=${searchParams.get('state')}` }).end()
    if (pathname === '/token') silent = true
  })
  let silent = false
  const issuer = await listening(provider)
  await start({ STORAGE_DIR: filesFolder(), ...withProvider(issuer) })
  const page = await browser.newPage()
  await page.goto(`${origin}/sign-in`)
  await page.getByRole('button', { name: /institucional/i }).click()
  await expect(page.getByText('El proveedor de identidad no responde')).toBeVisible({ timeout: 10_000 })
  expect(silent).toBe(true)

  const [name = '', value = ''] = (await signInByHand()).split('=')
  await page.context().addCookies([{ name, value, url: origin }])
  await page.goto(`${origin}/account`)
  await page.getByRole('button', { name: 'Cerrar sesión' }).click()
  await expect(page).toHaveURL(/\/signed-out/, { timeout: 10_000 })
  await page.close()
})

const withProvider = (issuer: string) => ({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'x', OIDC_CLIENT_SECRET: 'x', AUTH_URL: origin, AUTH_SECRET: 'x'.repeat(32) })

/** The address of a server that takes every connection and never says a word. */
function silentServer(): Promise<string> {
  return listening(net.createServer(socket => socket.on('error', () => undefined)))
}

async function listening(server: net.Server): Promise<string> {
  elsewhere.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`
}

test('a full disk refuses files in words, pages go on, and once there is space files are taken again', async () => {
  const small = path.join(folder, 'small')
  mkdirSync(small)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', small], { stdio: 'ignore' })
  } catch {
    test.skip(true, 'only root may mount a small disk')
  }
  try {
    await start({ STORAGE_DIR: small })
    cookie = await signInByHand()
    expect(await upload('cabe.txt', Buffer.alloc(100_000, 'cabe '))).toMatchObject({ status: 201 })
    expect(await upload('no-cabe.txt', Buffer.alloc(400_000, 'no cabe '))).toMatchObject({ status: 507, code: 'storage_full', message: expect.stringContaining('espacio') })
    expect(readdirSync(path.join(small, 'temporary'))).toEqual([])
    expect((await fetch(`${origin}/grupo-gad/items/DR-01`, { headers: { cookie } })).status).toBe(200)
    expect(await upload('cabe-tambien.txt', Buffer.alloc(100_000, 'tambien '))).toMatchObject({ status: 201 })
    execFileSync('mount', ['-o', 'remount,size=2m', small])
    expect(await upload('no-cabe.txt', Buffer.alloc(400_000, 'no cabe '))).toMatchObject({ status: 201 })
  } finally {
    await stopServer()
    execFileSync('umount', [small])
  }
})
