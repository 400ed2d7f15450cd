import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { portConflict } from './port-conflict'

const service = (...ports: string[]) => `[[services]]\ninternal_port = 8000\n${ports.map(port => `[[services.ports]]\n${port}\n`).join('')}`
const udp = (port: number) => `[[services]]\nprotocol = "udp"\n[[services.ports]]\nport = ${port}\n`

test.each([
  ['two services of different ports', service('port = 80') + service('port = 8443'), []],
  ['one port twice', service('port = 80') + service('port = 80'), ['conflict 8:1']],
  ['a port within the range of another', service('start_port = 8000', 'start_port = 9000\nend_port = 9100') + service('port = 9050'), ['conflict 11:1']],
  ['a range that ends within another', service('start_port = 50\nend_port = 90') + service('start_port = 80\nend_port = 120'), ['conflict 9:1']],
  ['http_service beside a service of 443', `${service('port = 443')}[http_service]\nforce_https = true`, ['conflict 6:1']],
  ['one number over TCP and over UDP', service('port = 53') + udp(53), []],
  ['one number over UDP twice', udp(53) + udp(53), ['conflict 8:1']],
  ['ports written as text, as older files do', service('port = "80"') + service('port = "80"'), ['conflict 8:1']],
])('%s', (_, text, expected) => {
  expect(found(portConflict, `app = "portal"\n${text}`)).toEqual(expected)
})
