import type { TreeFormat } from '../format'
import type { Place } from '../place'
import { get, type Tree } from '../syntax/tree'
import { readClassic } from './grafana/classic'
import { readResource } from './grafana/resource'

/** A dashboard of Grafana, whatever its layout: rows of old, a list of panels, or the resource of Grafana 12 and later. */
export interface GrafanaDashboard {
  tree: Tree
  title: string | null
  /** In the order in which they stand; those inside rows among them, the rows not. */
  panels: readonly GrafanaPanel[]
  variables: readonly GrafanaVariable[]
  /** What an exported dashboard asks for when it is imported, by name. */
  inputs: readonly string[]
  /** Datasources that annotations ask. */
  annotationDatasources: readonly DatasourceRef[]
}

export interface GrafanaPanel {
  place: Place
  title: string | null
  /** The plugin that draws it. */
  type: string
  /** Whether it is kept in Grafana's library, and only named here. */
  isLibrary: boolean
  queries: readonly GrafanaQuery[]
  /** The unit of its values, or of some; null where it says none. */
  unit: string | null
  datasource: DatasourceRef | null
}

export interface GrafanaQuery {
  place: Place
  /** What it asks for; null where that is of a datasource whose language is not known here. */
  expr: { text: string; place: Place } | null
  datasource: DatasourceRef | null
}

/** A datasource as it is named: by uid or name, or through a variable. */
export interface DatasourceRef {
  /** Null for the default one of a kind. */
  name: string | null
  /** The kind, such as `prometheus`; null where it is not said. */
  type: string | null
  place: Place
}

export interface GrafanaVariable {
  name: string
  place: Place
  /** `query`, `custom`, `datasource`, `interval`, `constant`, `textbox`, `adhoc`… */
  type: string
  /** What its values come from; empty where nothing is said. */
  query: string
  datasource: DatasourceRef | null
}

export const grafanaDashboard: TreeFormat<GrafanaDashboard> = {
  syntax: 'json',
  hint: /"(schemaVersion|templating|fieldConfig)"\s*:|"dashboard\.grafana\.app\//,
  matches: tree => unwrapped(tree) !== null,
  read: tree => {
    const { kind, dashboard } = unwrapped(tree) ?? { kind: 'classic', dashboard: tree }
    return kind === 'classic' ? readClassic(dashboard) : readResource(dashboard)
  },
}

/** The dashboard inside what its export or the API wraps around it: `{ dashboard, meta }`, or a resource with its `spec`. */
function unwrapped(tree: Tree): { kind: 'classic' | 'resource'; dashboard: Tree } | null {
  const inner = get(tree, 'dashboard')
  if (inner && isClassic(inner)) return { kind: 'classic', dashboard: inner }
  const spec = get(tree, 'spec')
  if (spec && get(spec, 'elements')?.kind === 'map' && get(spec, 'layout')) return { kind: 'resource', dashboard: spec }
  if (spec && get(tree, 'apiVersion') && isClassic(spec)) return { kind: 'classic', dashboard: spec }
  return isClassic(tree) ? { kind: 'classic', dashboard: tree } : null
}

function isClassic(tree: Tree): boolean {
  const holdsPanels = get(tree, 'panels')?.kind === 'list' || get(tree, 'rows')?.kind === 'list'
  return holdsPanels && ['schemaVersion', 'templating', 'annotations', 'title'].some(key => get(tree, key) !== undefined)
}
