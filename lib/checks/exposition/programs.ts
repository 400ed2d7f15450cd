import type { MetricsExposition } from '../formats/metrics-exposition'

/** Whose metrics a runtime, a library or a server adds by itself: their names cannot be chosen here. */
const ofRuntimes = ['go', 'process', 'promhttp', 'net', 'python', 'nodejs', 'jvm', 'scrape']

/** Exporters and servers that have an endpoint of their own, which is not the application's. */
const ofServers = [
  'prometheus', 'alertmanager', 'node', 'pg', 'postgres', 'redis', 'caddy', 'fly', 'grafana', 'nginx', 'traefik', 'container', 'machine', 'kube',
  'blackbox', 'probe', 'cortex', 'thanos', 'loki', 'pgbouncer',
]

/** Whether a metric comes from a runtime or a known server, rather than from the application. */
export function isForeign(name: string): boolean {
  const [first = ''] = name.split('_', 1)
  return ofRuntimes.includes(first) || ofServers.includes(first)
}

/** Whether an endpoint is of an exporter or a server that is known: what it exposes says nothing of the application. */
export function isOfServer({ families }: MetricsExposition): boolean {
  const own = families.filter(family => !isForeign(family.name))
  return own.length === 0 && families.some(family => ofServers.includes(family.name.split('_', 1)[0] ?? ''))
}
