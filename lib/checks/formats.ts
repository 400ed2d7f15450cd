import type { Format } from './format'
import { alertmanagerConfig } from './formats/alertmanager-config'
import { dockerfile } from './formats/dockerfile'
import { flyCertificates } from './formats/fly-certificates'
import { flyIps } from './formats/fly-ips'
import { flyMachines } from './formats/fly-machines'
import { flySecrets } from './formats/fly-secrets'
import { flySnapshots } from './formats/fly-snapshots'
import { flyToml } from './formats/fly-toml'
import { flyVolumes } from './formats/fly-volumes'
import { gitleaks } from './formats/gitleaks'
import { junit } from './formats/junit'
import { k6Summary } from './formats/k6-summary'
import { metricsExposition } from './formats/metrics-exposition'
import { pemCertificate } from './formats/pem-certificate'
import { probeResult } from './formats/probe-result'
import { prometheusConfig } from './formats/prometheus-config'
import { prometheusRules } from './formats/prometheus-rules'
import { sarif } from './formats/sarif'
import { trivy } from './formats/trivy'

/** Every kind of file that can be checked. The first that recognises a file reads it. */
export const formats = {
  'metrics-exposition': metricsExposition,
  dockerfile,
  'fly-toml': flyToml,
  'probe-result': probeResult,
  'prometheus-config': prometheusConfig,
  'alertmanager-config': alertmanagerConfig,
  'prometheus-rules': prometheusRules,
  'k6-summary': k6Summary,
  junit,
  'pem-certificate': pemCertificate,
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
