import { check } from '../check'
import type { FlyHeader } from '../formats/fly-toml-services'

/** Seconds of a year, which the assessment asks of HSTS. */
const year = 31_536_000
const wanted = ['strict-transport-security', 'content-security-policy', 'x-content-type-options', 'x-frame-options', 'referrer-policy']

/** Responses carry the headers that tell a browser to be careful. */
export const responseHeaders = check({
  id: 'fly/response-headers',
  format: 'fly-toml',
  subjects: ['security-headers'],
  findings: { removed: 'fail', 'weak-hsts': 'fail', powerless: 'fail', 'not-set': 'inconclusive', 'no-https-port': 'inconclusive' },
  * run({ services, place }) {
    const ports = services.flatMap(service => service.ports).filter(({ handlers }) => handlers.includes('http') && handlers.includes('tls'))
    if (ports.length === 0) yield { key: 'no-https-port', place }
    for (const port of ports) {
      const given = new Map(port.responseHeaders.map(header => [header.name, header]))
      const missing = wanted.filter(name => !given.has(name) && !(name === 'x-frame-options' && forbidsFrames(given)))
      if (missing.length > 0) yield { key: 'not-set', place: port.place, values: { port: port.port ?? '?', headers: missing.join(', ') } }
      for (const header of wanted.flatMap(name => given.get(name) ?? []))
        if (header.values.length === 0) yield { key: 'removed', place: header.place, values: { header: header.name } }
      for (const header of wanted.flatMap(name => given.get(name) ?? []))
        if (header.values.length > 0 && !protects(header) && !(header.name === 'x-frame-options' && forbidsFrames(given))) yield { key: 'powerless', place: header.place, values: { header: header.name } }
      const hsts = given.get('strict-transport-security')
      if (hsts && hsts.values.length > 0 && maximumAge(hsts) < year)
        yield { key: 'weak-hsts', place: hsts.place, values: { seconds: maximumAge(hsts) } }
    }
  },
})

/** Values that browsers heed; others say nothing to them, or allow what the header is there to forbid. */
const heeded: Readonly<Record<string, RegExp>> = {
  'content-security-policy': /\S/,
  'x-content-type-options': /^\s*nosniff\s*$/i,
  'x-frame-options': /^\s*(deny|sameorigin)\s*$/i,
  'referrer-policy': /(^|,)\s*(no-referrer|same-origin|origin|strict-origin|no-referrer-when-downgrade|(strict-)?origin-when-cross-origin)\s*$/i,
}

/** How long HSTS holds is looked at by itself. */
function protects({ name, values }: FlyHeader): boolean {
  const pattern = heeded[name]
  return !pattern || values.some(value => pattern.test(value))
}

/** A content security policy that says who may frame the page says all that `X-Frame-Options` would. */
function forbidsFrames(given: ReadonlyMap<string, FlyHeader>): boolean {
  return given.get('content-security-policy')?.values.some(value => /(^|;)\s*frame-ancestors\s/i.test(value)) ?? false
}

/** Seconds that a browser remembers to come over HTTPS alone; zero where none are said. */
function maximumAge({ values }: FlyHeader): number {
  return Number(/(?:^|;)\s*max-age\s*=\s*"?(\d{1,15})/i.exec(values[0] ?? '')?.[1] ?? 0)
}
