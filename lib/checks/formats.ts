import type { Format } from './format'
import { alertmanagerConfig } from './formats/alertmanager-config'
import { amtoolAlerts } from './formats/amtool-alerts'
import { deliveryReceipts } from './formats/delivery-receipts'
import { dockerfile } from './formats/dockerfile'
import { flyCertificates } from './formats/fly-certificates'
import { flyIps } from './formats/fly-ips'
import { flyMachines } from './formats/fly-machines'
import { flySecrets } from './formats/fly-secrets'
import { flySnapshots } from './formats/fly-snapshots'
import { flyToml } from './formats/fly-toml'
import { flyVolumes } from './formats/fly-volumes'
import { gitleaks } from './formats/gitleaks'
import { grafanaDashboard } from './formats/grafana-dashboard'
import { junit } from './formats/junit'
import { k6Summary } from './formats/k6-summary'
import { metricsExposition } from './formats/metrics-exposition'
import { pemCertificate } from './formats/pem-certificate'
import { probeResult } from './formats/probe-result'
import { prometheusAlerts } from './formats/prometheus-alerts'
import { prometheusConfig } from './formats/prometheus-config'
import { prometheusRules } from './formats/prometheus-rules'
import { prometheusRulesApi } from './formats/prometheus-rules-api'
import { prometheusTargets } from './formats/prometheus-targets'
import { sarif } from './formats/sarif'
import { trivy } from './formats/trivy'

/** Every kind of file that can be checked. The first that recognises a file reads it. */
export const formats = {
  'pem-certificate': pemCertificate,
  junit,
  'metrics-exposition': metricsExposition,
  dockerfile,
  'fly-toml': flyToml,
  'probe-result': probeResult,
  'prometheus-config': prometheusConfig,
  'prometheus-targets': prometheusTargets,
  'prometheus-rules-api': prometheusRulesApi,
  'prometheus-alerts': prometheusAlerts,
  'amtool-alerts': amtoolAlerts,
  'delivery-receipts': deliveryReceipts,
  'alertmanager-config': alertmanagerConfig,
  'prometheus-rules': prometheusRules,
  'grafana-dashboard': grafanaDashboard,
  'k6-summary': k6Summary,
  gitleaks,
  sarif,
  trivy,
  'fly-ips': flyIps,
  'fly-secrets': flySecrets,
  'fly-certificates': flyCertificates,
  'fly-machines': flyMachines,
  'fly-volumes': flyVolumes,
  'fly-snapshots': flySnapshots,
} as const

export type FormatId = keyof typeof formats
export type DocumentOf<Id extends FormatId> = (typeof formats)[Id] extends Format<infer Document> ? Document : never
