import { check } from '../check'

// superfly/docs, `networking/services.html.markerb`.
const known = ['http', 'tls', 'pg_tls', 'proxy_proto']

/** Every port that answers plain HTTP sends its callers on to HTTPS. */
export const forceHttps = check({
  id: 'fly/force-https',
  format: 'fly-toml',
  subjects: ['http-service'],
  findings: { 'plain-http': 'fail', 'unknown-handler': 'fail', passthrough: 'inconclusive', 'no-public-service': 'inconclusive' },
  * run({ services, place }) {
    // What answers over UDP is no HTTP that could be redirected.
    const ports = services.filter(({ protocol }) => protocol === 'tcp').flatMap(service => service.ports)
    for (const { place, forceHttpsPlace, port, handlers, forceHttps } of ports) {
      const values = { port: port ?? '?' }
      const unknown = handlers.filter(handler => !known.includes(handler))
      if (unknown.length > 0) yield { key: 'unknown-handler', place, values: { ...values, handlers: unknown.join(', ') } }
      else if (handlers.every(handler => handler === 'proxy_proto')) yield { key: 'passthrough', place, values }
      else if (handlers.includes('http') && !handlers.includes('tls') && !forceHttps) yield { key: 'plain-http', place: forceHttpsPlace, values }
    }
    if (ports.length === 0) yield { key: 'no-public-service', place }
  },
})
