import { expect, test } from 'vitest'
import { found } from '../testing/found'
import { unknownKey } from './unknown-key'

test.each([
  ['keys of every level', `swap_size_mb = 512
[http_service]
auto_stop_machines = "off"
[http_service.concurrency]
type = "requests"
[http_service.http_options.response.headers]
X-Anything = "x"
[[services]]
[[services.ports]]
tls_options = { versions = ["TLSv1.3"] }
[checks.any_name.headers]
X-Anything = "x"
[build.settings]
anything = 1`, []],
  ['a letter too few', '[http_service]\nforce_htps = true', ['misspelt 3:1']],
  ['two letters swapped', '[deploy]\nstrategy = "rolling"\nrelaese_command = "x"', ['misspelt 4:1']],
  ['a line for an underscore', '[http_service]\ninternal-port = 8000', ['misspelt 3:1']],
  ['a table with an s too many', '[https_service]\ninternal_port = 8000\n[env]', ['misspelt 2:1']],
  ['a key of the top that fell into a table', '[env]\n[deploy]\nswap_size_mb = 512', ['misplaced 4:1']],
  ['a key of a port that stands at its service', '[[services]]\nforce_https = true', ['misplaced 3:1']],
  ['a key of the platform before', '[[services]]\n[[services.tcp_checks]]\nrestart_limit = 3', ['obsolete 4:1']],
  ['a table of it', '[[services]]\nscript_checks = []', ['obsolete 3:1']],
  ['a flag of it', '[experimental]\nprivate_network = true', ['obsolete 3:1']],
  ['a key of nobody', '[http_service]\nsparkle = true', ['unknown 3:1']],
  ['a table of nobody', '[sparkle]\na = 1\n[env]', ['unknown 2:1']],
  ['a key of the words that every table has', '[http_service]\nconstructor = 1', ['unknown 3:1']],
  ['any name of a variable or a group', '[env]\nforce_htps = "1"\n[processes]\nanything = "run"', []],
])('%s', (_, text, expected) => {
  expect(found(unknownKey, `app = "portal"\n${text}`)).toEqual(expected)
})
