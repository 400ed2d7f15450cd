import type { TreeFormat } from '../format'
import type { Place } from '../place'
import { booleanOf, entriesOf, get, itemsOf, numberOf, placeOf, stringOf, textOf, type Tree } from '../syntax/tree'
import { flyTomlKeys, type StrangeKey } from './fly-toml-keys'
import {
  located, machineChecksOf, namedChecksOf, portNumberOf, servicesOf, variablesOf, wordsOf,
  type FlyCheck, type FlyMachineCheck, type FlyService, type FlyVariable, type Located,
} from './fly-toml-services'

/**
 * A `fly.toml`, its older and newer ways to say the same thing read alike, as flyctl does (superfly/flyctl,
 * `internal/appconfig/patches.go`, read November 2026).
 */
export interface FlyToml {
  /** The top of the file, for what is missing from it. */
  place: Place
  app: string | null
  primaryRegion: Located<string> | null
  services: readonly FlyService[]
  /** Checks of `[checks]`. */
  checks: readonly FlyCheck[]
  machineChecks: readonly FlyMachineCheck[]
  /** Variables of `[env]`. */
  env: readonly FlyVariable[]
  /** Variables of `[build.args]`. */
  buildArguments: readonly FlyVariable[]
  /** What is run: by each process, before a release, in a console, in place of what the image says, and by machine checks. */
  commands: readonly FlyVariable[]
  /** The stage of the Dockerfile that is deployed, where it is not the last. */
  buildTarget: string | null
  deploy: FlyDeploy
  /** The names under `[processes]`. */
  processes: readonly string[]
  /** Every naming of a group of processes by another table. */
  groups: readonly FlyGroup[]
  machines: readonly FlyMachine[]
  swapMegabytes: Located<number> | null
  mounts: readonly FlyMount[]
  metrics: readonly FlyMetrics[]
  strangeKeys: readonly StrangeKey[]
}

export interface FlyDeploy {
  /** Where `[deploy]` stands, else the top of the file. */
  place: Place
  strategy: Located<string> | null
  releaseCommand: Located<string> | null
  autoRollback: Located<boolean> | null
}

/** What a table says of the groups of processes that it is for. */
export interface FlyGroup {
  table: string
  place: Place
  /** None where it does not say. */
  names: readonly string[]
}

/** An entry of `[[vm]]`. */
export interface FlyMachine {
  place: Place
  size: Located<string> | null
  cpuKind: string | null
  megabytes: number | null
}

/** An entry of `[[mounts]]`. Sizes are in gigabytes. */
export interface FlyMount {
  place: Place
  source: string
  /** Days. */
  retention: Located<number> | null
  scheduledSnapshots: Located<boolean> | null
  extendThreshold: Located<number> | null
  extendIncrement: Located<number> | null
  extendLimit: Located<number> | null
}

/** An entry of `[[metrics]]`. */
export interface FlyMetrics {
  place: Place
  port: Located<number> | null
  path: Located<string> | null
}

const tables = ['build', 'env', 'http_service', 'services', 'mount', 'mounts', 'compute', 'vm', 'deploy', 'checks', 'processes', 'metrics', 'experimental', 'statics']

export const flyToml: TreeFormat<FlyToml> = {
  syntax: 'toml',
  hint: /^\s*\[+\s*(http_service|services|vm|deploy|experimental)\b|^\s*primary_region\s*=/m,
  matches: tree => get(tree, 'primary_region') !== undefined
    || (get(tree, 'app') !== undefined && tables.some(table => get(tree, table) !== undefined))
    || get(tree, 'http_service') !== undefined,
  read: tree => {
    const { strange, problems } = flyTomlKeys(tree)
    return problems.length > 0 ? { ok: false, problems } : { ok: true, value: documentOf(tree, strange) }
  },
}

function documentOf(tree: Tree, strangeKeys: readonly StrangeKey[]): FlyToml {
  return {
    place: tree.place,
    app: stringOf(get(tree, 'app')) ?? null,
    primaryRegion: located(tree, 'primary_region', stringOf),
    services: servicesOf(tree),
    checks: namedChecksOf(tree),
    machineChecks: machineChecksOf(tree),
    env: variablesOf(get(tree, 'env')),
    buildArguments: variablesOf(get(tree, 'build', 'args')),
    commands: commandsOf(tree),
    buildTarget: stringOf(get(tree, 'build', 'build-target')) ?? stringOf(get(tree, 'build', 'build_target')) ?? null,
    deploy: deployOf(tree),
    processes: processesOf(tree),
    groups: groupsOf(tree),
    machines: manyOf(tree, 'compute', 'computes', 'vm').map(machineOf),
    swapMegabytes: located(tree, 'swap_size_mb', numberOf),
    mounts: manyOf(tree, 'mount', 'mounts').map(mountOf),
    metrics: metricsOf(tree),
    strangeKeys,
  }
}

function deployOf(tree: Tree): FlyDeploy {
  const deploy = get(tree, 'deploy')
  return {
    place: placeOf(tree, 'deploy'),
    strategy: located(deploy, 'strategy', stringOf),
    releaseCommand: located(deploy, 'release_command', stringOf),
    autoRollback: located(get(tree, 'experimental'), 'auto_rollback', booleanOf),
  }
}

/** Older files have a list in which each says its name. */
function processesOf(tree: Tree): string[] {
  const processes = get(tree, 'processes')
  return processes?.kind === 'list' ? processes.items.flatMap(item => textOf(get(item, 'name')) ?? []) : entriesOf(processes).map(([name]) => name)
}

function commandsOf(tree: Tree): FlyVariable[] {
  const owners = [
    { owner: tree, keys: ['console_command'] },
    { owner: get(tree, 'deploy'), keys: ['release_command', 'seed_command'] },
    { owner: get(tree, 'experimental'), keys: ['cmd', 'entrypoint', 'exec'] },
  ]
  const single = owners.flatMap(({ owner, keys }) => keys.flatMap(key => {
    const words = wordsOf(get(owner, key))
    return owner && words.length > 0 ? [{ name: key, value: words.join(' '), place: placeOf(owner, key) }] : []
  }))
  const processes = get(tree, 'processes')
  const listed = processes?.kind === 'list'
    ? processes.items.map(item => ({ name: textOf(get(item, 'name')) ?? '', value: textOf(get(item, 'command')) ?? '', place: item.place }))
    : variablesOf(processes)
  const checks = machineChecksOf(tree).map(({ command, place }) => ({ name: 'machine_checks', value: command.join(' '), place }))
  return [...single, ...listed, ...checks]
}

function groupsOf(tree: Tree): FlyGroup[] {
  const owners = [
    ...['services', 'http_service', 'compute', 'computes', 'vm', 'mount', 'mounts', 'metric', 'metrics', 'files', 'restart']
      .flatMap(table => itemsOf(get(tree, table), true).map(owner => ({ table, owner }))),
    ...entriesOf(get(tree, 'checks')).map(([name, { value }]) => ({ table: `checks.${name}`, owner: value })),
  ]
  return owners.map(({ table, owner }) => ({ table, place: placeOf(owner, 'processes'), names: wordsOf(get(owner, 'processes')) }))
}

function manyOf(tree: Tree, ...keys: string[]): Tree[] {
  return keys.flatMap(key => itemsOf(get(tree, key), true))
}

function machineOf(machine: Tree): FlyMachine {
  const size = located(machine, 'size', stringOf)
  const memory = textOf(get(machine, 'memory'))
  return {
    place: machine.place,
    size,
    cpuKind: stringOf(get(machine, 'cpu_kind')) ?? size?.value.split('-')[0] ?? null,
    megabytes: numberOf(get(machine, 'memory_mb')) ?? (memory === undefined ? null : sizeIn('m', memory)) ?? presetMegabytes(size?.value ?? ''),
  }
}

/** What a preset brings along: 256 MB for each shared CPU, 2 GB for each performance one (superfly/fly-go, `MachinePresets`). */
function presetMegabytes(size: string): number | null {
  const shared = /^shared-cpu-(\d+)x$/.exec(size)
  const performance = /^performance-(\d+)x$/.exec(size)
  return shared ? Number(shared[1]) * 256 : performance ? Number(performance[1]) * 2_048 : null
}

function mountOf(mount: Tree): FlyMount {
  const gigabytes = (tree: Tree | undefined) => sizeIn('g', textOf(tree) ?? '') ?? undefined
  return {
    place: mount.place,
    source: stringOf(get(mount, 'source')) ?? '',
    retention: located(mount, 'snapshot_retention', numberOf),
    scheduledSnapshots: located(mount, 'scheduled_snapshots', booleanOf),
    extendThreshold: located(mount, 'auto_extend_size_threshold', numberOf),
    extendIncrement: located(mount, 'auto_extend_size_increment', gigabytes),
    extendLimit: located(mount, 'auto_extend_size_limit', gigabytes),
  }
}

const powers: Readonly<Record<string, number>> = { k: 0, m: 1, g: 2, t: 3 }

/** A size such as `512mb` or `2GB` in a unit, which it has where it names none. Null where it is no size. */
function sizeIn(unit: 'm' | 'g', text: string): number | null {
  const [, amount, written] = /^\s*(\d+(?:\.\d+)?)\s*([kmgt]?)i?b?\s*$/i.exec(text) ?? []
  if (amount === undefined) return null
  return Number(amount) * 1_024 ** ((powers[written?.toLowerCase() || unit] ?? 0) - (powers[unit] ?? 0))
}

/** Older files have it under `[experimental]`, which counts where there is nothing else. */
function metricsOf(tree: Tree): FlyMetrics[] {
  const metrics = manyOf(tree, 'metric', 'metrics')
  const experimental = get(tree, 'experimental')
  if (metrics.length === 0 && experimental && (get(experimental, 'metrics_port') || get(experimental, 'metrics_path')))
    return [{
      place: experimental.place, port: located(experimental, 'metrics_port', portNumberOf), path: located(experimental, 'metrics_path', stringOf),
    }]
  return metrics.map(entry => ({ place: entry.place, port: located(entry, 'port', portNumberOf), path: located(entry, 'path', stringOf) }))
}
