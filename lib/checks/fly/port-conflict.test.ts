import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { portConflict } from './port-conflict'

const service = (...ports: string[]) => `[[services]]\ninternal_port = 8000\n${ports.map(port => `[[services.ports]]\n${port}\n`).join('')}`

test.each([
  ['two services of different ports', service('port = 80') + service('port = 8443'), []],
  ['one port twice', service('port = 80') + service('port = 80'), ['conflict 8:1']],
  ['a port within the range of another', service('start_port = 8000', 'start_port = 9000\nend_port = 9100') + service('port = 9050'), ['conflict 11:1']],
  ['http_service beside a service of 443', `${service('port = 443')}[http_service]\nforce_https = true`, ['conflict 7:1']],
])('%s', (_, text, expected) => {
  expect(found(portConflict, `app = "portal"\n${text}`)).toEqual(expected)
})
