import { check, type Context, type Found } from '../check'
import type { FlyAddress } from '../formats/fly-ips'

/** Nothing can be reached from outside but what is meant to be. */
export const publicAddresses = check({
  id: 'fly-listing/public-addresses',
  format: 'fly-ips',
  subjects: ['public-addresses'],
  findings: { needless: 'fail', public: 'inconclusive', 'other-port': 'inconclusive', 'unknown-kind': 'inconclusive', web: 'info' },
  * run({ items }, context) {
    for (const { place, address, reach } of items) if (reach === 'unknown') yield { key: 'unknown-kind', place, values: { address } }
    const open = items.filter(({ reach }) => reach === 'public')
    const [first] = open
    if (first) yield* judged(first, open, context)
  },
})

type Judged = Found & { key: 'needless' | 'public' | 'other-port' | 'web' }

/**
 * The listing does not name its app, and an app for the public is to be public: only the `fly.toml` that is given with it
 * says what answers at its addresses. Without it, or with several, a person has to say.
 */
function* judged({ place }: FlyAddress, open: readonly FlyAddress[], { filesOf }: Context): Generator<Judged> {
  const values = { count: open.length, addresses: open.map(({ address }) => address).join(', ') }
  const [file, another] = filesOf('fly-toml')
  if (!file || another) {
    yield { key: 'public', place, values }
    return
  }
  const ports = file.document.services.flatMap(service => service.ports)
  const others = ports.filter(({ port, endPort }) => endPort !== null || (port !== 80 && port !== 443))
  if (ports.length === 0) yield { key: 'needless', place, values: { ...values, file: file.name } }
  for (const { port, endPort } of others)
    yield { key: 'other-port', place, values: { ...values, file: file.name, port: [port ?? '?', ...(endPort === null ? [] : [endPort])].join('–') } }
  if (ports.length > others.length) yield { key: 'web', place, values: { ...values, file: file.name } }
}
