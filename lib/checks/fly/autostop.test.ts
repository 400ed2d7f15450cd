import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { autostop } from './autostop'

const http = (...lines: string[]) => `[http_service]\n${lines.join('\n')}`

test.each([
  ['nothing said, which stops nothing', http('internal_port = 8000'), []],
  ['nothing stopped', http('auto_stop_machines = "off"', 'auto_start_machines = true'), []],
  ['nothing stopped, as older files have it', http('auto_stop_machines = false'), []],
  ['two kept running', http('auto_stop_machines = "stop"', 'min_machines_running = 2'), []],
  ['one kept running', http('auto_stop_machines = "suspend"', 'min_machines_running = 1'), ['one-machine 4:1']],
  ['one kept running, as older files have it', http('auto_stop_machines = true', 'min_machines_running = 1'), ['one-machine 4:1']],
  ['none kept running', http('auto_stop_machines = "stop"', 'min_machines_running = 0'), ['stops-all 4:1']],
  ['none kept running by default', http('auto_stop_machines = true'), ['stops-all 3:1']],
  ['stopped and never started', http('auto_stop_machines = "stop"', 'min_machines_running = 2', 'auto_start_machines = false'), ['never-starts 5:1']],
  ['a value that there is not', http('auto_stop_machines = "pause"'), ['unknown-value 3:1']],
  ['a minimum that nothing asks', http('min_machines_running = 1'), ['minimum-without-stop 3:1']],
  ['a service that is not public', '[[services]]\nauto_stop_machines = true', ['no-public-service 1:1']],
])('%s', (_, text, expected) => {
  expect(found(autostop, `app = "portal"\n${text}`)).toEqual(expected)
})
