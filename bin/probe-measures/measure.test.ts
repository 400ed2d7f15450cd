import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import * as http from 'node:http'
import * as https from 'node:https'
import * as net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import * as tls from 'node:tls'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { measure } from './measure'
import type { Target } from './target'

const folder = mkdtempSync(path.join(tmpdir(), 'dictamen-probe-'))
const trusted = tls.getCACertificates('default')
const servers: (net.Server & { closeAllConnections?: () => void })[] = []
const sockets = new Set<net.Socket>()

afterEach(() => {
  tls.setDefaultCACertificates(trusted)
  for (const socket of sockets) socket.destroy()
  for (const server of servers.splice(0)) server.close()
})
afterAll(() => rmSync(folder, { recursive: true }))

// An hour from now, so that a certificate of 30 days has 29 whole ones left.
const at = new Date(Date.now() + 3_600_000)
const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/)

// Certificates are made for the run: nobody has to renew them, and no key is kept.
describe.skipIf(!hasOpenssl())('a server (needs the openssl command)', () => {
  const localhost = hasOpenssl() ? certificate('localhost', 'rsa:2048', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1') : none
  const elsewhere = hasOpenssl() ? certificate('elsewhere', 'rsa:1024', '-addext', 'subjectAltName=DNS:elsewhere.example') : none

  test('that does all well', async () => {
    tls.setDefaultCACertificates([...trusted, localhost.cert])
    const measured = await measure(await target({
      plain: (_, answer) => answer.writeHead(308, { location: 'https://localhost/?session=4711' }).end(),
      secure: (request, answer) => {
        if (request.url === '/metrics') return answer.writeHead(401).end()
        answer.setHeader('content-type', request.url === '/' ? 'text/html' : 'application/json')
        answer.setHeader('strict-transport-security', 'max-age="63072000"; includeSubDomains; preload')
        answer.setHeader('content-security-policy', ["default-src 'self'", "frame-ancestors 'none'"])
        answer.setHeader('x-content-type-options', 'nosniff')
        answer.setHeader('set-cookie', 'session=4711')
        return answer.end('fine')
      },
    }), at)
    expect(measured).toEqual({
      http: { port: expect.any(Number), error: null, status: 308, location: 'https://localhost/' },
      tls: {
        alpn: 'http/1.1',
        versions: {
          TLSv1: { offer: 'refused', reason: null }, 'TLSv1.1': { offer: 'refused', reason: null },
          'TLSv1.2': { offer: 'accepted', reason: null }, 'TLSv1.3': { offer: 'accepted', reason: null },
        },
      },
      certificate: {
        error: null, authorized: true, reason: null, subject: 'CN=localhost', issuer: 'CN=localhost', names: ['DNS:localhost', 'IP Address:127.0.0.1'],
        coversHost: true, notBefore: instant, notAfter: instant, daysLeft: 29, key: { type: 'rsa', bits: 2048, curve: null },
        signatureAlgorithm: 'sha256WithRSAEncryption', chain: ['CN=localhost'],
      },
      headers: {
        path: '/', error: null, status: 200, contentType: 'text/html', contentTypeOptions: 'nosniff', frameOptions: null, referrerPolicy: null, server: null, poweredBy: null,
        strictTransportSecurity: { value: 'max-age="63072000"; includeSubDomains; preload', maxAge: 63_072_000, includeSubDomains: true, preload: true },
        contentSecurityPolicy: "default-src 'self', frame-ancestors 'none'",
      },
      health: { path: '/health', error: null, status: 200, milliseconds: expect.any(Number), contentType: 'application/json', location: null },
      metrics: { path: '/metrics', error: null, status: 401, contentType: null, location: null, exposition: null },
    })
    expect(JSON.stringify(measured)).not.toContain('4711')
  })

  test('whose certificate nobody trusts, of another name and a short key, with no redirect and its metrics for all', async () => {
    const measured = await measure(await target({
      keys: elsewhere,
      // At the usual level OpenSSL would not serve such a key.
      tls: { ciphers: 'DEFAULT@SECLEVEL=0' },
      plain: (_, answer) => answer.end('hello'),
      secure: (request, answer) => {
        if (request.url === '/health') return answer.writeHead(302, { location: '/login?next=%2Fhealth' }).end()
        if (request.url === '/metrics') return answer.setHeader('content-type', 'text/plain').end('# TYPE up gauge\nup 1\n')
        return answer.end()
      },
    }), at)
    expect(measured.http).toMatchObject({ status: 200, location: null })
    // The name that Node has for a key that is too short.
    expect(measured.certificate).toMatchObject({ authorized: false, reason: 'UNSPECIFIED', coversHost: false, key: { type: 'rsa', bits: 1024 } })
    expect(measured.headers).toMatchObject({ status: 200, strictTransportSecurity: null, contentSecurityPolicy: null })
    expect(measured.health).toMatchObject({ status: 302, location: expect.stringMatching(/^https:\/\/localhost:\d+\/login$/) })
    expect(measured.metrics).toMatchObject({ status: 200, exposition: true })
  })

  test('that is trusted, and asked by a name that is not in its certificate', async () => {
    const other = certificate('other', 'rsa:2048', '-addext', 'subjectAltName=DNS:other.example')
    tls.setDefaultCACertificates([...trusted, other.cert])
    const { certificate: shown } = await measure(await target({ keys: other }), at)
    expect(shown).toMatchObject({ authorized: false, reason: 'ERR_TLS_CERT_ALTNAME_INVALID', coversHost: false, names: ['DNS:other.example'] })
  })

  test('that is an address, which a certificate may name too', async () => {
    tls.setDefaultCACertificates([...trusted, localhost.cert])
    const { certificate } = await measure({ ...await target({}), host: '127.0.0.1' }, at)
    expect(certificate).toMatchObject({ authorized: true, coversHost: true })
  })

  test('with a key of an elliptic curve', async () => {
    const { certificate: shown } = await measure(await target({ keys: certificate('curve', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256') }), at)
    expect(shown).toMatchObject({ key: { type: 'ec', bits: 256, curve: 'prime256v1' }, signatureAlgorithm: 'ecdsa-with-SHA256', names: [] })
  })

  test('that speaks nothing newer than TLS 1.0, and is looked at all the same', async () => {
    const { tls: { versions }, certificate, headers } = await measure(await target({ tls: { minVersion: 'TLSv1', maxVersion: 'TLSv1', ciphers: 'DEFAULT@SECLEVEL=0' } }), at)
    expect(versions).toEqual({
      TLSv1: { offer: 'accepted', reason: null }, 'TLSv1.1': { offer: 'refused', reason: null },
      'TLSv1.2': { offer: 'refused', reason: null }, 'TLSv1.3': { offer: 'refused', reason: null },
    })
    expect(certificate).toMatchObject({ error: null, subject: 'CN=localhost' })
    expect(headers).toMatchObject({ error: null, status: 200 })
  })

  test('that speaks TLS 1.3 alone', async () => {
    const { tls: { versions } } = await measure(await target({ tls: { minVersion: 'TLSv1.3' } }), at)
    expect(Object.values(versions).map(({ offer }) => offer)).toEqual(['refused', 'refused', 'refused', 'accepted'])
  })

  test('that asks its callers for a certificate speaks the version all the same', async () => {
    const { tls: { versions }, health } = await measure(await target({ tls: { requestCert: true, rejectUnauthorized: true, ca: localhost.cert } }), at)
    expect(Object.values(versions).map(({ offer }) => offer)).toEqual(['refused', 'refused', 'accepted', 'accepted'])
    expect(health).toEqual({ path: '/health', error: expect.any(String) })
  })

  test('that has no cipher in common refuses, and the answer is kept', async () => {
    const { tls: { versions } } = await measure(await target({ tls: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-GCM-SHA256' } }), at)
    expect(versions['TLSv1.2']).toEqual({ offer: 'refused', reason: expect.stringContaining('ALERT_HANDSHAKE_FAILURE') })
  })

  test('that never ends its bodies is heard for a megabyte, or as long as the time lasts', async () => {
    const endless: http.RequestListener = (request, answer) => {
      answer.writeHead(200, { 'content-type': 'text/plain' })
      if (request.url !== '/metrics') return void answer.write('...')
      const more = () => { while (!answer.destroyed && answer.write('# HELP up Whether it is up\n'.repeat(1_000))); }
      answer.on('drain', more)
      more()
    }
    const measured = await measure(await target({ plain: endless, secure: endless }), at)
    expect(measured.http).toMatchObject({ status: 200 })
    expect(measured.health).toMatchObject({ status: 200 })
    expect(measured.metrics).toMatchObject({ status: 200, exposition: true })
  })

  test('that begins its metrics and falls silent is judged by what came', async () => {
    const { metrics } = await measure({ ...await target({ secure: (_, answer) => void answer.writeHead(200).write('# TYPE up gauge\nup 1\n') }), milliseconds: 300 }, at)
    expect(metrics).toMatchObject({ error: null, exposition: true })
  })

  test('that redirects to another host, which is noted and not asked', async () => {
    let asked = 0
    const other = await listening(http.createServer(() => { asked += 1 }))
    const { http: plain } = await measure(await target({ plain: (_, answer) => answer.writeHead(301, { location: `http://127.0.0.1:${other}/there` }).end() }), at)
    expect(plain).toMatchObject({ status: 301, location: `http://127.0.0.1:${other}/there` })
    expect(asked).toBe(0)
  })
})

test('a server that hangs is unknown, never refused, and in bounded time', async () => {
  const port = await listening(net.createServer(socket => sockets.add(socket)))
  const measured = await measure({ ...ordinary, port, plainPort: port, milliseconds: 200 }, at)
  expect(Object.values(measured.tls.versions)).toEqual(Array(4).fill({ offer: 'unknown', reason: 'timeout' }))
  expect(measured.certificate).toEqual({ error: 'timeout' })
  expect(measured.http).toEqual({ port, error: 'timeout' })
  expect(measured.metrics).toEqual({ path: '/metrics', error: 'timeout' })
})

test('a server that closes, and one that speaks no TLS, are unknown too', async () => {
  const closing = await listening(net.createServer(socket => socket.once('data', () => socket.destroy())))
  const plain = await listening(http.createServer((_, answer) => answer.end('hello')))
  const offered = async (port: number) => Object.values((await measure({ ...ordinary, port, plainPort: port }, at)).tls.versions)
  expect(await offered(closing)).toEqual(Array(4).fill({ offer: 'unknown', reason: 'ECONNRESET' }))
  expect(await offered(plain)).toEqual(Array(4).fill({ offer: 'unknown', reason: 'ERR_SSL_WRONG_VERSION_NUMBER' }))
})

test('a port that nobody listens on cannot be reached', async () => {
  const port = await listening(net.createServer())
  for (const server of servers.splice(0)) await new Promise(closed => server.close(closed))
  await expect(measure({ ...ordinary, port }, at)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
})

const ordinary: Target = { host: 'localhost', port: 0, plainPort: 0, page: '/', health: '/health', metrics: '/metrics', milliseconds: 5_000 }
const none = { key: '', cert: '' }

interface Served {
  keys?: { key: string; cert: string }
  tls?: https.ServerOptions
  secure?: http.RequestListener
  plain?: http.RequestListener
}

/** Two servers, and how to reach them. */
async function target({ keys = known('localhost'), tls: options = {}, secure = answerAll, plain = answerAll }: Served): Promise<Target> {
  const server = https.createServer({ ...keys, ...options }, secure).on('tlsClientError', () => {})
  return { ...ordinary, port: await listening(server), plainPort: await listening(http.createServer(plain)) }
}

const answerAll: http.RequestListener = (_, answer) => void answer.end('fine')

async function listening(server: net.Server): Promise<number> {
  servers.push(server)
  server.on('connection', socket => {
    sockets.add(socket)
    socket.on('error', () => {})
  })
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  return (server.address() as net.AddressInfo).port
}

function hasOpenssl(): boolean {
  try {
    return execFileSync('openssl', ['version']).length > 0
  } catch {
    return false
  }
}

function certificate(name: string, newKey: string, ...more: string[]): { key: string; cert: string } {
  const [key, cert] = [path.join(folder, `${name}.key`), path.join(folder, `${name}.crt`)]
  execFileSync('openssl', ['req', '-x509', '-newkey', newKey, ...more, '-nodes', '-days', '30', '-subj', `/CN=${name}`, '-keyout', key, '-out', cert], { stdio: 'ignore' })
  return known(name)
}

function known(name: string): { key: string; cert: string } {
  return { key: readFileSync(path.join(folder, `${name}.key`), 'utf8'), cert: readFileSync(path.join(folder, `${name}.crt`), 'utf8') }
}
