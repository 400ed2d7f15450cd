import { expect, test } from 'vitest'
import { attempt, codeOf, openMinded, TimeoutError, type Target } from './target'

const failed = (code: string) => Object.assign(new Error(`connect ${code} 192.0.2.1:443`), { code })

test.each<[string, unknown, string]>([
  ['an error of the network', failed('ECONNRESET'), 'ECONNRESET'],
  ['a timeout', new TimeoutError(), 'timeout'],
  ['a name whose addresses all refuse', new AggregateError([failed('ECONNREFUSED'), failed('ECONNREFUSED')]), 'ECONNREFUSED'],
  ['a name of which one address refuses and the other is silent', new AggregateError([failed('ECONNREFUSED'), failed('ETIMEDOUT')]), 'ETIMEDOUT'],
  ['an error that has no code, whose words are not told', new Error('/home/somebody/file'), 'unexpected'],
])('%s', async (_, error, code) => {
  expect(codeOf(error)).toBe(code)
  expect(await attempt(() => Promise.reject(error))).toEqual({ error: code })
})

test('a server is told the name that it is asked by, and no address', () => {
  const target = { host: 'portal.example.org', port: 443 } as Target
  expect(openMinded(target)).toMatchObject({ servername: 'portal.example.org', rejectUnauthorized: false })
  expect(openMinded({ ...target, host: '2001:db8::1' })).toMatchObject({ servername: '' })
})
