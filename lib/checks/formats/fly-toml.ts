import type { TreeFormat } from '../format'
import type { Place } from '../place'
import { booleanOf, entriesOf, get, itemsOf, numberOf, placeOf, stringOf, textOf, type Tree } from '../syntax/tree'

/** A `fly.toml`, its older and newer ways to say the same thing read alike. */
export interface FlyToml {
  /** The whole file, for what only one check asks. */
  tree: Tree
  app: string | null
  services: readonly FlyService[]
  /** Variables of `[env]`. */
  env: readonly FlyVariable[]
}

/** An `[http_service]` or one of `[[services]]`. */
export interface FlyService {
  place: Place
  /** The table that it was read from, for what only one check asks. */
  tree: Tree
  isHttpService: boolean
  internalPort: number | null
  ports: readonly FlyPort[]
}

/** A port that Fly's proxy answers at. */
export interface FlyPort {
  place: Place
  port: number | null
  /** Where it is a range, its last port. */
  endPort: number | null
  handlers: readonly string[]
  forceHttps: boolean
}

export interface FlyVariable {
  name: string
  value: string
  place: Place
}

const tables = ['build', 'env', 'http_service', 'services', 'mounts', 'vm', 'deploy', 'checks', 'processes', 'metrics', 'experimental', 'statics']

export const flyToml: TreeFormat<FlyToml> = {
  syntax: 'toml',
  hint: /^\s*\[+\s*(http_service|services|vm|deploy|experimental)\b|^\s*primary_region\s*=/m,
  matches: tree => get(tree, 'primary_region') !== undefined
    || (get(tree, 'app') !== undefined && tables.some(table => get(tree, table) !== undefined))
    || get(tree, 'http_service') !== undefined,
  read: tree => ({
    ok: true,
    value: {
      tree,
      app: stringOf(get(tree, 'app')) ?? null,
      services: servicesOf(tree),
      env: entriesOf(get(tree, 'env')).map(([name, { place, value }]) => ({ name, value: textOf(value) ?? '', place })),
    },
  }),
}

function servicesOf(tree: Tree): FlyService[] {
  const http = get(tree, 'http_service')
  const services = itemsOf(get(tree, 'services'), true)
  return [
    ...services.map(service => ({ ...commonOf(service), isHttpService: false, ports: itemsOf(get(service, 'ports'), true).map(portOf) })),
    ...(http ? [{ ...commonOf(http), place: placeOf(tree, 'http_service'), isHttpService: true, ports: httpPorts(http) }] : []),
  ]
}

function commonOf(service: Tree) {
  return { place: service.place, tree: service, internalPort: numberOf(get(service, 'internal_port')) ?? null }
}

function portOf(port: Tree): FlyPort {
  return {
    place: port.place,
    port: numberOf(get(port, 'port')) ?? numberOf(get(port, 'start_port')) ?? null,
    endPort: numberOf(get(port, 'end_port')) ?? null,
    handlers: itemsOf(get(port, 'handlers'), true).flatMap(handler => textOf(handler) ?? []),
    forceHttps: booleanOf(get(port, 'force_https')) ?? false,
  }
}

/** An `[http_service]` always answers at 80 and 443. */
function httpPorts(http: Tree): FlyPort[] {
  const place = placeOf(http, 'force_https')
  const forceHttps = booleanOf(get(http, 'force_https')) ?? false
  return [
    { place, port: 80, endPort: null, handlers: ['http'], forceHttps },
    { place, port: 443, endPort: null, handlers: ['http', 'tls'], forceHttps: false },
  ]
}
