import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { processes } from './processes'

const groups = '[processes]\nweb = "run web"\nworker = "run worker"\n'

test.each([
  ['a group that is defined', `${groups}[http_service]\nprocesses = ["web"]`, []],
  ['one group as a string', `${groups}[[vm]]\nprocesses = "worker"`, []],
  ['the only group there is without any', '[http_service]\nprocesses = ["app"]', []],
  ['a group that is not defined', `${groups}[http_service]\nprocesses = ["web", "api"]`, ['undefined 6:1']],
  ['app, where others are defined', `${groups}[http_service]\nprocesses = ["app"]`, ['undefined 6:1']],
  ['a volume for nobody', '[mounts]\nsource = "data"\nprocesses = ["disk"]', ['for-nobody 4:1']],
  ['a Machine, a check, metrics and a restart for nobody',
    '[[vm]]\nprocesses = ["a"]\n[checks.x]\nprocesses = ["b"]\n[[metrics]]\nprocesses = ["c"]\n[[restart]]\nprocesses = ["d"]',
    ['for-nobody 3:1', 'for-nobody 5:1', 'for-nobody 7:1', 'undefined 9:1']],
  ['a service that does not say whose it is', `${groups}[http_service]\ninternal_port = 1`, ['no-group 5:1']],
  ['a service that need not say', '[http_service]\ninternal_port = 1', []],
  ['groups as an older list', '[[processes]]\nname = "web"\ncommand = "run"\n[http_service]\nprocesses = ["web"]', []],
  ['a Machine for every group', `${groups}[[vm]]\nmemory = "1gb"`, []],
])('%s', (_, text, expected) => {
  expect(found(processes, `app = "portal"\n${text}`)).toEqual(expected)
})
