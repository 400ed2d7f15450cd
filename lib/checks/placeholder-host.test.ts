import { expect, test } from 'vitest'
import { namesNoHost } from './placeholder-host'

test.each([
  ['http://CHANGE_ME/hook', true], ['https://<host>/hook', true], ['https://your-server.org/hook', true], ['http://todo:9009/push', true],
  ['http://cortex:9009/api/v1/push', false], ['https://metrics.example.org/push', false], ['https://changelog.example.org/', false], ['no address', false],
])('%s: %s', (address, expected) => expect(namesNoHost(address)).toBe(expected))
