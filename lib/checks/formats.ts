import type { Format } from './format'
import { alertmanagerConfig } from './formats/alertmanager-config'
import { dockerfile } from './formats/dockerfile'
import { flyToml } from './formats/fly-toml'
import { metricsExposition } from './formats/metrics-exposition'
import { probeResult } from './formats/probe-result'
import { prometheusConfig } from './formats/prometheus-config'
import { prometheusRules } from './formats/prometheus-rules'

/** Every kind of file that can be checked. The first that recognises a file reads it. */
export const formats = {
  'metrics-exposition': metricsExposition,
  dockerfile,
  'fly-toml': flyToml,
  'probe-result': probeResult,
  'prometheus-config': prometheusConfig,
  'alertmanager-config': alertmanagerConfig,
  'prometheus-rules': prometheusRules,
} as const

export type FormatId = keyof typeof formats
export type DocumentOf<Id extends FormatId> = (typeof formats)[Id] extends Format<infer Document> ? Document : never
