import { check } from '../check'
import type { FlyPort } from '../formats/fly-toml'

/** No port is claimed by two services: Fly's proxy would have to choose one. */
export const portConflict = check({
  id: 'fly/port-conflict',
  format: 'fly-toml',
  subjects: ['http-service'],
  findings: { conflict: 'fail' },
  * run({ services }) {
    const claimed: FlyPort[] = []
    for (const { ports } of services)
      for (const port of ports) {
        const earlier = claimed.find(other => overlap(port, other))
        if (earlier) yield { key: 'conflict', place: port.place, values: { port: port.port ?? '?', line: earlier.place.line } }
        else claimed.push(port)
      }
  },
})

function overlap(some: FlyPort, others: FlyPort): boolean {
  if (some.port === null || others.port === null) return false
  return some.port <= (others.endPort ?? others.port) && others.port <= (some.endPort ?? some.port)
}
