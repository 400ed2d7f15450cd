import { readFileSync } from 'node:fs'
import net from 'node:net'
import { text } from 'node:stream/consumers'
import type { Page } from '@playwright/test'
import { hostileTexts } from '../lib/domain/fixtures/hostile-values'
import { addresses } from './addresses'
import { expect, test } from './people'

interface Answer {
  status: number
  requestId: string | undefined
  body: string
}

/** Sends a request byte by byte as it stands here: a browser and a client of HTTP would clean it first. */
async function send(line: string, headers: string[], body = ''): Promise<Answer> {
  const socket = net.connect(addresses.port, '127.0.0.1')
  const head = [line, `Host: 127.0.0.1:${addresses.port}`, `Origin: ${addresses.app}`, 'Connection: close', `Content-Length: ${Buffer.byteLength(body)}`, ...headers]
  socket.write(`${head.join('\r\n')}\r\n\r\n${body}`)
  const answer = await text(socket)
  return {
    status: Number(answer.slice(9, 12)), requestId: /^x-request-id: (\S+)\r$/im.exec(answer)?.[1], body: answer.slice(answer.indexOf('\r\n\r\n') + 4),
  }
}

/** Nothing that anybody sends is a failure of ours, and every answer has the number that it is logged under. */
function expectAnswered({ status, requestId }: Answer, what: string): void {
  expect(status, what).toBeGreaterThanOrEqual(200)
  expect(status, what).toBeLessThan(500)
  expect(requestId, what).toMatch(/^[0-9a-f-]{36}$/)
}

async function cookieOf(page: Page): Promise<string> {
  return `Cookie: ${(await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')}`
}

const encoded = [...hostileTexts.filter(value => value.isWellFormed()).map(value => encodeURIComponent(value).slice(0, 6_000)), '%', '%ff', '%00', '%ed%a0%80', '%u0041', '..%2f..%2f']

test('whatever stands in an address, a page answers', async ({ signInAs }) => {
  const cookie = await cookieOf(await signInAs('admin'))
  const segments = (value: string) => [`/${value}`, `/grupo-gad/items/${value}`, `/grupo-gad/dimensions/${value}`, `/grupo-gad/roadmap/${value}`, `/admin/people/${value}`]
  const queries = (value: string) => [
    `/grupo-gad/items?q=${value}&page=${value}&team=${value}&group=${value}&columns=${value}`, `/grupo-gad/events?before=${value}&person=${value}&group=${value}`,
    `/grupo-gad/review?revision=${value}&done=${value}`, `/grupo-gad/verdict?proven=${value}&scenario=${value}`, `/grupo-gad/items/export?format=csv&q=${value}`,
    `/sign-in?next=${value}&error=${value}`, `/refused?reason=${value}`, `/api/auth/callback/oidc?code=${value}&state=${value}&error=${value}`,
  ]
  for (const [index, value] of encoded.entries()) {
    const all = [...segments(value), ...queries(value).map(address => address.slice(0, 15_000))]
    // Each value meets every fourth address, and every address a fourth of the values.
    for (const address of all.filter((_, place) => (place + index) % 4 === 0))
      expectAnswered(await send(`GET ${address} HTTP/1.1`, [cookie]), address.slice(0, 200))
  }
})

test('whatever a request for a part of a page says of itself, it is answered', async ({ signInAs }) => {
  const cookie = await cookieOf(await signInAs('sre'))
  const tree = (value: string) => `Next-Router-State-Tree: ${value}`
  const heads: string[][] = [
    ...['garbage', '%', 'null', '[]', '["x"]', '%5B'.repeat(3_000), encodeURIComponent('["",{"__proto__":["x",{}]}]'), '%00'].map(value => ['RSC: 1', tree(value)]),
    ['RSC: 1', tree('a'), tree('b')], [tree('garbage')], ['RSC: x'], ['RSC: 1', 'RSC: 1'], ['RSC: 1', 'Next-Router-Prefetch: x'], ['RSC: 1', 'Next-Url: %00//\\'],
    ...['/_tree', '/__PAGE__', '/../../%00', '%'].map(value => ['RSC: 1', 'Next-Router-Prefetch: 1', `Next-Router-Segment-Prefetch: ${value}`]),
    ['RSC: 1', 'Next-Hmr-Refresh: 1'], ['x-middleware-subrequest: src/middleware:'.repeat(5)],
    ['x-invoke-path: /admin', 'x-invoke-status: 500', 'x-invoke-query: %', 'x-matched-path: /%00', 'x-now-route-matches: 1=%00', 'x-nextjs-data: 1', 'x-middleware-invoke: 1'],
    ['X-Forwarded-Host: %%%,[', 'X-Forwarded-Proto: javascript', 'X-Forwarded-Port: x'],
  ]
  for (const head of heads) expectAnswered(await send('GET /grupo-gad/items HTTP/1.1', [cookie, ...head]), head.join(' ').slice(0, 200))
})

const references = Object.entries((JSON.parse(readFileSync('.next/server/server-reference-manifest.json', 'utf8')) as { node: Record<string, { exportedName: string }> }).node)

const bodies = [
  '', '[', '{}', 'null', '"x"', '[null]', '[[]]', '[{}]', '["$"]', '["$F1"]', '["$1"]', '["$K1"]', '["$Q1"]', '["$D"]', '["$n9e9"]', '["$h1"]', '["$@1"]', '["$B1"]', '["$i1"]', '["$Z"]',
  '["$1:constructor:constructor"]', '["$0:__proto__:then"]', '[{"__proto__":{"polluted":1}}]', '[{"assessment":{"not":"x"},"item":["$@0"]}]', '['.repeat(20_000), '[{"item":"\\ud800\\u0000"}]',
  `["${'x'.repeat(1_500_000)}"]`, '[{"version":1e999}]',
]

test('whatever is sent to an action, it answers in words', async ({ signInAs }) => {
  const cookie = await cookieOf(await signInAs('sre'))
  for (const [index, [id, { exportedName }]] of references.entries()) {
    for (const body of bodies.filter((_, place) => exportedName === 'planItem' || (place + index) % 5 === 0)) {
      if (exportedName === 'signOut') continue
      const answer = await send('POST /grupo-gad/items/DR-01 HTTP/1.1', [cookie, `Next-Action: ${id}`, 'Content-Type: text/plain;charset=UTF-8'], body)
      expectAnswered(answer, `${exportedName} ${body.slice(0, 80)}`)
      if (answer.status === 400) expect(answer.body).toContain('La solicitud no se pudo leer')
    }
  }
  const [id] = references.find(([, { exportedName }]) => exportedName === 'planItem') ?? []
  const part = (name: string, value: string) => `--x\r\nContent-Disposition: form-data; name=${name}\r\n\r\n${value}\r\n`
  for (const [type, body] of [
    ['multipart/form-data; boundary=x', 'garbage'], ['multipart/form-data', 'garbage'], ['multipart/form-data; boundary=x', part('"0"', '["$K1"]')], ['multipart/form-data; boundary=x', `${part('"0"; filename="a"', '[]')}--x--\r\n`],
    ['multipart/form-data; boundary=x', `${part('"$ACTION_ID_zz"', '')}--x--\r\n`], ['multipart/form-data; boundary=x', `${part('"$ACTION_REF_1"', '')}${part('"$ACTION_1:0"', '{"id":"x","bound":"$@1"}')}--x--\r\n`],
    ['application/x-www-form-urlencoded', 'a=b&%='], ['application/json', '{}'],
  ] as const)
    for (const action of [[], [`Next-Action: ${id}`]])
      expectAnswered(await send('POST /grupo-gad/items/DR-01 HTTP/1.1', [cookie, ...action, `Content-Type: ${type}`], body), `${type} ${body}`)
  const file = (content: string) => part('"sheet"; filename="a.csv"', content)
  for (const body of ['', 'garbage', part('"seen"', '{}'), ...['{', 'null', '[]', '{"__proto__":1}', '{"OBS-02":-1}', '['.repeat(100_000)].map(seen => `${part('"seen"', seen)}${file('Code\nOBS-02\n')}`), `${part('"seen"', '{}')}${part('"sheet"', 'Code')}`])
    for (const type of ['multipart/form-data; boundary=x', 'multipart/form-data', 'text/plain'])
      expectAnswered(await send('POST /grupo-gad/items/import/apply HTTP/1.1', [cookie, `Content-Type: ${type}`], `${body}--x--\r\n`), `${type} ${body.slice(0, 80)}`)
})

test('after all of it the assessment stands as it stood', async ({ signInAs }) => {
  const page = await signInAs('auditor')
  await page.goto('/grupo-gad/events')
  await expect(page.getByText(/[Ll]a cadena|íntegr/).first()).toBeVisible()
  await page.goto('/grupo-gad/items')
  await expect(page.getByRole('row').first()).toBeVisible()
})
