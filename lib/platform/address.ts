import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/**
 * The address that a request comes from. `X-Forwarded-For` is believed only as far as trusted proxies wrote
 * it: from the right, the first hop that is none of them. `trustedProxies` holds addresses or networks
 * (`10.0.0.0/8`, `fd00::/8`); one that is neither throws. IPv4-mapped addresses are given as IPv4. Empty where
 * the connection is gone already.
 */
export function clientAddress(request: IncomingMessage, trustedProxies: readonly string[]): string {
  const trusted = networksOf(trustedProxies)
  let address = parseAddress(request.socket.remoteAddress ?? '') ?? ''
  const hops = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',').reverse()
  for (const hop of hops) {
    if (!isWithin(trusted, address)) break
    const named = parseAddress(hop)
    // What a proxy passed on unread may be anything; then the proxy itself is all that is known.
    if (named === null) break
    address = named
  }
  return address
}

const compiled = new WeakMap<readonly string[], BlockList>()

function networksOf(entries: readonly string[]): BlockList {
  const known = compiled.get(entries)
  if (known) return known
  const list = new BlockList()
  for (const entry of entries) addNetwork(list, entry)
  compiled.set(entries, list)
  return list
}

function addNetwork(list: BlockList, entry: string): void {
  const [text = '', prefix, ...more] = entry.split('/')
  const address = parseAddress(text)
  if (address === null || more.length > 0) throw new Error(`TRUSTED_PROXIES: ${entry} is no address and no network`)
  if (prefix === undefined) return list.addAddress(address, familyOf(address))
  const bits = /^\d{1,3}$/.test(prefix) ? Number(prefix) : NaN
  if (!(bits <= (familyOf(address) === 'ipv4' ? 32 : 128)))
    throw new Error(`TRUSTED_PROXIES: ${entry} has no valid prefix`)
  list.addSubnet(address, bits, familyOf(address))
}

function isWithin(list: BlockList, address: string): boolean {
  return address !== '' && list.check(address, familyOf(address))
}

/** Reads an address with or without port, brackets or zone; null where it is none. */
function parseAddress(text: string): string | null {
  const trimmed = text.trim()
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(trimmed)?.[1] ?? /^([\d.]+):\d+$/.exec(trimmed)?.[1] ?? trimmed
  const [address = ''] = bare.split('%')
  if (isIP(address) === 0) return null
  return unmapped(address.toLowerCase())
}

/** `::ffff:10.0.0.1` and `::ffff:a00:1` are the IPv4 address 10.0.0.1 as a socket of both families shows it. */
function unmapped(address: string): string {
  if (isIP(address) !== 6) return address
  const canonical = new URL(`http://[${address}]`).hostname.slice(1, -1)
  const mapped = /^::ffff:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(canonical)
  if (!mapped) return canonical
  return mapped.slice(1).map(group => parseInt(group, 16)).flatMap(group => [group >> 8, group & 255]).join('.')
}

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4'
}
