import { expect, test } from 'vitest'
import { foundIn, probeResult } from '../testing/probe-result'
import { health } from './health'

test.each<[string, object, string]>([
  ['well', {}, 'answered'],
  ['well, with nothing to say', { status: 204, contentType: null }, 'answered'],
  ['not well', { status: 503 }, 'unhealthy'],
  ['broken', { status: 500 }, 'unhealthy'],
  ['not understood', { status: 400 }, 'unhealthy'],
  ['elsewhere', { status: 307, location: 'https://portal.example.org/health/' }, 'redirected'],
  ['not there', { status: 404 }, 'not-open'],
  ['not for everybody', { status: 401 }, 'not-open'],
  ['the page that is shown at any path', { contentType: 'text/html; charset=utf-8' }, 'a-page'],
  ['silent', { path: '/health', error: 'timeout' }, 'unmeasured'],
])('%s', (_, changes, key) => {
  expect(foundIn(health, probeResult({ health: changes }))).toEqual([`${key} "health": {`])
})
