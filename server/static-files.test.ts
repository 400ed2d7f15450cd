import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { StaticFiles } from './static-files'

const script = 'export const answer = 42\n'.repeat(200)
let folder: string
let server: http.Server
let origin: string

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'dictamen-static-'))
  mkdirSync(path.join(folder, 'static/chunks'), { recursive: true })
  writeFileSync(path.join(folder, 'static/chunks/x.js'), script)
  writeFileSync(path.join(folder, 'static/font.woff2'), 'font')
  writeFileSync(path.join(folder, 'secret.txt'), 'secret')
  const files = new StaticFiles(path.join(folder, 'static'))
  server = http.createServer((request, response) => void files.answer(request, response, request.url ?? '').then(found => {
    if (!found) response.writeHead(404).end()
  }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})

test.each(['br', 'gzip', ''])('a script is sent as %s, to be kept for ever', async encoding => {
  const response = await fetch(`${origin}/_next/static/chunks/x.js`, { headers: { 'accept-encoding': encoding || 'identity' } })
  expect(response.headers.get('content-encoding')).toBe(encoding || null)
  expect(response.headers.get('content-type')).toContain('text/javascript')
  expect(response.headers.get('cache-control')).toContain('immutable')
  expect(Number(response.headers.get('content-length')) < script.length).toBe(encoding !== '')
  expect(await response.text()).toBe(script)
})

test('a font is sent as it is', async () => {
  const response = await fetch(`${origin}/_next/static/font.woff2`)
  expect([response.headers.get('content-encoding'), await response.text()]).toEqual([null, 'font'])
})

test.each(['/_next/static/../secret.txt', '/_next/static/%2e%2e/secret.txt', '/_next/static/', '/_next/static/chunks', '/_next/static/none.js'])('%s leads nowhere', async address => {
  const request = http.request(origin, { path: address })
  request.end()
  const [response] = await once(request, 'response') as [http.IncomingMessage]
  expect(response.statusCode).toBe(404)
  response.resume()
})
