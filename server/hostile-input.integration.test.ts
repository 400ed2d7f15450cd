import http, { type IncomingMessage } from 'node:http'
import { once } from 'node:events'
import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { db } from '@/lib/db/client'
import { addPerson } from '@/lib/operations/testing/assessment'
import { hostileTexts, hostileValue, spoiled } from '@/lib/domain/fixtures/hostile-values'
import { startFront, type RunningFront } from './testing/running-front'
import { watchForStalls } from '@/lib/platform/testing/stalls'

const now = new Date('2026-11-24T15:00:00Z')
const item = '/api/v1/assessments/grupo-gad/items/OBS-02'
const seed = 20261124
const mostMilliseconds = 200
let front: RunningFront
let agent: http.Agent
const rejections: unknown[] = []
const noteRejection = (reason: unknown) => void rejections.push(reason)

beforeAll(async () => {
  front = await startFront(() => now)
  await addPerson('sre', ['owner'], ['sre'], now)
  agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  process.on('unhandledRejection', noteRejection)
})
afterAll(async () => {
  process.off('unhandledRejection', noteRejection)
  agent.destroy()
  await front.stop()
})

interface Asked {
  method?: string
  headers?: Record<string, string | string[]>
  body?: string | Uint8Array
}

interface Answer {
  status: number
  headers: http.IncomingHttpHeaders
  body: string
}

async function ask(address: string, { method = 'GET', headers, body }: Asked = {}): Promise<Answer> {
  const request = http.request({
    port: front.port, path: address, method, agent,
    headers: { cookie: 'dictamen.session=sre', origin: front.origin, 'content-length': String(Buffer.byteLength(body ?? '')), ...headers },
  })
  request.on('error', () => undefined)
  request.end(body)
  const [response] = await once(request, 'response') as [IncomingMessage]
  return { status: response.statusCode ?? 0, headers: response.headers, body: await text(response) }
}

/** Everything that was written to the connection, where a client of HTTP would refuse to send it. */
async function send(bytes: string): Promise<Answer> {
  const socket = net.connect(front.port, '127.0.0.1')
  socket.write(bytes, 'latin1')
  const [head = '', ...body] = (await text(socket.setEncoding('latin1'))).split('\r\n\r\n')
  const [line = '', ...fields] = head.split('\r\n')
  const headers = Object.fromEntries(fields.map(field => [field.split(':')[0]?.toLowerCase(), field.slice(field.indexOf(':') + 2)]))
  return { status: Number(line.split(' ')[1]), headers, body: body.join('\r\n\r\n') }
}

/** A refusal says in words what happened, under the number of the request; nothing is ever a failure of ours. */
function expectAnswered({ status, headers, body }: Answer): void {
  expect(status).toBeGreaterThanOrEqual(200)
  expect(status).toBeLessThan(500)
  expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  if (status < 400 || !/^application\/json/.test(headers['content-type'] ?? '')) return
  const refusal = JSON.parse(body) as Record<string, unknown>
  expect(refusal).toMatchObject({ ok: false, code: expect.stringMatching(/^[a-z_]+$/), message: expect.stringMatching(/\p{L}+ \p{L}+/u), requestId: headers['x-request-id'] })
  expect(refusal.code).not.toBe('unexpected')
}

const runs = (numRuns: number) => ({ numRuns, seed, endOnFailure: false })

describe('a declared status', () => {
  test('whatever stands in its body, its version or its address, it is taken or refused in words', async () => {
    const body = fc.oneof(
      { weight: 6, arbitrary: spoiled({ status: 'partial', notApplicable: { reason: 'x', until: '2027-01-01' } }).map(value => JSON.stringify(value)) },
      { weight: 2, arbitrary: hostileValue.map(value => JSON.stringify(value)) },
      fc.constantFrom('', '{', '[', '"', '{"status":', '['.repeat(30_000), `{"status":"${'\\u0000'.repeat(5_000)}"}`, '{"status":1e999}', '\ufeff{}', '{"a":1,"a":2}'),
    )
    const version = fc.oneof({ weight: 5, arbitrary: fc.constant('"1"') }, fc.constantFrom('1', '*', '"0"', '"-1"', '"999999999"', '"9999999999"', '"1", "2"', 'W/"1"', '"1e2"', ''))
    const address = fc.oneof({ weight: 5, arbitrary: fc.constant(item) }, fc.constantFrom(...hostileTexts).filter(value => value.isWellFormed())
      .map(value => `/api/v1/assessments/grupo-gad/items/${encodeURIComponent(value)}`))
    const stalls = watchForStalls()
    await fc.assert(fc.asyncProperty(body, version, address, async (sent, ifMatch, where) => {
      expectAnswered(await ask(where, { method: 'PATCH', headers: { 'content-type': 'application/json', 'if-match': ifMatch }, body: sent }))
    }), runs(2_000))
    expect(stalls.stop()).toBeLessThan(mostMilliseconds)
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined()
    expect(rejections).toEqual([])
  })
})

describe('the name of a file', () => {
  const nameOf = async (name: string, encode = encodeURIComponent as (name: string) => string) => {
    const answer = await ask(`/api/uploads?assessment=grupo-gad&name=${encode(name)}`, { method: 'POST', body: 'groups: []\n' })
    expectAnswered(answer)
    return (JSON.parse(answer.body) as { upload?: { name: string } }).upload?.name ?? null
  }

  test.each([
    ['../../../etc/passwd.txt', 'passwd.txt'],
    ['..\\..\\boot.txt', 'boot.txt'],
    ['/etc/cron.d/x.txt', 'x.txt'],
    ['a\r\nSet-Cookie: a=b.txt', 'aSet-Cookie_ a=b.txt'],
    ['a"; filename="b.txt', 'a_; filename=_b.txt'],
    ["acta.txt; filename*=UTF-8''x.txt", "acta.txt; filename_=UTF-8''x.txt"],
    ['\u202etxt.exe.txt', 'txt.exe.txt'],
    ['a\0.txt', 'a.txt'],
    ['.htaccess.txt', 'htaccess.txt'],
    ['CON.txt', '_CON.txt'],
    ['__proto__.txt', '__proto__.txt'],
  ])('%j is kept as %j', async (name, kept) => {
    expect(await nameOf(name)).toBe(kept)
  })

  test.each([['%', '%.txt'], ['%ff', '\ufffd.txt'], ['%ed%a0%80', '\ufffd\ufffd\ufffd.txt'], ['%u0041', '%u0041.txt']])('a name that cannot be decoded, %s, is kept as it reads', async (raw, kept) => {
    expect(await nameOf(`${raw}.txt`, name => name)).toBe(kept)
  })

  test('whatever it is, it is kept under a safe one or refused, and nothing lies outside the folder', async () => {
    const before = await readdir(path.dirname(front.folder))
    const name = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 300 })).map(value => `${value}.txt`)
    await db().rateLimit.deleteMany()
    const stalls = watchForStalls()
    await fc.assert(fc.asyncProperty(name.filter(value => value.isWellFormed() && encodeURIComponent(value).length < 12_000), fc.nat(), async (value, turn) => {
      // Nobody uploads so much in ten minutes; here one does.
      if (turn % 50 === 0) await db().rateLimit.deleteMany()
      const kept = await nameOf(value)
      if (kept !== null) expect(kept).toMatch(/^[^/\\\p{Cc}\p{Cf}\p{Cs}<>:"|?*]{1,200}$/u)
    }), runs(500))
    expect(stalls.stop()).toBeLessThan(mostMilliseconds)
    expect(await readdir(path.dirname(front.folder))).toEqual(before)
    expect(await readdir(front.folder)).toEqual(['objects', 'temporary'])
  })
})

test('a file that unpacks to a thousand times its size is kept as it came, and never unpacked', async () => {
  await db().rateLimit.deleteMany()
  const bomb = zipOf('zeros.txt', Buffer.alloc(100 * 1024 ** 2))
  expect(bomb.byteLength).toBeLessThan(200_000)
  const before = process.memoryUsage.rss()
  const stalls = watchForStalls()
  agent.destroy()
  const answer = await ask('/api/uploads?assessment=grupo-gad&name=bomb.zip', { method: 'POST', body: bomb })
  expect(JSON.parse(answer.body)).toMatchObject({ ok: true, upload: { size: bomb.byteLength, mediaType: 'application/zip', sha256: createHash('sha256').update(bomb).digest('hex') } })
  expect(stalls.stop()).toBeLessThan(mostMilliseconds)
  expect(process.memoryUsage.rss() - before).toBeLessThan(50 * 1024 ** 2)
})

describe('an address', () => {
  const addresses = [
    '//', '///', '//evil.example/healthz', '//[', '/\\evil', '/%', '/%00', '/%ff', '/%e0%80%80', '/%2e%2e/%2e%2e/etc/passwd', '/grupo-gad/%00', '/%00/items/export', '/grupo-gad/items/%c0%af',
    '/live', '/live?assessment=%00', '/live?assessment=%ff', '/live?assessment=__proto__', '/live?assessment=a&assessment=b', `/live?assessment=${'a'.repeat(8_000)}`,
    '/api/v1/', '/api/v1/assessments/%00/items/x', '/api/v1/assessments//items/', '/api/files/', '/api/files/%00/%00', '/api/files/grupo-gad/../../../etc/passwd', '/api/files/grupo-gad/%2e%2e', '/api/uploads?%',
    '/_next/static/../../../etc/passwd', '/_next/static/%2e%2e/%2e%2e/server.mjs', '/metrics?%', '/healthz/%', `/${'a'.repeat(14_000)}`, `/?${'q=1&'.repeat(3_000)}`, '/grupo-gad;jsessionid=1', '/#x', '*',
  ]
  test.each(addresses.map(address => [address.slice(0, 60), address]))('%s is answered', async (_, address) => {
    const answer = await send(`GET ${address} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
    expectAnswered(answer)
  })

  test('one that begins with two slashes names no other host', async () => {
    expect((await send('GET //evil.example/healthz HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).body).not.toBe('ok\n')
  })

  test('of generated ones none is a failure of ours', async () => {
    const part = fc.oneof(fc.constantFrom(...hostileTexts.filter(value => value.isWellFormed()).map(value => encodeURIComponent(value).slice(0, 2_000))), fc.stringMatching(/^[\x21-\x7e]{0,30}$/))
    const start = fc.constantFrom('/', '/grupo-gad/', '/grupo-gad/items/', '/live?assessment=', '/api/files/grupo-gad/', '/api/v1/assessments/', '/api/uploads?name=', '/_next/static/', '/metrics/')
    const stalls = watchForStalls()
    await fc.assert(fc.asyncProperty(start, fc.array(part, { maxLength: 4 }), async (first, rest) => {
      const answer = await send(`GET ${first}${rest.join('/')} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`)
      expectAnswered(answer)
    }), runs(1_000))
    expect(stalls.stop()).toBeLessThan(mostMilliseconds)
    expect(rejections).toEqual([])
  })
})

describe('a head of a request', () => {
  const head = (...fields: string[]) => `GET /grupo-gad HTTP/1.1\r\n${['Connection: close', ...fields].join('\r\n')}\r\n\r\n`
  test.each([
    ['a cookie that cannot be decoded', head('Host: x', 'Cookie: dictamen.session=%')],
    ['a cookie with NUL', head('Host: x', 'Cookie: dictamen.session=%00')],
    ['a cookie of 15,000 characters', head('Host: x', `Cookie: dictamen.session=${'a'.repeat(15_000)}`)],
    ['thousands of cookies', head('Host: x', `Cookie: ${'a=b;'.repeat(3_000)}`)],
    ['one cookie twice', head('Host: x', 'Cookie: dictamen.session=forged; dictamen.session=sre', 'Cookie: dictamen.session=%')],
    ['thousands of languages', head('Host: x', `Accept-Language: ${'x-y;q=0,'.repeat(1_500)}`)],
    ['a host that is none', head('Host: %%%[[')],
    ['no host', head('Host:')],
    ['an origin that is none', 'POST /grupo-gad HTTP/1.1\r\nHost: x\r\nConnection: close\r\nOrigin: \x01\xff\r\nContent-Length: 0\r\n\r\n'],
    ['addresses of nobody', head('Host: x', 'X-Forwarded-For: %,[::,999.1.1.1,', 'X-Forwarded-Host: %%', 'X-Forwarded-Proto: javascript')],
    ['a method of another protocol', 'PROPFIND /grupo-gad HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['the server itself', 'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['an address of another host', 'GET http://evil.example/grupo-gad HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'],
    ['more than is read of one', head('Host: x', `X: ${'a'.repeat(20_000)}`)],
    ['two lengths', 'POST /grupo-gad HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'],
    ['a length and none', 'POST /grupo-gad HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'],
    ['a length below zero', 'POST /grupo-gad HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n'],
    ['a name with a space', head('Host: x', 'A b: c')],
    ['another protocol', 'SSH-2.0-OpenSSH_9.6\r\n\r\n'],
  ])('%s is answered, in words and with a number', async (_, bytes) => {
    const answer = await send(bytes)
    expectAnswered(answer)
  })
})

/** A ZIP of one file, as small as it can be. */
function zipOf(name: string, content: Uint8Array): Buffer {
  const packed = deflateRawSync(content, { level: 9 })
  const fields = Buffer.alloc(26)
  fields.writeUInt16LE(20, 0)
  fields.writeUInt16LE(8, 4)
  fields.writeUInt32LE(packed.byteLength, 14)
  fields.writeUInt32LE(content.byteLength, 18)
  fields.writeUInt16LE(name.length, 22)
  const central = Buffer.alloc(42)
  fields.copy(central, 2)
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), packed])
  const end = Buffer.alloc(18)
  end.writeUInt16LE(1, 4)
  end.writeUInt16LE(1, 6)
  end.writeUInt32LE(46 + name.length, 8)
  end.writeUInt32LE(local.byteLength, 12)
  return Buffer.concat([local, Buffer.from('PK\x01\x02'), central, Buffer.from(name), Buffer.from('PK\x05\x06'), end])
}
