import { check } from '../check'
import type { Target } from '../formats/prometheus-config'
import type { Place } from '../place'
import { booleanOf, entriesOf, get, itemsOf, textOf, type Tree } from '../syntax/tree'

/** Certificates are verified, and what leaves the network does so over TLS. */
export const secureConnections = check({
  id: 'prometheus/secure-connections',
  format: 'prometheus-config',
  subjects: ['scraping'],
  findings: { 'not-verified': 'fail', 'plain-remote': 'fail', 'plain-credentials': 'fail' },
  * run({ tree, jobs, alertmanagers, remoteWrite, remoteRead }) {
    for (const place of unverified(tree)) yield { key: 'not-verified', place }
    for (const { url, place } of [...remoteWrite, ...remoteRead])
      if (url && /^http:/i.test(url) && !isInside(hostOf(url))) yield { key: 'plain-remote', place }
    for (const { tree: part, scheme, place, targets } of [...jobs, ...alertmanagers])
      if (scheme === 'http' && credentials.some(field => get(part, field) !== undefined) && targets.some(isOutside))
        yield { key: 'plain-credentials', place }
  },
})

const credentials = ['basic_auth', 'authorization', 'oauth2', 'bearer_token', 'bearer_token_file']

function * unverified(tree: Tree): Iterable<Place> {
  for (const item of itemsOf(tree)) yield * unverified(item)
  for (const [name, { place, value }] of entriesOf(tree)) {
    if (name === 'insecure_skip_verify' && (booleanOf(value) ?? /^(yes|on|true)$/i.test(textOf(value) ?? ''))) yield place
    yield * unverified(value)
  }
}

function hostOf(url: string): string {
  return /^[a-z]+:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(url)?.[1] ?? ''
}

function isOutside({ address }: Target): boolean {
  return !isInside(address.replace(/:\d+$/, ''))
}

/** Names without a dot are of the same network, as are private addresses and the names that networks give themselves. */
function isInside(host: string): boolean {
  return !host.includes('.')
    || /^(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|127\.)/.test(host) || /\.(internal|local|localhost|svc|flycast|lan)$/i.test(host)
}
