import { expect, test } from 'vitest'
import { emptyBaseline } from '@/lib/domain/baseline'
import { runChecks } from './run'

const toml = 'app = "portal"\nprimary_region = "gru"\n[http_service]\ninternal_port = 8000\nforce_https = true\n'
const broken = 'primary_region = \n[http_service]\n'
const listing = '[{"Name":"KEY","Digest":"0123456789abcdef","CreatedAt":"2026-11-20T10:00:00Z"}]'

/** Names of the files that are checked. */
const checked = (...files: [name: string, text: string, turn?: number][]) =>
  runChecks(files.map(([name, text, turn]) => ({ name, bytes: new TextEncoder().encode(text), turn })), emptyBaseline, '2026-11-26').map(({ file }) => file)

test.each<[string, Parameters<typeof checked>, string[]]>([
  ['files of one turn are all checked', [['a', toml], ['b', toml]], ['a', 'b']],
  ['one of a later turn gives way to its kind', [['new', toml], ['old', toml, 1]], ['new']],
  ['and to a file of its kind that cannot be read', [['new', broken], ['old', toml, 1]], ['new']],
  ['of another kind, it stands beside', [['new', toml], ['old', listing, 1]], ['new', 'old']],
  ['the lowest turn that there is of a kind is checked', [['oldest', toml, 3], ['older', toml, 2], ['list', listing, 3]], ['older', 'list']],
  ['what is of no kind gives way to nothing', [['new', toml], ['prose', 'We promise.', 1], ['more prose', 'And again.', 2]], ['new', 'prose', 'more prose']],
])('%s', (_, files, expected) => {
  expect(checked(...files)).toEqual(expected)
})
