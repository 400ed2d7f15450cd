import { check } from '../check'
import type { FlyPort } from '../formats/fly-toml-services'

/** Every port that serves HTTP closes connections on which nothing is said. */
export const idleTimeout = check({
  id: 'fly/idle-timeout',
  format: 'fly-toml',
  subjects: ['http-service'],
  findings: { missing: 'fail', 'not-positive': 'fail', 'no-http-port': 'inconclusive' },
  * run({ services, place }) {
    const serving = services.flatMap(({ ports }) => ports).filter(servesHttp)
    if (serving.length === 0) yield { key: 'no-http-port', place }
    for (const port of serving) {
      const values = { port: port.port ?? '?' }
      if (!port.idleTimeout) yield { key: 'missing', place: port.place, values }
      else if (port.idleTimeout.value <= 0) yield { key: 'not-positive', place: port.idleTimeout.place, values }
    }
  },
})

/** Whether a port answers with more than a redirect. */
function servesHttp({ handlers, forceHttps }: FlyPort): boolean {
  return handlers.includes('http') && !(forceHttps && !handlers.includes('tls'))
}
