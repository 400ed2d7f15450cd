import { expect, test } from 'vitest'
import { readTemplate } from './template'

test.each([
  ['{{ $labels.instance }} of {{ $labels.job }}', ['instance', 'job']],
  ['{{ .Labels.instance }}', ['instance']],
  ['{{ $.Labels.instance }}', ['instance']],
  ['{{ if $labels.a }}{{ .Labels.b }}{{ end }}', ['a', 'b']],
  ['{{ range query "up" }}{{ .Labels.instance }}{{ $labels.job }}{{ end }}{{ .Labels.z }}', ['job', 'z']],
  ['{{ with query "up" }}{{ .Labels.instance }}{{ end }}', []],
  ['{{ $externalLabels.cluster }} {{ $value }}', []],
  ['plain $labels.instance', []],
])('%s shows the labels %j', (text, labels) => expect(readTemplate(text)).toEqual({ ok: true, labels }))

test.each([
  ['{{ $value', 'unclosed action'],
  ['{{ nope }}', 'function "nope" not defined'],
  ['{{ $nope }}', 'undefined variable "$nope"'],
  ['{{ if $value }}a', 'unexpected EOF'],
  ['{{ end }}', 'unexpected {{end}}'],
  ['{{ $value | 1 }}', 'non executable command in pipeline stage 2'],
  ['{{ break }}', '{{break}} outside {{range}}'],
])('%s: %s', (text, message) => expect(readTemplate(text)).toEqual({ ok: false, message }))

test('what nests a thousand times is refused, and ends', () => {
  expect(readTemplate('{{ if . }}'.repeat(1_000) + '{{ end }}'.repeat(1_000)).ok).toBe(false)
  expect(readTemplate(`{{ ${'('.repeat(10_000)}1${')'.repeat(10_000)} }}`).ok).toBe(false)
  expect(readTemplate('{{ $value }} '.repeat(20_000)).ok).toBe(true)
  expect(readTemplate('{{ $a := 1 }}'.repeat(20_000)).ok).toBe(false)
})
