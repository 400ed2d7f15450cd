import { once } from 'node:events'
import net, { type AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { askProvider } from './identity-provider'

const servers: net.Server[] = []
afterAll(() => servers.forEach(server => server.close()))

/** A provider that takes every connection, says so much and no more. */
async function providerThatSays(words: string): Promise<string> {
  const server = net.createServer(socket => socket.on('error', () => undefined).once('data', () => socket.write(words)))
  servers.push(server.listen(0, '127.0.0.1'))
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const head = 'HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 12\r\n\r\n'

test('a whole answer is given on', async () => {
  const answer = await askProvider(await providerThatSays(`${head}{"a": "bcd"}`))
  expect(await answer.json()).toEqual({ a: 'bcd' })
})

test.concurrent.each([['nothing', ''], ['half an answer', `${head}{"a"`]])('one that says %s is not waited for', async (_, words) => {
  await expect(askProvider(await providerThatSays(words))).rejects.toMatchObject({ name: 'TimeoutError' })
}, 10_000)
