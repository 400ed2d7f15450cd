import { entriesOf, itemsOf, type Tree, type Unreadable } from '../syntax/tree'
import type { Place } from '../place'
import { goDuration } from '../syntax/go-duration'

/** A key that means nothing to Fly where it stands. */
export interface StrangeKey {
  key: string
  /** The table that it stands in, `services.ports`; empty for the top of the file. */
  table: string
  place: Place
  /** It meant something to the platform before Machines. */
  obsolete: boolean
}

/** What `flyTomlKeys` finds: keys of no meaning, and values that flyctl refuses the file for. */
export interface KeysRead {
  strange: readonly StrangeKey[]
  problems: readonly Unreadable[]
}

/** Looks at every key of a `fly.toml`. */
export function flyTomlKeys(tree: Tree): KeysRead {
  const read = { strange: [], problems: [] }
  look(tree, root, '', read)
  return read
}

/** The tables in which a key has a meaning; empty for the top of the file. */
export function tablesOfKey(key: string): readonly string[] {
  return places.get(key) ?? []
}

/** The keys that have a meaning in a table. */
export function keysOfTable(table: string): readonly string[] {
  return tables.get(table) ?? []
}

type Scalar = 'text' | 'number' | 'port' | 'flag' | 'duration' | 'words' | 'anything'

/** A table of known keys, or one of names that its author chooses. */
type Shape = Scalar
  | { keys: Readonly<Record<string, Shape>>; list: boolean; obsolete: readonly string[] }
  | { named: Shape; list: Shape | null }

const table = (keys: Record<string, Shape>, obsolete: string[] = []): Shape => ({ keys, list: false, obsolete })
/** One table or a list of such. */
const many = (keys: Record<string, Shape>, obsolete: string[] = []): Shape => ({ keys, list: true, obsolete })

// The fields that flyctl reads into its configuration (superfly/flyctl, `internal/appconfig/config.go`, `service.go`,
// `toplevelcheck.go`, what `patches.go` takes from older files, and the machine types of superfly/fly-go), read November 2026.
const checkTimes: Record<string, Shape> = { interval: 'duration', timeout: 'duration', grace_period: 'duration' }
const httpCheck: Record<string, Shape> = {
  ...checkTimes, method: 'text', path: 'text', protocol: 'text', tls_skip_verify: 'flag', tls_server_name: 'text',
  headers: { named: 'text', list: 'anything' },
}
// Apps of the platform before Machines were started anew after so many failures.
const obsoleteOfChecks = ['restart_limit']
const machineChecks = many({ command: 'words', image: 'text', entrypoint: 'words', kill_signal: 'text', kill_timeout: 'duration' })
const concurrency = table({ type: 'text', hard_limit: 'number', soft_limit: 'number' })
const tlsOptions = table({ alpn: 'words', versions: 'words', default_self_signed: 'flag' })
const httpOptions = table({
  compress: 'flag', h2_backend: 'flag', idle_timeout: 'number', headers_read_timeout: 'number', replay_cache: 'anything',
  response: table({ headers: { named: 'anything', list: null }, pristine: 'flag' }),
})
const service: Record<string, Shape> = {
  internal_port: 'port', auto_stop_machines: 'text', auto_start_machines: 'flag', min_machines_running: 'number',
  processes: 'words', concurrency, machine_checks: machineChecks, tcp_checks: many(checkTimes, obsoleteOfChecks),
}
const virtualMachine: Record<string, Shape> = {
  size: 'text', memory: 'text', cpu_kind: 'text', cpus: 'number', memory_mb: 'number', gpus: 'number', gpu_kind: 'text',
  host_dedication_id: 'text', persist_rootfs: 'text', kernel_args: 'words', processes: 'words',
}
const mounts = many({
  source: 'text', destination: 'text', initial_size: 'text', snapshot_retention: 'number', scheduled_snapshots: 'flag',
  auto_extend_size_threshold: 'number', auto_extend_size_increment: 'text', auto_extend_size_limit: 'text', processes: 'words',
})
const metrics = many({ port: 'port', path: 'text', https: 'flag', processes: 'words' })
const topLevelCheck: Record<string, Shape> = { ...httpCheck, port: 'port', type: 'text', processes: 'words' }

const root: Shape = table({
  app: 'text', primary_region: 'text', kill_signal: 'text', kill_timeout: 'duration', swap_size_mb: 'number', console_command: 'text',
  host_dedication_id: 'text', machine_config: 'text', container: 'text',
  build: table({
    builder: 'text', args: { named: 'text', list: null }, buildpacks: 'words', image: 'text', settings: 'anything', builtin: 'text',
    dockerfile: 'text', ignorefile: 'text', 'build-target': 'text', build_target: 'text', compression: 'text', compression_level: 'number',
  }),
  deploy: table({
    strategy: 'text', max_unavailable: 'number', wait_timeout: 'duration', release_command: 'text', release_command_timeout: 'duration',
    release_command_vm: table(virtualMachine), seed_command: 'text',
  }),
  env: { named: 'text', list: { named: 'text', list: null } },
  processes: { named: 'text', list: 'anything' },
  http_service: table({
    ...service, force_https: 'flag', tls_options: tlsOptions, http_options: httpOptions, checks: many(httpCheck, obsoleteOfChecks),
  }),
  services: many({
    ...service, protocol: 'text', http_checks: many(httpCheck, obsoleteOfChecks),
    ports: many({
      port: 'port', start_port: 'port', end_port: 'port', handlers: 'words', force_https: 'flag', tls_options: tlsOptions,
      http_options: httpOptions, proxy_proto_options: table({ version: 'text' }),
    }),
  }, ['script_checks']),
  checks: {
    named: { keys: topLevelCheck, list: false, obsolete: obsoleteOfChecks },
    list: { keys: { ...topLevelCheck, name: 'text' }, list: false, obsolete: obsoleteOfChecks },
  },
  machine_checks: machineChecks, mount: mounts, mounts, metric: metrics, metrics,
  compute: many(virtualMachine), computes: many(virtualMachine), vm: many(virtualMachine),
  files: many({ guest_path: 'text', local_path: 'text', secret_name: 'text', raw_value: 'text', processes: 'words' }),
  restart: many({ policy: 'text', retries: 'number', processes: 'words' }),
  statics: many({ guest_path: 'text', url_prefix: 'text', tigris_bucket: 'text', index_document: 'text' }),
  experimental: table({
    cmd: 'words', entrypoint: 'words', exec: 'words', auto_rollback: 'flag', enable_consul: 'flag', enable_etcd: 'flag',
    lazy_load_images: 'flag', attached: 'anything', machine_config: 'text', use_zstd: 'flag', kill_timeout: 'duration',
    metrics_port: 'port', metrics_path: 'text',
  }, ['private_network', 'allowed_public_ports']),
})

const tables = new Map<string, readonly string[]>()
const places = new Map<string, string[]>()
index(root, '')

function index(shape: Shape, path: string): void {
  if (typeof shape === 'string') return
  if ('named' in shape) return index(shape.named, path)
  tables.set(path, Object.keys(shape.keys))
  for (const [key, inner] of Object.entries(shape.keys)) {
    places.set(key, [...(places.get(key) ?? []), path])
    index(inner, path ? `${path}.${key}` : key)
  }
}

interface Looking {
  strange: StrangeKey[]
  problems: Unreadable[]
}

function look(tree: Tree, shape: Shape, path: string, into: Looking): void {
  if (typeof shape === 'string') {
    if (!fits(tree, shape)) into.problems.push(mismatch(tree, path, expectedOf[shape]))
    return
  }
  if (tree.kind === 'list') {
    const item = 'named' in shape ? shape.list : shape.list && { ...shape, list: false }
    if (item) for (const one of tree.items) look(one, item, path, into)
    else into.problems.push(mismatch(tree, path, 'table'))
    return
  }
  // Older files have "soft,hard" for `concurrency`.
  if (shape === concurrency && tree.kind === 'scalar' && /^\d+,\d+$/.test(tree.text)) return
  if (tree.kind === 'scalar') {
    into.problems.push(mismatch(tree, path, 'table'))
    return
  }
  for (const [key, { place, value }] of entriesOf(tree)) {
    const inner = 'named' in shape ? shape.named : Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined
    if (inner === undefined) into.strange.push({ key, table: path, place, obsolete: 'keys' in shape && shape.obsolete.includes(key) })
    else look(value, inner, path && !('named' in shape) ? `${path}.${key}` : path || key, into)
  }
}

const expectedOf: Record<Scalar, string> = {
  text: 'string', number: 'integer', port: 'integer', flag: 'boolean', duration: 'duration', words: 'array of strings', anything: '',
}

function fits(tree: Tree, shape: Scalar): boolean {
  if (shape === 'anything') return true
  if (shape === 'words') return itemsOf(tree, true).every(item => item.kind === 'scalar')
  if (tree.kind !== 'scalar') return false
  if (shape === 'flag') return typeof tree.value === 'boolean'
  if (shape === 'number') return typeof tree.value === 'number' || typeof tree.value === 'bigint'
  if (shape === 'port') return /^\d{1,5}$/.test(tree.text)
  return shape !== 'duration' || /^\d+$/.test(tree.text) || goDuration(tree.text) !== null
}

function mismatch(tree: Tree, path: string, expected: string): Unreadable {
  const found = tree.kind === 'scalar' ? typeof tree.value : tree.kind === 'list' ? 'array' : 'table'
  return { place: tree.place, reason: 'shape', values: { expected: `${path}: ${expected}`, found } }
}
