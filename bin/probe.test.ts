import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import * as net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { fingerprintOf, publicKeyOf, verifyProbe } from '@/lib/domain/probe'
import { run } from './probe'
import { UsageError } from './usage'

const folder = mkdtempSync(path.join(tmpdir(), 'dictamen-probe-'))
let out = ''
let err = ''

beforeEach(() => {
  out = err = ''
  vi.stubEnv('XDG_CONFIG_HOME', path.join(folder, 'configuration'))
  vi.stubEnv('APPDATA', path.join(folder, 'configuration'))
  vi.spyOn(process.stdout, 'write').mockImplementation(text => { out += String(text); return true })
  vi.spyOn(process.stderr, 'write').mockImplementation(text => { err += String(text); return true })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})
afterAll(() => rmSync(folder, { recursive: true }))

test('the result is signed with a key that is made once, kept for its owner alone, and named by its fingerprint', async () => {
  await served(async port => {
    expect(await run([`https://127.0.0.1:${port}/`, '--timeout', '2', '--lang', 'es'])).toBe(0)
    const { signature, ...content } = JSON.parse(out)
    expect(content).toMatchObject({ kind: 'dictamen-probe', version: 1, host: '127.0.0.1', port, tool: expect.stringMatching(/^dictamen \d/) })
    expect(verifyProbe(content, signature)).toBe('valid')
    expect(err).toContain(`key ${fingerprintOf(signature.publicKey)}\n`)
    expect(err).toMatch(/inconclusive probe\/tls No se pudo saber si el servidor acepta TLS 1\.0/)
    const kept = path.join(folder, 'configuration', 'dictamen', 'probe-key.pem')
    if (process.platform !== 'win32') expect(statSync(kept).mode & 0o777).toBe(0o600)

    out = ''
    expect(await run([`127.0.0.1:${port}`, '--timeout', '2'])).toBe(0)
    expect(JSON.parse(out).signature.publicKey).toBe(signature.publicKey)
  })
})

test('a key and a file for the result can be named', async () => {
  const { privateKey } = generateKeyPairSync('ed25519')
  const [key, file] = [path.join(folder, 'key.pem'), path.join(folder, 'result.json')]
  writeFileSync(key, privateKey.export({ type: 'pkcs8', format: 'pem' }))
  await served(async port => {
    expect(await run([`https://127.0.0.1:${port}`, '--key', key, '--out', file, '--timeout', '2', '--health', '/healthz'])).toBe(0)
    expect(out).toBe('')
    const result = JSON.parse(readFileSync(file, 'utf8'))
    expect(result.signature.publicKey).toBe(publicKeyOf(privateKey))
    expect(result.measured.health).toMatchObject({ path: '/healthz' })
  })
})

test('a server that cannot be reached gives no result', async () => {
  const port = await served(free => Promise.resolve(free))
  expect(await run([`https://127.0.0.1:${port}`, '--lang', 'en'])).toBe(2)
  expect(out).toBe('')
  expect(err).toBe(`dictamen: could not reach 127.0.0.1 port ${port}: ECONNREFUSED\n`)
})

const rsa = path.join(folder, 'rsa.pem')
writeFileSync(rsa, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }))

test.each([
  [[]], [['a.example', 'b.example']], [['http://a.example']], [['https://a.example/path']], [['https://a.example/?q']], [['https://me:mine@a.example']],
  [['https://']], [['a.example', '--timeout', '0']], [['a.example', '--timeout', 'soon']], [['a.example', '--health', 'health']],
  [['a.example', '--metrics', '/metrics?token=4711']], [['a.example', '--page', '/a\r\nHost: b']], [['a.example', '--lang', 'fr']], [['a.example', '--key', rsa]],
])('%j is not understood, and nothing is measured', async args => {
  await expect(run(args)).rejects.toBeInstanceOf(UsageError)
  expect(out).toBe('')
})

/** With a server that takes connections, closes them, and is gone afterwards. */
async function served<Result>(use: (port: number) => Promise<Result>): Promise<Result> {
  const server = net.createServer(socket => socket.on('error', () => {}).once('data', () => socket.destroy()))
  await new Promise<void>(ready => server.listen(0, '127.0.0.1', ready))
  try {
    return await use((server.address() as net.AddressInfo).port)
  } finally {
    await new Promise(closed => server.close(closed))
  }
}
