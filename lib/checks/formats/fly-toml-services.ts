import type { Place } from '../place'
import { goDuration } from '../syntax/go-duration'
import { booleanOf, entriesOf, get, itemsOf, numberOf, placeOf, stringOf, textOf, type Tree } from '../syntax/tree'

/** A value and where its key stands. */
export interface Located<Value> {
  value: Value
  place: Place
}

export interface FlyVariable {
  name: string
  value: string
  place: Place
}

/** An `[http_service]` or one of `[[services]]`. */
export interface FlyService {
  place: Place
  isHttpService: boolean
  /** The groups of processes that it is for; none where it does not say. */
  groups: readonly string[]
  protocol: 'tcp' | 'udp'
  internalPort: number | null
  /** Where `internal_port` stands, else the service. */
  internalPortPlace: Place
  ports: readonly FlyPort[]
  concurrency: FlyConcurrency | null
  checks: readonly FlyCheck[]
  /** What Fly's proxy does with a Machine that has no traffic: `off`, `stop` or `suspend`, `off` where nothing is said. */
  autostop: Located<string> | null
  autostart: Located<boolean> | null
  minimumMachines: Located<number> | null
}

/** A port that Fly's proxy answers at. */
export interface FlyPort {
  place: Place
  port: number | null
  /** Where it is a range, its last port. */
  endPort: number | null
  handlers: readonly string[]
  forceHttps: boolean
  /** Where `force_https` stands, else the port. */
  forceHttpsPlace: Place
  tls: FlyTls
  /** Seconds after which a silent connection is closed. */
  idleTimeout: Located<number> | null
  responseHeaders: readonly FlyHeader[]
}

export interface FlyTls {
  /** As they are written: `TLSv1.2`. Null where the file does not say. */
  versions: Located<readonly string[]> | null
  alpn: Located<readonly string[]> | null
  selfSigned: Located<boolean> | null
}

/** A header that the proxy adds to each response, or takes from it. */
export interface FlyHeader {
  /** In lower case. */
  name: string
  /** None where it is taken away. */
  values: readonly string[]
  place: Place
}

export interface FlyConcurrency {
  place: Place
  type: Located<string> | null
  soft: Located<number> | null
  hard: Located<number> | null
}

/** A health check; those of `[checks]` have a name, and no say in where requests go. */
export interface FlyCheck {
  place: Place
  name: string | null
  /** The groups of processes that one of `[checks]` asks; none for all of them. */
  groups: readonly string[]
  /** Null where the file names none that there is. */
  kind: 'http' | 'tcp' | null
  /** Null for that of a service, which is asked at its internal port. */
  port: number | null
  /** Milliseconds. */
  interval: Located<number> | null
  timeout: Located<number> | null
  gracePeriod: Located<number> | null
  path: string | null
  isHttps: boolean
  skipsVerification: Located<boolean> | null
  serverName: string | null
  headers: readonly FlyVariable[]
}

/** A command that a Machine of its own runs against the new release before it goes on. */
export interface FlyMachineCheck {
  place: Place
  command: readonly string[]
}

/** The services in the order in which they claim their ports. */
export function servicesOf(tree: Tree): FlyService[] {
  const http = get(tree, 'http_service')
  return [
    ...itemsOf(get(tree, 'services'), true).map(service => ({
      ...commonOf(service, service.place), isHttpService: false, ports: itemsOf(get(service, 'ports'), true).map(portOf),
      checks: [...checksOf(service, 'http_checks', 'http'), ...checksOf(service, 'tcp_checks', 'tcp')],
    })),
    ...(http ? [{
      ...commonOf(http, placeOf(tree, 'http_service')), isHttpService: true, ports: httpPorts(http, placeOf(tree, 'http_service')),
      checks: [...checksOf(http, 'checks', 'http'), ...checksOf(http, 'tcp_checks', 'tcp')],
    }] : []),
  ]
}

/** The checks of `[checks]`: by name, or in older files a list in which each says its own. */
export function namedChecksOf(tree: Tree): FlyCheck[] {
  const checks = get(tree, 'checks')
  if (checks?.kind === 'list') return checks.items.map(item => namedCheckOf(item, stringOf(get(item, 'name')) ?? '', item.place))
  return entriesOf(checks).map(([name, { place, value }]) => namedCheckOf(value, name, place))
}

/** Every machine check of a file, wherever it stands. */
export function machineChecksOf(tree: Tree): FlyMachineCheck[] {
  return [tree, get(tree, 'http_service'), ...itemsOf(get(tree, 'services'), true)]
    .flatMap(owner => itemsOf(get(owner, 'machine_checks'), true))
    .map(check => ({ place: check.place, command: wordsOf(get(check, 'command')) }))
}

/** A key's value and place, where it is what `read` takes. */
export function located<Value>(tree: Tree | undefined, key: string, read: (value: Tree | undefined) => Value | undefined): Located<Value> | null {
  const value = read(get(tree, key))
  return tree && value !== undefined ? { value, place: placeOf(tree, key) } : null
}

/** A port, which older files write as text. */
export function portNumberOf(tree: Tree | undefined): number | undefined {
  const text = textOf(tree)
  return text !== undefined && /^\d{1,5}$/.test(text) ? Number(text) : undefined
}

/** The strings of a list; a single one counts as a list of one. */
export function wordsOf(tree: Tree | undefined): string[] {
  return itemsOf(tree, true).flatMap(item => textOf(item) ?? [])
}

/** The variables of a table, or of a list of such. */
export function variablesOf(tree: Tree | undefined): FlyVariable[] {
  return itemsOf(tree, true).flatMap(entriesOf).map(([name, { place, value }]) => ({ name, value: textOf(value) ?? '', place }))
}

function commonOf(service: Tree, place: Place) {
  return {
    place,
    groups: wordsOf(get(service, 'processes')),
    protocol: stringOf(get(service, 'protocol'))?.toLowerCase() === 'udp' ? 'udp' as const : 'tcp' as const,
    internalPort: portNumberOf(get(service, 'internal_port')) ?? null,
    internalPortPlace: get(service, 'internal_port') ? placeOf(service, 'internal_port') : place,
    concurrency: concurrencyOf(service),
    autostop: located(service, 'auto_stop_machines', autostopOf),
    autostart: located(service, 'auto_start_machines', booleanOf),
    minimumMachines: located(service, 'min_machines_running', numberOf),
  }
}

/** Older files say true for `stop` and false for `off`. */
function autostopOf(tree: Tree | undefined): string | undefined {
  const flag = booleanOf(tree)
  return flag === undefined ? stringOf(tree) : flag ? 'stop' : 'off'
}

function portOf(port: Tree): FlyPort {
  return {
    ...optionsOf(port),
    place: port.place,
    port: portNumberOf(get(port, 'port')) ?? portNumberOf(get(port, 'start_port')) ?? null,
    endPort: portNumberOf(get(port, 'end_port')) ?? null,
    handlers: wordsOf(get(port, 'handlers')),
    forceHttps: booleanOf(get(port, 'force_https')) ?? false,
    forceHttpsPlace: placeOf(port, 'force_https'),
  }
}

/** An `[http_service]` always answers at 80 and 443, and takes the same options for both. */
function httpPorts(http: Tree, place: Place): FlyPort[] {
  const common = { ...optionsOf(http), place, endPort: null, forceHttpsPlace: placeOf(http, 'force_https') }
  return [
    { ...common, port: 80, handlers: ['http'], forceHttps: booleanOf(get(http, 'force_https')) ?? false },
    { ...common, port: 443, handlers: ['http', 'tls'], forceHttps: false },
  ]
}

function optionsOf(tree: Tree) {
  const tls = get(tree, 'tls_options')
  const words = (value: Tree | undefined) => (value ? wordsOf(value) : undefined)
  return {
    tls: {
      versions: located(tls, 'versions', words),
      alpn: located(tls, 'alpn', words),
      selfSigned: located(tls, 'default_self_signed', booleanOf),
    },
    idleTimeout: located(get(tree, 'http_options'), 'idle_timeout', numberOf),
    responseHeaders: entriesOf(get(tree, 'http_options', 'response', 'headers')).map(([name, { place, value }]) =>
      ({ name: name.toLowerCase(), place, values: booleanOf(value) === false ? [] : wordsOf(value) })),
  }
}

function concurrencyOf(service: Tree): FlyConcurrency | null {
  const tree = get(service, 'concurrency')
  if (!tree) return null
  const place = placeOf(service, 'concurrency')
  if (tree.kind === 'scalar') {
    const [soft, hard] = tree.text.split(',').map(limit => ({ value: Number(limit), place }))
    return { place, type: { value: 'requests', place }, soft: soft ?? null, hard: hard ?? null }
  }
  return { place, type: located(tree, 'type', stringOf), soft: located(tree, 'soft_limit', numberOf), hard: located(tree, 'hard_limit', numberOf) }
}

function checksOf(service: Tree, key: string, kind: 'http' | 'tcp'): FlyCheck[] {
  return itemsOf(get(service, key), true).map(check => ({ ...checkOf(check), place: check.place, name: null, groups: [], kind, port: null }))
}

function namedCheckOf(check: Tree, name: string, place: Place): FlyCheck {
  const type = stringOf(get(check, 'type'))
  return {
    ...checkOf(check), place, name, groups: wordsOf(get(check, 'processes')), kind: type === 'http' || type === 'tcp' ? type : null,
    port: portNumberOf(get(check, 'port')) ?? null,
  }
}

function checkOf(check: Tree) {
  const headers = get(check, 'headers')
  return {
    interval: located(check, 'interval', millisecondsOf),
    timeout: located(check, 'timeout', millisecondsOf),
    gracePeriod: located(check, 'grace_period', millisecondsOf),
    path: stringOf(get(check, 'path')) ?? null,
    isHttps: stringOf(get(check, 'protocol'))?.toLowerCase() === 'https',
    skipsVerification: located(check, 'tls_skip_verify', booleanOf),
    serverName: stringOf(get(check, 'tls_server_name')) || null,
    headers: headers?.kind === 'list'
      ? headers.items.map(item => ({ name: textOf(get(item, 'name')) ?? '', value: textOf(get(item, 'value')) ?? '', place: item.place }))
      : variablesOf(headers),
  }
}

/** A duration in milliseconds, as it is where no unit is written. */
function millisecondsOf(tree: Tree | undefined): number | undefined {
  const text = textOf(tree)
  if (text === undefined) return undefined
  return /^\d+$/.test(text) ? Number(text) : goDuration(text) ?? undefined
}
