import { check } from '../check'

/** Every port that answers plain HTTP sends its callers on to HTTPS. */
export const forceHttps = check({
  id: 'fly/force-https',
  format: 'fly-toml',
  subjects: ['http-service'],
  findings: { 'plain-http': 'fail', 'no-public-service': 'inconclusive' },
  * run({ services, place }) {
    const ports = services.flatMap(service => service.ports)
    for (const { forceHttpsPlace, port, handlers, forceHttps } of ports)
      if (handlers.includes('http') && !handlers.includes('tls') && !forceHttps)
        yield { key: 'plain-http', place: forceHttpsPlace, values: { port: port ?? '?' } }
    if (ports.length === 0) yield { key: 'no-public-service', place }
  },
})
