import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, readlink, rm, truncate, writeFile } from 'node:fs/promises'
import http, { type IncomingMessage } from 'node:http'
import net, { type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { connect, db, disconnect } from '@/lib/db/client'
import { createTestDatabase, type TestDatabase } from '@/lib/db/testing/database'
import { success } from '@/lib/domain/result'
import type { NodeHandler } from '@/lib/doors/node-answer'
import { uploadDoor } from '@/lib/doors/upload'
import { createAssessment, createOwner, fileUpload, type TestOwner } from '@/lib/operations/testing/evidence-rows'
import type { ReceivedUpload } from '@/lib/operations/uploads'
import { completeEnvironment } from '@/lib/platform/env'
import type { SignedInViewer } from '@/lib/queries/viewer'
import { download } from './downloads'
import { upload } from './uploads'

const origin = 'https://dictamen.example'
const megabyte = 1024 ** 2
let database: TestDatabase
let folder: string
let owner: TestOwner
let requirementId: string
let viewer: SignedInViewer | null
let uploadHandler: NodeHandler
let server: http.Server

beforeAll(async () => {
  database = await createTestDatabase()
  connect(database.url)
  folder = await mkdtemp(path.join(tmpdir(), 'dictamen-doors-'))
  const limit = { UPLOAD_MAX_BYTES: 20 * megabyte }
  completeEnvironment({ STORAGE_DIR: folder, S3_ENDPOINT: undefined, AUTH_URL: origin, ...limit })
  owner = await createOwner()
  requirementId = (await createAssessment('grupo-gad')).requirementId
  await createAssessment('otra')
  server = http.createServer((request, response) => {
    const handler = request.url?.startsWith('/api/uploads') ? uploadHandler : download
    void handler(request, response, { viewer, requestId: 'request-1', address: '203.0.113.5' })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  viewer = owner
  uploadHandler = upload
})
afterEach(() => {
  viewer = owner
  uploadHandler = upload
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await disconnect()
  await database.drop()
  await rm(folder, { recursive: true })
})

const port = () => (server.address() as AddressInfo).port
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const asViewer = (changes: Partial<SignedInViewer>) => ({ ...owner, ...changes })

interface Asked {
  method?: string
  headers?: http.OutgoingHttpHeaders
  body?: Uint8Array
}

async function ask(address: string, { method = 'GET', headers, body }: Asked = {}) {
  const request = http.request({ port: port(), path: address, method, headers, agent: false })
  request.on('error', () => undefined)
  request.end(body)
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  return { status: response.statusCode, headers: response.headers, body: await text(response.setEncoding('latin1')) }
}

const uploadPath = (name: string, assessment = 'grupo-gad') =>
  `/api/uploads?${new URLSearchParams({ assessment, name })}`

async function post(
  name: string, body: Uint8Array, headers: http.OutgoingHttpHeaders = { origin }, assessment = 'grupo-gad',
) {
  const sent = { 'content-length': body.byteLength, ...headers }
  const answer = await ask(uploadPath(name, assessment), { method: 'POST', headers: sent, body })
  return { ...answer, json: JSON.parse(Buffer.from(answer.body, 'latin1').toString()) }
}

async function leftovers() {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile())
}

describe('POST /api/uploads', () => {
  test('takes a file in', async () => {
    const body = Buffer.from('groups: []\n')
    const { status, json } = await post('alerts.yml', body)
    expect(status).toBe(201)
    expect(json).toEqual({
      ok: true,
      upload: {
        id: expect.any(String), name: 'alerts.yml', size: body.byteLength, mediaType: 'application/yaml',
        sha256: sha256(body),
      },
    })
  })

  test('keeps the connection for the next one', async () => {
    const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
    const sockets = new Set<unknown>()
    for (const name of ['a.txt', 'b.exe', 'c.txt']) {
      const request = http.request({ port: port(), path: uploadPath(name), method: 'POST', headers: { origin }, agent })
      request.on('socket', socket => sockets.add(socket)).end('hola')
      const [response] = (await once(request, 'response')) as [IncomingMessage]
      await text(response)
    }
    agent.destroy()
    expect(sockets.size).toBe(1)
  })

  test.each<[string, () => SignedInViewer | null, number, string]>([
    ['without a session', () => null, 401, 'signed_out'],
    ['without the permission', () => asViewer({ roles: ['auditor'] }), 403, 'role'],
  ])('%s is refused', async (_, who, status, code) => {
    viewer = who()
    const json = { ok: false, code, requestId: 'request-1' }
    expect(await post('a.txt', Buffer.from('a'))).toMatchObject({ status, json })
  })

  test.each<[string, http.OutgoingHttpHeaders, number]>([
    ['its own origin', { origin }, 201],
    ['a browser that vouches for it', { 'sec-fetch-site': 'same-origin' }, 201],
    ['another origin', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['a sister site', { origin: 'https://other.dictamen.example', 'sec-fetch-site': 'same-site' }, 403],
    ['nobody who says where', {}, 403],
  ])('a request from %s', async (_, headers, status) => {
    expect((await post('a.txt', Buffer.from('a'), headers)).status).toBe(status)
  })

  test.each<[string, string, Uint8Array, number, string]>([
    ['nothing', 'a.txt', Buffer.alloc(0), 400, 'empty_file'],
    ['a program', 'a.exe', Buffer.from('MZ\x90\0\0'), 415, 'type_not_accepted'],
    ['a text as PDF', 'a.pdf', Buffer.from('hola'), 415, 'wrong_type'],
  ])('%s is refused', async (_, name, body, status, code) => {
    expect(await post(name, body)).toMatchObject({ status, json: { code } })
  })

  test('an assessment that is not there is refused, whatever its name', async () => {
    expect(await post('a.txt', Buffer.from('a'), { origin }, 'ninguna')).toMatchObject({ status: 404 })
    expect(await post('a.txt', Buffer.from('a'), { origin }, '../\0')).toMatchObject({ status: 400 })
  })

  test('a body of unknown length is refused', async () => {
    const request = http.request({ port: port(), path: uploadPath('a.txt'), method: 'POST', headers: { origin } })
    request.write('a')
    request.end()
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    expect(response.statusCode).toBe(400)
  })

  test('too many are refused, with the time to wait', async () => {
    const limits = { account: { limit: 1, windowSeconds: 86_400 }, address: { limit: 100, windowSeconds: 86_400 } }
    const run = vi.fn(async () => success('kept'))
    uploadHandler = uploadDoor({ permission: 'evidence.submit', origin: () => origin, limits, run })
    viewer = asViewer({ userId: 'one' })
    expect((await post('a.txt', Buffer.from('a'))).status).toBe(201)
    const refused = await post('a.txt', Buffer.from('a'))
    expect(refused).toMatchObject({ status: 429, json: { code: 'too_many_requests' } })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    viewer = asViewer({ userId: 'two' })
    expect((await post('a.txt', Buffer.from('a'))).status).toBe(201)
    expect(run).toHaveBeenCalledTimes(2)
  })

  test('what breaks inside is answered with the number to tell support', async () => {
    const limits = { account: { limit: 100, windowSeconds: 60 }, address: { limit: 100, windowSeconds: 60 } }
    const run = () => Promise.reject(new Error('broken'))
    uploadHandler = uploadDoor({ permission: 'evidence.submit', origin: () => origin, limits, run })
    const { status, json } = await post('a.txt', Buffer.from('a'))
    expect(status).toBe(500)
    expect(json.message).toContain('request-1')
  })

  test('speaks the language of whoever asks', async () => {
    viewer = asViewer({ language: 'en' })
    expect((await post('a.exe', Buffer.from('MZ\x90\0\0'))).json.message).toContain('Nothing was kept')
    viewer = null
    expect((await post('a.exe', Buffer.from('MZ\x90\0\0'), { origin, 'accept-language': 'fr, en;q=0.8' })).json.message)
      .toContain('session')
  })

  test.each([
    ['by its length', uploadPath('a.txt'), 500 * megabyte, 413],
    ['by its beginning', uploadPath('a.pdf'), 19 * megabyte, 415],
  ])('a large file that is refused %s is answered while it is still being sent', async (_, address, length, status) => {
    const socket = net.connect(port(), '127.0.0.1')
    let answer = ''
    let sent = 0
    socket.on('data', chunk => (answer += chunk)).on('error', () => undefined)
    socket.write(`POST ${address} HTTP/1.1\r\nHost: x\r\nOrigin: ${origin}\r\nContent-Length: ${length}\r\n\r\n`)
    const chunk = Buffer.alloc(65_536, 'a')
    while (!socket.destroyed && sent < length) {
      sent += chunk.byteLength
      const drained = socket.write(chunk)
      if (!drained) await Promise.race([once(socket, 'drain'), once(socket, 'close')]).catch(() => undefined)
    }
    if (!socket.closed) await once(socket, 'close')
    expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(answer).toContain('Connection: close')
    expect(answer).toContain('"ok":false')
    expect(sent).toBeLessThan(19 * megabyte)
  })

  test('a file that is cancelled on its way leaves nothing', async () => {
    const before = await leftovers()
    const rows = await db().upload.count()
    const request = http.request({
      port: port(), path: uploadPath('a.pdf'), method: 'POST', headers: { origin, 'content-length': 10 * megabyte },
    })
    request.on('error', () => undefined)
    // No text, of which nothing is stored before all of it has come.
    request.write(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2 * megabyte, 'a')]))
    await vi.waitFor(async () => expect(await leftovers()).toHaveLength(before.length + 1), { timeout: 5_000 })
    request.destroy()
    await vi.waitFor(async () => expect(await leftovers()).toHaveLength(before.length), { timeout: 5_000 })
    expect(await db().upload.count()).toBe(rows)
  })
})

describe('GET /api/files', () => {
  async function evidence(name: string, body: Uint8Array): Promise<{ id: string; address: string; stored: string }> {
    const { json } = await post(name, body)
    const received = json.upload as ReceivedUpload
    const id = await fileUpload(owner, requirementId, received, new Date())
    const stored = path.join(folder, 'objects', received.sha256.slice(0, 2), received.sha256.slice(2))
    return { id, address: `/api/files/grupo-gad/${id}`, stored }
  }

  test('gives a file out to be saved, to the byte', async () => {
    const body = Buffer.concat([Buffer.from('%PDF-1.7\n'), randomBytes(3 * megabyte)])
    const { address } = await evidence('Acta "final" de evaluación 😀.pdf', body)
    viewer = asViewer({ roles: ['auditor'], teams: [] })
    const answer = await ask(address)
    expect(answer.status).toBe(200)
    expect(sha256(Buffer.from(answer.body, 'latin1'))).toBe(sha256(body))
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(body.byteLength),
      'content-disposition': 'attachment; filename="Acta _final_ de evaluacion __.pdf"; '
        + "filename*=UTF-8''Acta%20_final_%20de%20evaluaci%C3%B3n%20%F0%9F%98%80.pdf",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'x-frame-options': 'DENY',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-store',
    })
  })

  test('a PDF alone may be shown in a frame of this origin, and only where that is asked', async () => {
    const pdf = await evidence('informe.pdf', Buffer.from('%PDF-1.7\n<script>alert(1)</script>'))
    expect((await ask(`${pdf.address}?inline`)).headers).toMatchObject({
      'content-type': 'application/pdf', 'content-disposition': expect.stringMatching(/^inline; /), 'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'self'", 'x-frame-options': 'SAMEORIGIN',
    })
    for (const name of ['pagina.html', 'dibujo.svg', 'datos.json']) {
      const { address } = await evidence(name, Buffer.from('<svg onload="alert(1)"/>'))
      expect((await ask(`${address}?inline`)).headers, name).toMatchObject({
        'content-disposition': expect.stringMatching(/^attachment; /), 'x-frame-options': 'DENY',
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      })
    }
  })

  test('HEAD says the same without the file', async () => {
    const { address } = await evidence('pagina.html', Buffer.from('<script>alert(1)</script>'))
    const answer = await ask(address, { method: 'HEAD' })
    expect(answer).toMatchObject({ status: 200, body: '' })
    expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'content-length': '25' })
  })

  test('is refused without a session, in another assessment, and where there is nothing', async () => {
    const { id, address } = await evidence('a.txt', Buffer.from('hola'))
    expect((await ask(`/api/files/otra/${id}`)).status).toBe(404)
    expect((await ask('/api/files/grupo-gad/00000000-0000-7000-8000-000000000000')).status).toBe(404)
    expect((await ask('/api/files/grupo-gad/%00')).status).toBe(404)
    expect((await ask(address, { method: 'DELETE' })).status).toBe(404)
    viewer = null
    expect((await ask(address)).status).toBe(401)
    viewer = asViewer({ roles: [] })
    expect((await ask(address)).status).toBe(403)
  })

  test.each<[string, (stored: string) => Promise<void>]>([
    ['lost its end', stored => truncate(stored, 3)],
    ['kept its length', stored => writeFile(stored, 'se va a podrir')],
  ])('a rotten file that %s is not given out', async (_, rot) => {
    const { address, stored } = await evidence('podrido.txt', Buffer.from('se va a pudrir'))
    await rot(stored)
    const answer = await ask(address)
    expect(answer.status).toBe(500)
    expect(JSON.parse(answer.body)).toMatchObject({ ok: false, code: 'file_corrupt', requestId: 'request-1' })
    expect(answer.headers['content-disposition']).toBeUndefined()
  })

  test('a file that is gone is said to be, in words to whoever follows a link', async () => {
    const { address, stored } = await evidence('perdido.txt', Buffer.from('se va a perder'))
    await rm(stored)
    const answer = await ask(address, { headers: { accept: 'text/html,*/*' } })
    expect(answer.status).toBe(500)
    expect(answer.headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(answer.body).toContain('file_missing')
  })

  // Only Linux lets a process see what it holds open.
  test.runIf(process.platform === 'linux')('who leaves in the middle leaves no file open', async () => {
    const { address } = await evidence('grande.txt', Buffer.alloc(15 * megabyte, 'a'))
    const request = http.request({ port: port(), path: address, agent: false })
    request.on('error', () => undefined).end()
    const [response] = (await once(request, 'response')) as [IncomingMessage]
    response.on('error', () => undefined)
    await once(response, 'data')
    request.destroy()
    await vi.waitFor(async () => expect(await openFiles()).toEqual([]), { timeout: 5_000 })
  })

  async function openFiles(): Promise<string[]> {
    const descriptors = await readdir('/proc/self/fd')
    const targets = await Promise.all(descriptors.map(name => readlink(`/proc/self/fd/${name}`).catch(() => '')))
    return targets.filter(target => target.startsWith(folder))
  }
})
