import { check } from '../check'

const strong = ['tlsv1.2', 'tlsv1.3']
const httpProtocols = ['h2', 'http/1.1']

/** Connections are encrypted by nothing older than TLS 1.2, with certificates that are looked at. */
export const tls = check({
  id: 'fly/tls',
  format: 'fly-toml',
  subjects: ['tls'],
  findings: {
    'weak-version': 'fail', 'self-signed': 'fail', 'not-verified': 'fail', 'no-server-name': 'fail',
    'versions-not-set': 'inconclusive', passthrough: 'inconclusive', 'no-tls': 'inconclusive', 'unusual-alpn': 'warning',
    'no-https-check': 'info',
  },
  * run({ services, checks, place }) {
    const ports = services.filter(({ protocol }) => protocol === 'tcp').flatMap(service => service.ports)
    if (ports.length === 0) yield { key: 'no-tls', place }
    for (const port of ports) {
      const values = { port: port.port ?? '?' }
      if (port.handlers.every(handler => handler === 'proxy_proto')) yield { key: 'passthrough', place: port.place, values }
      if (!port.handlers.some(handler => handler === 'tls' || handler === 'pg_tls')) continue
      const { versions, alpn, selfSigned } = port.tls
      const weak = versions?.value.filter(version => !strong.includes(version.toLowerCase())) ?? []
      if (versions && weak.length > 0) yield { key: 'weak-version', place: versions.place, values: { ...values, versions: weak.join(', ') } }
      if (!versions?.value.length) yield { key: 'versions-not-set', place: versions?.place ?? port.place, values }
      if (selfSigned?.value) yield { key: 'self-signed', place: selfSigned.place, values }
      const unusual = port.handlers.includes('http') ? alpn?.value.filter(protocol => !httpProtocols.includes(protocol)) ?? [] : []
      if (alpn && unusual.length > 0) yield { key: 'unusual-alpn', place: alpn.place, values: { ...values, protocols: unusual.join(', ') } }
    }
    const asked = [...services.flatMap(service => service.checks), ...checks].filter(({ isHttps }) => isHttps)
    if (asked.length === 0 && ports.some(({ handlers }) => handlers.includes('tls'))) yield { key: 'no-https-check', place }
    for (const one of asked) {
      if (one.skipsVerification?.value) yield { key: 'not-verified', place: one.skipsVerification.place }
      else if (one.serverName === null) yield { key: 'no-server-name', place: one.place }
    }
  },
})
