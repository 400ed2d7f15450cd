import { coverage } from './coverage'
import { datasource } from './datasource'
import { panels } from './panels'
import { proxyPanel } from './proxy-panel'
import { unknownMetric } from './unknown-metric'
import { variables } from './variables'

export const grafanaChecks = [coverage, proxyPanel, panels, unknownMetric, datasource, variables] as const
