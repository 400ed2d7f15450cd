import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import net from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addPerson } from '@/lib/operations/testing/assessment'
import { startFront, type RunningFront } from './testing/running-front'

let front: RunningFront

beforeAll(async () => {
  front = await startFront(() => new Date(), 300)
  await addPerson('sre', ['owner'], ['sre'], new Date())
})
afterAll(() => front.stop())

test.each([
  ['an action, before anybody signed in', 'POST /sign-in', 'Content-Type: multipart/form-data; boundary=b'],
  ['an action', 'POST /grupo-gad/items', 'Cookie: dictamen.session=sre'],
  ['a declared status', 'PATCH /api/v1/assessments/grupo-gad/items/OBS-02', 'Cookie: dictamen.session=sre\r\nContent-Type: application/json\r\nIf-Match: "1"'],
  ['what only Next knows', 'POST /_next/image', 'Accept: */*'],
])('a connection that sends the beginning of a body and then nothing is closed: %s', async (_, line, headers) => {
  const socket = net.connect(front.port, '127.0.0.1')
  socket.write(`${line} HTTP/1.1\r\nHost: x\r\nOrigin: ${front.origin}\r\nContent-Length: 1000\r\n${headers}\r\n\r\n[`)
  // It ends, with an answer or without one, though this side never does.
  await text(socket.on('error', () => undefined)).catch(() => undefined)
  expect(socket.readableEnded || socket.destroyed).toBe(true)
})

test('a connection whose requests arrive whole is kept for the next one', async () => {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 1 })
  const sockets = new Set<unknown>()
  for (const path of ['/grupo-gad/items', '/sign-in', '/grupo-gad/items']) {
    const request = http.request({ port: front.port, path, method: 'POST', agent, headers: { origin: front.origin } })
    request.on('socket', socket => sockets.add(socket)).end('[]')
    const [response] = await once(request, 'response') as [IncomingMessage]
    await text(response)
  }
  agent.destroy()
  expect(sockets.size).toBe(1)
})
