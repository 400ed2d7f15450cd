import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { signProbe, type ProbeContent } from '@/lib/domain/probe'
import type { FormatId } from '../formats'
import { exampleFiles, pageOf } from './page-examples'

/** A file of a system that is as it should be. */
export interface GoodFile {
  name: string
  text: string
}

const names: Partial<Record<FormatId, string>> = {
  'fly-toml': 'fly.toml', dockerfile: 'Dockerfile', 'prometheus-rules': 'alerts.yml', 'prometheus-config': 'prometheus.yml',
  'metrics-exposition': 'metrics.txt', 'alertmanager-config': 'alertmanager.yml', 'grafana-dashboard': 'dashboard.json',
  'delivery-receipts': 'receipts.yml', 'k6-summary': 'k6-summary.json', junit: 'junit.xml', gitleaks: 'gitleaks.sarif', sarif: 'code-scan.sarif',
  trivy: 'trivy.json', 'fly-ips': 'ips.json', 'fly-volumes': 'volumes.json', 'prometheus-targets': 'targets.json', 'prometheus-alerts': 'alerts.json',
}

/** The day on which the files are written, and pass. */
const written = '2026-11-26'

/** A file of that kind, of a system that is as the shipped assessment asks on a day. */
export function goodFile(format: string, day = written): GoodFile {
  if (format === 'probe-result') return { name: 'probe.json', text: JSON.stringify(signedProbe()) }
  const name = names[format as FormatId]
  if (!name) throw new Error(`there is no good file of ${format}`)
  return { name, text: readFileSync(path.join(import.meta.dirname, 'good-system', name), 'utf8').replaceAll(written, day) }
}

/** What the page of a check shows as measured, signed anew. */
function signedProbe() {
  const [example] = exampleFiles(pageOf('probe/https'), 'Passes')
  const content = JSON.parse(Buffer.from(example?.bytes ?? []).toString()) as ProbeContent & { signature?: unknown }
  delete content.signature
  return signProbe(content, generateKeyPairSync('ed25519').privateKey)
}
