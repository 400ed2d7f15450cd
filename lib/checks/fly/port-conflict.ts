import { check } from '../check'
import type { FlyPort } from '../formats/fly-toml-services'

/** No port is claimed by two services: Fly's proxy would have to choose one. */
export const portConflict = check({
  id: 'fly/port-conflict',
  format: 'fly-toml',
  subjects: ['http-service'],
  findings: { conflict: 'fail' },
  * run({ services }) {
    const claimed = { tcp: new Map<number, FlyPort>(), udp: new Map<number, FlyPort>() }
    for (const { ports, protocol } of services)
      for (const port of ports) {
        const earlier = claim(port, claimed[protocol])
        if (earlier) yield { key: 'conflict', place: port.place, values: { port: port.port ?? '?', line: earlier.place.line } }
      }
  },
})

/** Takes what is free of a port or range, and says who had the rest; each number is taken once, however many ranges there are. */
function claim(port: FlyPort, claimed: Map<number, FlyPort>): FlyPort | undefined {
  if (port.port === null) return undefined
  for (let number = port.port; number <= Math.min(port.endPort ?? port.port, 65_535); number += 1) {
    const earlier = claimed.get(number)
    if (earlier) return earlier
    claimed.set(number, port)
  }
  return undefined
}
