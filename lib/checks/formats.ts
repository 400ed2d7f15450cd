import type { Format } from './format'
import { amtoolAlerts } from './formats/amtool-alerts'
import { deliveryReceipts } from './formats/delivery-receipts'
import { flyToml } from './formats/fly-toml'
import { metricsExposition } from './formats/metrics-exposition'
import { prometheusAlerts } from './formats/prometheus-alerts'
import { prometheusConfig } from './formats/prometheus-config'
import { prometheusRulesApi } from './formats/prometheus-rules-api'
import { prometheusTargets } from './formats/prometheus-targets'

/** Every kind of file that can be checked. The first that recognises a file reads it. */
export const formats = {
  'metrics-exposition': metricsExposition,
  'fly-toml': flyToml,
  'prometheus-config': prometheusConfig,
  'prometheus-targets': prometheusTargets,
  'prometheus-rules-api': prometheusRulesApi,
  'prometheus-alerts': prometheusAlerts,
  'amtool-alerts': amtoolAlerts,
  'delivery-receipts': deliveryReceipts,
} as const

export type FormatId = keyof typeof formats
export type DocumentOf<Id extends FormatId> = (typeof formats)[Id] extends Format<infer Document> ? Document : never
