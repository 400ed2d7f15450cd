import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { concurrency } from './concurrency'

const http = (limits: string) => `[http_service]\ninternal_port = 8000\n[http_service.concurrency]\n${limits}`
const service = (limits: string) => `[[services]]\n${limits}\n[[services.ports]]\nport = 443\nhandlers = ["tls", "http"]`

test.each([
  ['a soft limit under a hard one', http('type = "requests"\nsoft_limit = 200\nhard_limit = 250'), []],
  ['nothing', '[http_service]\ninternal_port = 8000', ['missing 2:1']],
  ['one service that says and one that does not',
    `${service('[services.concurrency]\ntype = "requests"\nsoft_limit = 20\nhard_limit = 25')}\n[http_service]\ninternal_port = 8000`, ['missing 10:1']],
  ['no hard limit', http('type = "requests"\nsoft_limit = 200'), ['missing 4:1']],
  ['a hard limit of zero', http('type = "requests"\nsoft_limit = 200\nhard_limit = 0'), ['missing 4:1']],
  ['a soft limit as high as the hard one', http('type = "requests"\nsoft_limit = 250\nhard_limit = 250'), ['soft-not-lower 6:1']],
  ['no type', http('soft_limit = 20\nhard_limit = 25'), ['no-type 4:1']],
  ['a type that there is not', http('type = "donuts"\nsoft_limit = 20\nhard_limit = 25'), ['unknown-type 5:1']],
  ['connections of what speaks HTTP', http('type = "connections"\nsoft_limit = 20\nhard_limit = 25'), ['connections 5:1']],
  ['connections of what speaks none', '[[services]]\nconcurrency = { type = "connections", soft_limit = 20, hard_limit = 25 }\n[[services.ports]]\nport = 5432', []],
  ['both limits in one string, as older files have it', service('concurrency = "20,25"'), []],
  ['both limits in one string, the wrong way round', service('concurrency = "25,20"'), ['soft-not-lower 3:1']],
  ['nothing public', '[env]\nA = "1"', ['no-public-service 1:1']],
])('%s', (_, text, expected) => {
  expect(found(concurrency, `app = "portal"\n${text}`)).toEqual(expected)
})
