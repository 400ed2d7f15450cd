import { expect, test } from 'vitest'
import { Names } from './names'

test.each([
  ['a letter left out', 'node_load1', 'node_oad1', true],
  ['a letter too many', 'node_load1', 'node_looad1', true],
  ['two changed', 'node_load1', 'nude_lead1', true],
  ['two letters swapped', 'node_load1', 'node_laod1', true],
  ['three changed', 'node_load1', 'nude_leed1', false],
  ['the end left out', 'redis_keys_total', 'redis_keys', false],
  ['the same', 'node_load1', 'node_load1', false],
])('%s', (_, name, other, near) => expect(new Names([name]).closest(other)).toEqual(near ? [name] : []))

test('words are compared without plurals, units and kinds', () => {
  const among = ['app_active_connections', 'app_connections_total', 'app_send_errors_total', 'app_wait_seconds']
  expect(new Names(among).relatedTo('socket_connection_active')).toEqual(['app_active_connections', 'app_connections_total'])
  expect(new Names(among).relatedTo('queue_active_seconds_total')).toEqual([])
})

test('what is of HTTP and what is not are two things', () => {
  expect(new Names(['app_errors_total', 'app_http_errors_total']).relatedTo('http_errors_total')).toEqual(['app_http_errors_total'])
})
