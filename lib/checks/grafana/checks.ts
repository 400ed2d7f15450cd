import { coverage } from './coverage'
import { datasource } from './datasource'
import { panels } from './panels'
import { proxyPanel } from './proxy-panel'
import { variables } from './variables'

export const grafanaChecks = [coverage, proxyPanel, panels, datasource, variables] as const
